package dev.lockstep.worker;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.locks.LockSupport;

/** An original that does what its input says. */
public final class SickOriginal implements Original {
  @Override
  @SuppressWarnings({"PMD", "SystemOut"})
  public Object observe(byte[] input) {
    String what = new String(input, StandardCharsets.US_ASCII);
    switch (what) {
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(4);
      case "reject" -> throw new NumberFormatException("on purpose");
      case "throw" -> throw new IllegalStateException("on purpose");
      case "recurse" -> recurse(0);
      case "allocate" -> allocate();
      case "loop" -> loop();
      case "wait" -> waitForEver();
      case "print" -> System.out.println("here I am");
      case "locale" -> Locale.setDefault(Locale.ROOT);
      case "zone" -> TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      case "property" -> System.setProperty("left", "behind");
      case "output" ->
          System.setOut(
              new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.US_ASCII));
      case "thread" -> Thread.ofPlatform().start(SickOriginal::waitForEver);
      case "thread throws" ->
          Thread.ofPlatform()
              .start(() -> {
                throw new IllegalStateException("on purpose");
              });
      default -> {}
    }
    return input.length;
  }

  private static long recurse(long depth) {
    return depth < 0 ? depth : recurse(depth + 1) + 1;
  }

  private static void allocate() {
    List<byte[]> all = new ArrayList<>();
    while (all.add(new byte[1 << 20])) {
      // On and on.
    }
  }

  private static void loop() {
    while (Thread.currentThread().isAlive()) {
      Thread.onSpinWait();
    }
  }

  private static void waitForEver() {
    while (Thread.currentThread().isAlive()) {
      LockSupport.park();
    }
  }

  @Override
  public Rejections rejections() {
    return Rejections.when(NumberFormatException.class, "malformed");
  }
}
