package dev.nutshell.training.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;

/** Numbers held against those of a case, within its tolerance. */
public final class Comparison {

  private final String file;
  private final String id;
  private final double atol;
  private final double rtol;
  private double largest;
  private String problem = "";

  public Comparison(String file, String id, double atol, double rtol) {
    this.file = file;
    this.id = id;
    this.atol = atol;
    this.rtol = rtol;
  }

  /** With the tolerance that a case states, as an object of rtol and atol. */
  public static Comparison of(String file, String id, Object tolerance) {
    Map<String, Object> numbers = Json.map(tolerance);
    return new Comparison(
        file, id, Json.number(numbers.get("atol")), Json.number(numbers.get("rtol")));
  }

  public void add(String what, double found, double expected) {
    double error = Math.abs(found - expected);
    // Not-a-number is no number within a tolerance.
    if (!(error <= atol + rtol * Math.abs(expected)) && problem.isEmpty()) {
      problem = id + ", " + what + ": " + found + " found, " + expected + " expected";
    }
    largest = Double.isNaN(error) ? error : Math.max(largest, error);
  }

  /** Writes the case down, and fails if a number was too far away. */
  public void report() {
    ReferenceReport.compared(file, id, problem.isEmpty(), largest, tolerance());
    check();
  }

  /** Writes down why the case is none for us, and fails if it is met. */
  public void inapplicable(String reason) {
    ReferenceReport.inapplicable(file, id, largest, tolerance(), reason);
    assertFalse(problem.isEmpty(), id + " is met; why is it inapplicable?");
  }

  private String tolerance() {
    return String.format(Locale.ROOT, "%s + %s * |expected|", atol, rtol);
  }

  /** Fails if a number was too far away. */
  public void check() {
    assertTrue(problem.isEmpty(), problem);
  }
}
