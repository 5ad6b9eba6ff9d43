package dev.lockstep.targets.bson;

import dev.lockstep.Original;
import dev.lockstep.Rejections;
import java.nio.ByteBuffer;
import org.bson.BSONException;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document element by element with {@link BsonBinaryReader}, and as a {@link BsonDocument}
 * that is written again.
 */
public final class BsonOriginal implements Original {
  private static final Rejections REJECTIONS = Rejections.when(BSONException.class, "malformed");
  private static final byte[] EMPTY = {5, 0, 0, 0, 0};

  /**
   * What one input was read as.
   *
   * @param elements all elements, as {@link Elements} lists them
   * @param document what writing it again gives; the port has three ways to read it
   * @param lossy the same
   * @param deserialized the same
   */
  record Observation(
      @Nullable Object elements,
      @Nullable Object document,
      @Nullable Object lossy,
      @Nullable Object deserialized) {}

  /**
   * Loads the library: its codecs are hundreds of classes, which the first input is not to wait
   * for.
   */
  public BsonOriginal() {
    document(EMPTY);
  }

  @Override
  public Object observe(byte[] input) {
    Object written = REJECTIONS.part(() -> written(document(input)));
    return new Observation(
        REJECTIONS.part(() -> Elements.of(reader(input))), written, written, written);
  }

  private static BsonBinaryReader reader(byte[] input) {
    return new BsonBinaryReader(ByteBuffer.wrap(input));
  }

  private static BsonDocument document(byte[] input) {
    try (BsonBinaryReader reader = reader(input)) {
      BsonDocument read = new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
      Elements.checkEnd(reader);
      return read;
    }
  }

  private static byte[] written(BsonDocument document) {
    try (BasicOutputBuffer buffer = new BasicOutputBuffer();
        BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return buffer.toByteArray();
    }
  }

  @Override
  public Rejections rejections() {
    return REJECTIONS;
  }
}
