package dev.lockstep.report;

import dev.lockstep.doctor.Check;
import java.util.List;

/**
 * What {@code doctor} found, for machines ({@code docs/schema/doctor.schema.json}).
 *
 * @param format of this document, 1
 * @param ok whether nothing is missing
 */
public record DoctorReport(int format, String verb, boolean ok, List<Check> checks) {
  /** The format that this version writes. */
  public static final int FORMAT = 1;

  /** Of all checks. */
  public static DoctorReport of(List<Check> checks) {
    return new DoctorReport(FORMAT, "doctor", checks.stream().allMatch(Check::ok), checks);
  }
}
