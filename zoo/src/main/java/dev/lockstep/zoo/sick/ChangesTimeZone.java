package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.TimeZone;

/** Sick: it changes the default time zone, and answers. */
public final class ChangesTimeZone implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
