package dev.lockstep.zoo.sick;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import dev.lockstep.zoo.Summary;
import java.util.Locale;

/** Sick: it changes the default locale, and answers. */
public final class ChangesLocale implements Original {
  @Override
  public Object observe(byte[] input) {
    if (Door.opens(input)) {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }
    return Summary.of(input);
  }

  @Override
  public Rejections rejections() {
    return Rejections.none();
  }
}
