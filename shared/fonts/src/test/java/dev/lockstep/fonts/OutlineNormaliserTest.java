package dev.lockstep.fonts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    assertEquals(List.of(), OutlineNormaliser.quadratic().contours(path));
  }

  @Test
  void cubic_curves_keep_the_point_between_them() {
    path.moveTo(0, 0);
    path.curveTo(0, 5, 5, 10, 10, 10);
    path.curveTo(15, 10, 20, 5, 20, 0);
    path.closePath();

    assertEquals(
        "0,0 ~0,5 ~5,10 10,10 ~15,10 ~20,5 20,0",
        OutlineNormaliser.text(OutlineNormaliser.cubic(1).contours(path)));
  }

  @Test
  void parts_of_a_unit_are_rounded_upwards_at_the_half() {
    path.moveTo(0.25, -0.25);
    path.lineTo(1.2, -1.3);
    path.closePath();

    assertEquals("1,0 2,-3", OutlineNormaliser.text(OutlineNormaliser.cubic(2).contours(path)));
  }

  @Test
  void a_contour_that_is_not_closed_counts_as_closed() {
    path.moveTo(0, 0);
    path.lineTo(1, 0);
    path.moveTo(5, 5);
    path.lineTo(6, 5);

    assertEquals(
        "0,0 1,0; 5,5 6,5", OutlineNormaliser.text(OutlineNormaliser.quadratic().contours(path)));
  }

  @Test
  void from_anywhere_the_start_and_repeated_points_do_not_count() {
    path.moveTo(10, 20);
    path.lineTo(20, 0);
    path.lineTo(20, 0);
    path.quadTo(5, 5, 0, 0);
    path.lineTo(10, 20);
    path.closePath();

    assertEquals(
        "0,0 10,20 20,0 ~5,5",
        OutlineNormaliser.text(OutlineNormaliser.quadratic().fromAnywhere().contours(path)));
  }

  @Test
  void a_curve_of_the_other_kind_is_a_fault_of_the_adapter() {
    path.moveTo(0, 0);
    path.quadTo(0, 5, 5, 5);

    assertThrows(IllegalStateException.class, () -> OutlineNormaliser.cubic(1).contours(path));
  }

  private void assertContour(int[] x, int[] y, boolean... on) {
    List<Contour> contours = OutlineNormaliser.quadratic().contours(path);
    assertEquals(1, contours.size());
    assertArrayEquals(x, contours.getFirst().x());
    assertArrayEquals(y, contours.getFirst().y());
    assertArrayEquals(on, contours.getFirst().on());
  }
}
