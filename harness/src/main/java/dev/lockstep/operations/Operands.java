package dev.lockstep.operations;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the components of an operation's record are read as. */
final class Operands {
  private static final Map<Type, Class<?>> WHOLE =
      Map.of(
          byte.class, Byte.class,
          short.class, Short.class,
          int.class, Integer.class,
          long.class, Long.class,
          Byte.class, Byte.class,
          Short.class, Short.class,
          Integer.class, Integer.class,
          Long.class, Long.class);

  private static final int MOST = 0xFFFF;

  private Operands() {}

  /**
   * What a component is read as.
   *
   * @throws IllegalArgumentException if its type is none of those that an operation may hold
   */
  static Operand of(RecordComponent component) {
    try {
      Size size = component.getAnnotation(Size.class);
      if (component.getType() == byte[].class) {
        return new Items(new Whole(0, 0xFF, Integer.class), most(size), true);
      }
      if (component.getType() == List.class
          && component.getAnnotatedType() instanceof AnnotatedParameterizedType list) {
        Operand item =
            single(list.getAnnotatedActualTypeArguments()[0])
                .orElseThrow(() -> new IllegalArgumentException("a list holds no such thing"));
        return new Items(item, most(size), false);
      }
      return single(component.getAnnotatedType())
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "an operation holds whole numbers, `double`, `boolean`, enums, `byte[]` and"
                      + " lists of these"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getSimpleName()
              + "."
              + component.getName()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static Optional<Operand> single(AnnotatedType annotated) {
    Type type = annotated.getType();
    Class<?> whole = WHOLE.get(type);
    if (whole != null) {
      In in = annotated.getAnnotation(In.class);
      return Optional.of(in == null ? all(whole) : new Whole(in.min(), in.max(), whole));
    }
    if (type == double.class || type == Double.class) {
      return Optional.of(new Real());
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(Choice.ofBoolean());
    }
    return type instanceof Class<?> named && named.isEnum()
        ? Optional.of(Choice.of(named))
        : Optional.empty();
  }

  private static Whole all(Class<?> type) {
    if (type == Byte.class) {
      return new Whole(Byte.MIN_VALUE, Byte.MAX_VALUE, type);
    }
    if (type == Short.class) {
      return new Whole(Short.MIN_VALUE, Short.MAX_VALUE, type);
    }
    return type == Integer.class
        ? new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE, type)
        : new Whole(Long.MIN_VALUE, Long.MAX_VALUE, type);
  }

  private static int most(@Nullable Size size) {
    if (size == null || size.max() < 1 || size.max() > MOST) {
      throw new IllegalArgumentException("it needs `@Size(max = …)`, 1 to " + MOST);
    }
    return size.max();
  }
}
