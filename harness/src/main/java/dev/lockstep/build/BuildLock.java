package dev.lockstep.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps two builds of the same thing apart, in this process and in others. */
public final class BuildLock {
  /** File locks hold for a whole process, so threads need their own. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private BuildLock() {}

  /** Runs {@code work} while holding the lock file, waiting for it first. */
  public static <T> T holding(Path file, Supplier<T> work) {
    ReentrantLock lock = THREADS.computeIfAbsent(file, _ -> new ReentrantLock());
    lock.lock();
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!held.isValid()) {
          throw new IllegalStateException("lost the lock " + file);
        }
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }
}
