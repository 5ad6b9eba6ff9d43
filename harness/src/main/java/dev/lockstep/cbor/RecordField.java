package dev.lockstep.cbor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** One component of a record: its encoded name, and how its value is read without boxing it. */
final class RecordField {
  final String name;
  final byte[] key;
  private final Kind kind;
  private final MethodHandle accessor;

  private enum Kind {
    INTEGER,
    FLOATING,
    BOOL,
    CHAR,
    VALUE
  }

  private RecordField(String name, Kind kind, MethodHandle accessor) {
    this.name = name;
    this.key = Encoded.text(name);
    this.kind = kind;
    this.accessor = accessor;
  }

  /**
   * Adapts an accessor.
   *
   * @param name as it is written
   * @param accessor takes the record and returns the component
   */
  static RecordField of(String name, MethodHandle accessor) {
    Class<?> type = accessor.type().returnType();
    if (type == boolean.class) {
      return of(name, Kind.BOOL, accessor, boolean.class);
    }
    if (type == char.class) {
      return of(name, Kind.CHAR, accessor, char.class);
    }
    if (type == float.class || type == double.class) {
      return of(name, Kind.FLOATING, accessor, double.class);
    }
    if (type.isPrimitive()) {
      return of(name, Kind.INTEGER, accessor, long.class);
    }
    return of(name, Kind.VALUE, accessor, Object.class);
  }

  private static RecordField of(String name, Kind kind, MethodHandle accessor, Class<?> result) {
    MethodType type = MethodType.methodType(result, Object.class);
    return new RecordField(name, kind, accessor.asType(type));
  }

  void write(TreeWriter to, Object record) {
    to.output().raw(key);
    try {
      switch (kind) {
        case INTEGER -> to.output().integer((long) accessor.invokeExact(record));
        case FLOATING -> to.output().floating((double) accessor.invokeExact(record));
        case BOOL -> to.output().bool((boolean) accessor.invokeExact(record));
        case CHAR -> to.output().text(String.valueOf((char) accessor.invokeExact(record)));
        case VALUE -> to.value((@Nullable Object) accessor.invokeExact(record));
      }
    } catch (Unencodable e) {
      throw e.inside("." + name);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("the accessor of a record component threw a checked exception", e);
    }
  }
}
