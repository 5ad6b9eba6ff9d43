package dev.lockstep.place;

import dev.lockstep.pair.OriginalSide;
import dev.lockstep.pair.Originals;
import java.io.IOException;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An original that {@link LineAgent} follows: {@code FollowedMain CLASS FOLDER}. */
public final class FollowedMain {
  private FollowedMain() {}

  /**
   * Runs the inputs and ends.
   *
   * @param args the class of the adapter, and a {@link Following}
   * @throws IOException if an input cannot be read
   */
  public static void main(String[] args) throws IOException, UnmodifiableClassException {
    OriginalSide side =
        new OriginalSide(Originals.create(args[0], FollowedMain.class.getClassLoader()));
    Following following = new Following(Path.of(args[1]));
    // What an original sets up once and keeps belongs to no way.
    int _ = side.run(Files.readAllBytes(following.input(Following.Run.AGREEING)), false);
    LineAgent.catchUp();
    for (Following.Run run : Following.Run.values()) {
      byte[] input = Files.readAllBytes(following.input(run));
      LineLog.follow(following.memory(run));
      int _ = side.run(input, false);
      LineLog.stop();
    }
    // What the original has left running would keep the process.
    Runtime.getRuntime().halt(0);
  }
}
