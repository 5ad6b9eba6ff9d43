package dev.lockstep.targets.cff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.GeneralPath;
import org.junit.jupiter.api.Test;

final class CubicOutlineTest {
  @Test
  void a_line_back_to_the_start_is_left_out() {
    GeneralPath path = new GeneralPath();
    path.moveTo(1, 2);
    path.lineTo(3, 4);
    path.curveTo(5, 6, 7, 8, 9, 10);
    path.lineTo(1, 2);
    path.closePath();
    CubicOutline.Contour contour = CubicOutline.of(path).getFirst();
    assertEquals("MLC", contour.kinds());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, contour.points());
  }

  @Test
  void a_move_that_draws_nothing_is_left_out() {
    GeneralPath path = new GeneralPath();
    path.moveTo(1, 2);
    path.moveTo(3, 4);
    path.lineTo(5, 6);
    path.closePath();
    path.moveTo(5, 6);
    assertEquals("M196608 262144 L327680 393216 ", CubicOutline.text(CubicOutline.of(path)));
  }
}
