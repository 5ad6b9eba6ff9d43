package dev.lockstep.fonts.truetype.font;

import dev.lockstep.fonts.truetype.font.Post.Listed;
import dev.lockstep.fonts.truetype.font.Post.Shifted;
import dev.lockstep.fonts.truetype.font.Post.StandardOrder;
import dev.lockstep.fonts.truetype.font.Post.Unnamed;
import java.util.List;

/** Writes {@code post}. */
final class PostEncoder {
  private static final int UNDERLINE_THICKNESS = 50;

  private PostEncoder() {}

  static byte[] encode(Post post) {
    long version =
        switch (post.naming()) {
          case StandardOrder _ -> 0x0001_0000;
          case Listed _ -> 0x0002_0000;
          case Shifted _ -> 0x0002_8000;
          case Unnamed _ -> 0x0003_0000;
        };
    BigEndian table =
        new BigEndian()
            .u32(version)
            .u32(post.italicAngle())
            .u16(post.underlinePosition())
            .u16(UNDERLINE_THICKNESS)
            .u32(post.fixedPitch())
            .zeros(16);
    switch (post.naming()) {
      case StandardOrder _, Unnamed _ -> {}
      case Listed(List<Integer> indices, List<String> names) -> {
        table.u16(indices.size());
        indices.forEach(table::u16);
        names.forEach(name -> table.u8(name.length()).latin1(name));
      }
      case Shifted(List<Integer> shifts) -> {
        table.u16(shifts.size());
        shifts.forEach(table::u8);
      }
    }
    return table.toBytes();
  }
}
