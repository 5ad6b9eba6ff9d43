package dev.lockstep.targets.bson.format;

/**
 * One element of a document.
 *
 * @param type as it is written
 * @param key without its terminator
 * @param value of the form that the type has
 */
@SuppressWarnings("ArrayRecordComponent") // written, not compared
public record Element(int type, byte[] key, Value value) {}
