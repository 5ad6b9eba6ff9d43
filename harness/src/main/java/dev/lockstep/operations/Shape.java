package dev.lockstep.operations;

import dev.lockstep.cbor.Names;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One operation: its name, what it is given, and the record that holds it.
 *
 * @param code its place among the operations
 * @param components the names of the operands
 * @param make makes the record of an array of operands
 * @param accessors of the operands
 */
record Shape(
    int code,
    String name,
    List<String> components,
    List<Operand> operands,
    MethodHandle make,
    List<MethodHandle> accessors) {

  static Shape of(int code, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type.getTypeName() + " is no record");
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      MethodHandle make =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      List<MethodHandle> accessors = new ArrayList<>();
      for (RecordComponent component : components) {
        accessors.add(
            lookup
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class)));
      }
      return new Shape(
          code,
          Names.ofComponent(type.getSimpleName()),
          Arrays.stream(components)
              .map(component -> Names.ofComponent(component.getName()))
              .toList(),
          Arrays.stream(components).map(Operands::of).toList(),
          make,
          accessors);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getTypeName() + " is closed to dev.lockstep: its module must open its package", e);
    }
  }

  Object read(Bytes.Reader program) {
    Object[] values = new Object[operands.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = operands.get(i).read(program);
    }
    return made(values);
  }

  void write(Bytes.Writer program, Object operation) {
    program.put(code, 1);
    for (int i = 0; i < operands.size(); i++) {
      operands.get(i).write(program, value(operation, i));
    }
  }

  Object made(Object[] values) {
    try {
      return (Object) make.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the record of `" + name + "` throws", e);
    }
  }

  private Object value(Object operation, int index) {
    try {
      return (Object) accessors.get(index).invokeExact(operation);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the record of `" + name + "` throws", e);
    }
  }

  String model() {
    StringBuilder model = new StringBuilder(name).append('(');
    for (int i = 0; i < operands.size(); i++) {
      model.append(i > 0 ? ", " : "").append(components.get(i));
      model.append(": ").append(operands.get(i).model());
    }
    return model.append(')').toString();
  }

  String text(Object operation) {
    StringBuilder text = new StringBuilder(name).append('(');
    for (int i = 0; i < operands.size(); i++) {
      text.append(i > 0 ? ", " : "").append(components.get(i));
      text.append(": ").append(operands.get(i).text(value(operation, i)));
    }
    return text.append(')').toString();
  }

  /** The same operation with one operand simpler, in all ways. */
  List<Object> simpler(Object operation) {
    Object[] values = new Object[operands.size()];
    Arrays.setAll(values, i -> value(operation, i));
    List<Object> simpler = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      for (Object one : operands.get(i).simpler(values[i])) {
        Object[] others = values.clone();
        others[i] = one;
        simpler.add(made(others));
      }
    }
    return simpler;
  }
}
