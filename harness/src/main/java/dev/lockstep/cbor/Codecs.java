package dev.lockstep.cbor;

import dev.lockstep.Part;
import dev.lockstep.Written;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Chooses the codec of a class, once. */
final class Codecs {
  private static final ClassValue<Codec> CACHE =
      new ClassValue<>() {
        @Override
        protected Codec computeValue(Class<?> type) {
          return choose(type);
        }
      };

  /** The classes whose values are written in one way whatever they hold. */
  private static final Map<Class<?>, Codec> EXACT =
      Map.ofEntries(
          entry(String.class, (to, v) -> to.output().text(v)),
          entry(Character.class, (to, v) -> to.output().text(v.toString())),
          entry(Boolean.class, (to, v) -> to.output().bool(v)),
          entry(Byte.class, (to, v) -> to.output().integer(v)),
          entry(Short.class, (to, v) -> to.output().integer(v)),
          entry(Integer.class, (to, v) -> to.output().integer(v)),
          entry(Long.class, (to, v) -> to.output().integer(v)),
          entry(BigInteger.class, (to, v) -> to.output().integer(v)),
          entry(Float.class, (to, v) -> to.output().floating(v)),
          entry(Double.class, (to, v) -> to.output().floating(v)),
          entry(OptionalInt.class, (to, v) -> optional(to, v)),
          entry(OptionalLong.class, (to, v) -> optional(to, v)),
          entry(OptionalDouble.class, (to, v) -> optional(to, v)),
          entry(Optional.class, (to, v) -> to.value(unwrapped(v))),
          entry(byte[].class, (to, v) -> to.output().byteString(v)),
          entry(boolean[].class, PrimitiveArrays::write),
          entry(char[].class, PrimitiveArrays::write),
          entry(short[].class, PrimitiveArrays::write),
          entry(int[].class, PrimitiveArrays::write),
          entry(long[].class, PrimitiveArrays::write),
          entry(float[].class, PrimitiveArrays::write),
          entry(double[].class, PrimitiveArrays::write),
          entry(
              Written.class,
              (to, v) -> {
                throw new Unencodable("what was written is a whole answer, and stands in none");
              }),
          entry(Part.Rejected.class, (to, v) -> to.rejected(v.kind(), v.detail())),
          entry(Part.Crashed.class, (to, v) -> to.crashed(v.kind(), v.where(), v.message())));

  private Codecs() {}

  static Codec of(Class<?> type) {
    return CACHE.get(type);
  }

  private static Codec choose(Class<?> type) {
    Codec exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (Node.class.isAssignableFrom(type)) {
      return (to, value) -> NodeWriter.write(to, (Node) value);
    }
    if (type.isRecord()) {
      return RecordCodec.of(type);
    }
    if (Enum.class.isAssignableFrom(type)) {
      return EnumCodec.of(type);
    }
    if (type.isArray()) {
      return (to, value) -> to.list((@Nullable Object[]) value);
    }
    if (Map.class.isAssignableFrom(type)) {
      return (to, value) -> to.map((Map<?, ?>) value);
    }
    if (Collection.class.isAssignableFrom(type)) {
      return (to, value) -> to.list((Collection<?>) value);
    }
    if (BigInteger.class.isAssignableFrom(type)) {
      return (to, value) -> to.output().integer((BigInteger) value);
    }
    return none(type.getTypeName() + " has no encoding");
  }

  /** The codec of a class that has none. */
  static Codec none(String reason) {
    return (to, value) -> {
      throw new Unencodable(reason);
    };
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    Object inner = value;
    while (inner instanceof Optional<?> optional) {
      inner = optional.orElse(null);
    }
    return inner;
  }

  private static void optional(TreeWriter to, OptionalInt value) {
    if (value.isPresent()) {
      to.output().integer(value.getAsInt());
    } else {
      to.output().nothing();
    }
  }

  private static void optional(TreeWriter to, OptionalLong value) {
    if (value.isPresent()) {
      to.output().integer(value.getAsLong());
    } else {
      to.output().nothing();
    }
  }

  private static void optional(TreeWriter to, OptionalDouble value) {
    if (value.isPresent()) {
      to.output().floating(value.getAsDouble());
    } else {
      to.output().nothing();
    }
  }

  private static <T> Map.Entry<Class<?>, Codec> entry(Class<T> type, Typed<T> typed) {
    return Map.entry(type, (to, value) -> typed.write(to, type.cast(value)));
  }

  /** A {@link Codec} that knows its class. */
  private interface Typed<T> {
    void write(TreeWriter to, T value);
  }
}
