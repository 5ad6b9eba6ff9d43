package dev.lockstep.cbor;

/** Writes nodes as what they were decoded from. */
final class NodeWriter {
  private NodeWriter() {}

  static void write(TreeWriter to, Node node) {
    switch (node) {
      case Node.Null() -> to.output().nothing();
      case Node.Bool(boolean value) -> to.output().bool(value);
      case Node.Int(var value) -> to.output().integer(value);
      case Node.Float(double value) -> to.output().floating(value);
      case Node.Text(String value) -> to.output().text(value);
      case Node.Bytes(byte[] value) -> to.output().byteString(value);
      case Node.Seq(var items) -> to.list(items);
      case Node.Fields(var entries) -> to.map(entries);
      case Node.Rejected(String kind, String detail) -> to.rejected(kind, detail);
      case Node.Crashed(String kind, String where, String message) ->
          to.crashed(kind, where, message);
    }
  }
}
