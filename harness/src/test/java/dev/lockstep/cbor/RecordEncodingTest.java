package dev.lockstep.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
final class RecordEncodingTest {
  private record Empty() {}

  private record Primitives(
      boolean bool,
      byte small,
      short medium,
      char letter,
      int number,
      long big,
      float f,
      double d) {}

  private record Head(int unitsPerEm, int os2Version, String URL, @Nullable Object x) {}

  private record Tree(@Nullable Tree left, @Nullable Tree right) {}

  record Throwing(int value) {
    @Override
    public int value() {
      throw new IllegalStateException("not now");
    }
  }

  @Test
  void aRecordIsAMapOfItsComponents() {
    assertEquals("a0", Cbor.terse(new Empty()));
    Primitives primitives = new Primitives(true, (byte) -1, (short) 2, 'é', 3, 4L, 0.5f, 0.1);
    Map<String, Object> map =
        Map.of(
            "bool", true, "small", -1, "medium", 2, "letter", "é", "number", 3, "big", 4, "f", 0.5,
            "d", 0.1);
    assertEquals(Cbor.terse(map), Cbor.terse(primitives));
  }

  @Test
  void aCapitalStartsANewWordAndADigitDoesNot() {
    Map<String, Object> map =
        Map.of("units_per_em", 1000, "os2_version", 4, "u_r_l", "u", "x", Optional.empty());
    assertEquals(Cbor.terse(map), Cbor.terse(new Head(1000, 4, "u", null)));
  }

  @Test
  void recordsCanHoldRecordsOfTheirOwnClass() {
    Tree tree = new Tree(new Tree(null, null), null);
    assertEquals("a2646c656674a2646c656674f6657269676874f6657269676874f6", Cbor.terse(tree));
  }

  @Test
  void whatAnAccessorThrowsIsPassedOn() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> Cbor.terse(new Throwing(1)));
    assertEquals("not now", thrown.getMessage());
  }

  @Test
  void aPrivateRecordOfAnotherClassLoaderIsEncoded() throws Exception {
    Class<?> other = Class.forName(Empty.class.getName(), true, new Isolated());
    assertNotSame(Empty.class, other);
    Constructor<?> constructor = other.getDeclaredConstructor();
    constructor.setAccessible(true);
    assertEquals("a0", Cbor.terse(constructor.newInstance()));

    Class<?> tree = Class.forName(Tree.class.getName(), true, new Isolated());
    Constructor<?> ofTree = tree.getDeclaredConstructor(tree, tree);
    ofTree.setAccessible(true);
    assertEquals("a2646c656674f6657269676874f6", Cbor.terse(ofTree.newInstance(null, null)));
  }

  /** Defines this test's records anew. */
  private static final class Isolated extends ClassLoader {
    Isolated() {
      super(RecordEncodingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(RecordEncodingTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
