package dev.lockstep.targets.tar;

import java.nio.charset.Charset;
import java.nio.charset.spi.CharsetProvider;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes {@link RawBytes} known by its name, which is all that the library takes. */
public final class RawBytesProvider extends CharsetProvider {
  private static final Charset RAW_BYTES = new RawBytes();

  @Override
  public Iterator<Charset> charsets() {
    return List.of(RAW_BYTES).iterator();
  }

  @Override
  public @Nullable Charset charsetForName(String name) {
    return RawBytes.NAME.equals(name) ? RAW_BYTES : null;
  }
}
