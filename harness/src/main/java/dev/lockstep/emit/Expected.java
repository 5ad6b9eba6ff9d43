package dev.lockstep.emit;

import dev.lockstep.cbor.Node;

/** What a regression test expects at a place; the same words as in {@code lockstep_port}'s kit. */
public sealed interface Expected {

  /** This value, details of parts aside. */
  record Value(Node node) implements Expected {}

  /** Some value: neither a rejection nor a failure. */
  record SomeValue() implements Expected {}

  /** A rejection of this kind. */
  record Rejected(String kind) implements Expected {}

  /** Nothing: the place is not there, but what is around it is. */
  record Absent() implements Expected {}

  /** A value or a rejection: it does not fail. */
  record Answer() implements Expected {}
}
