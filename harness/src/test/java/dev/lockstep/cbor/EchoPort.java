package dev.lockstep.cbor;

import dev.lockstep.Build;
import dev.lockstep.build.Crates;
import dev.lockstep.port.PortLibrary;
import dev.lockstep.port.ScratchInput;
import org.jspecify.annotations.NullMarked;

/** The port that decodes an observation in Rust and encodes it again, behind the real seam. */
@NullMarked
final class EchoPort {
  private final PortLibrary library;
  private final ScratchInput slot = new ScratchInput();

  EchoPort(Build build) {
    library = PortLibrary.load(Crates.library("harness/rust/conformance-port", build), build);
  }

  /** The observation that comes back, in hexadecimal; or the status and what it says. */
  String echo(byte[] observation) {
    int status = library.run(slot.put(observation), observation.length, true);
    byte[] reply = library.copyReply();
    return status == PortLibrary.VALUE
        ? Cbor.hex(reply)
        : status + " " + NodePrinter.brief(Cbor.decode(reply), Integer.MAX_VALUE);
  }
}
