package dev.lockstep.targets.truetype;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.targets.truetype.Observation.Contour;
import java.awt.geom.GeneralPath;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutlineNormaliserTest {
  private final GeneralPath path = new GeneralPath();

  @Test
  void a_line_back_to_the_start_is_left_out() {
    path.moveTo(0, 0);
    path.lineTo(10, 20);
    path.lineTo(20, 0);
    path.lineTo(0, 0);
    path.closePath();

    assertContour(new int[] {0, 10, 20}, new int[] {0, 20, 0}, true, true, true);
  }

  @Test
  void a_point_halfway_between_control_points_is_left_out_even_if_rounded() {
    path.moveTo(0, 0);
    path.quadTo(0, 11, 5, 11);
    path.quadTo(11, 11, 11, 0);
    path.closePath();

    assertContour(new int[] {0, 0, 11, 11}, new int[] {0, 11, 11, 0}, true, false, false, true);
  }

  @Test
  void a_point_one_unit_off_the_middle_stays() {
    path.moveTo(0, 0);
    path.quadTo(0, 10, 6, 10);
    path.quadTo(10, 10, 10, 0);
    path.closePath();

    assertContour(
        new int[] {0, 0, 6, 10, 10}, new int[] {0, 10, 10, 10, 0}, true, false, true, false, true);
  }

  @Test
  void a_start_that_is_implied_is_left_out_too() {
    path.moveTo(5, 0);
    path.quadTo(10, 0, 5, 10);
    path.quadTo(0, 0, 5, 0);
    path.closePath();

    assertContour(new int[] {10, 5, 0}, new int[] {0, 10, 0}, false, true, false);
  }

  @Test
  void a_contour_of_one_point_is_left_out() {
    path.moveTo(7, 7);
    path.lineTo(7, 7);
    path.closePath();

    assertEquals(List.of(), new OutlineNormaliser().contours(path));
  }

  private void assertContour(int[] x, int[] y, boolean... on) {
    List<Contour> contours = new OutlineNormaliser().contours(path);
    assertEquals(1, contours.size());
    assertArrayEquals(x, contours.getFirst().x());
    assertArrayEquals(y, contours.getFirst().y());
    assertArrayEquals(on, contours.getFirst().on());
  }
}
