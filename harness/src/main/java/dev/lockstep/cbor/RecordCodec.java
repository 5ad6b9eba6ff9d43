package dev.lockstep.cbor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes the records of one class as maps, with the fields sorted and their names encoded. */
final class RecordCodec implements Codec {
  private final RecordField[] fields;

  private RecordCodec(RecordField[] fields) {
    this.fields = fields;
  }

  static Codec of(Class<?> type) {
    List<RecordField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      MethodHandle accessor;
      try {
        accessor = accessor(type, component.getAccessor());
      } catch (IllegalAccessException e) {
        return Codecs.none(
            type.getTypeName() + " is closed to dev.lockstep: its module must open its package");
      }
      fields.add(RecordField.of(Names.ofComponent(component.getName()), accessor));
    }
    fields.sort((a, b) -> Arrays.compareUnsigned(a.key, b.key));
    for (int i = 1; i < fields.size(); i++) {
      String name = fields.get(i).name;
      if (name.equals(fields.get(i - 1).name)) {
        return Codecs.none(type.getTypeName() + " has two components that are written " + name);
      }
    }
    return new RecordCodec(fields.toArray(new RecordField[0]));
  }

  /** Reaches accessors that are private to wherever the target lives. */
  private static MethodHandle accessor(Class<?> type, Method method) throws IllegalAccessException {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup()).unreflect(method);
    } catch (IllegalAccessException closed) {
      return MethodHandles.publicLookup().unreflect(method);
    }
  }

  @Override
  public void write(TreeWriter to, Object value) {
    to.begin();
    to.output().head(Wire.MAP, fields.length);
    for (RecordField field : fields) {
      field.write(to, value);
    }
    to.end();
  }
}
