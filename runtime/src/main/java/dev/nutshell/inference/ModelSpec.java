package dev.nutshell.inference;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a network is, seen from outside: its entry points and its variables.
 *
 * <p>A generated class holds it as text and parses it once; {@link #parse} says how it is written.
 */
public final class ModelSpec {

  private final String name;
  private final Precision precision;
  private final String fingerprint;
  private final String libraryVersion;
  private final Map<String, String> sources;
  private final List<EntrySpec> entries;
  private final List<VariableSpec> variables;
  private final int parameterSize;
  private final int size;

  ModelSpec(
      String name,
      Precision precision,
      String fingerprint,
      String libraryVersion,
      Map<String, String> sources,
      List<EntrySpec> entries,
      List<VariableSpec> variables) {
    this.name = Objects.requireNonNull(name, "name");
    this.precision = Objects.requireNonNull(precision, "precision");
    this.fingerprint = Objects.requireNonNull(fingerprint, "fingerprint");
    this.libraryVersion = Objects.requireNonNull(libraryVersion, "libraryVersion");
    this.sources = sources;
    this.entries = List.copyOf(entries);
    this.variables = List.copyOf(variables);
    this.parameterSize = sizeOf(this.variables, VariableSpec.Kind.PARAMETER);
    this.size = parameterSize + sizeOf(this.variables, VariableSpec.Kind.STATE);
  }

  /**
   * Reads the text form: one item a line, each a keyword and its words, in this order.
   *
   * <pre>{@code
   * model Digits FLOAT                      name and precision
   * library 0.1.0                           version of the compiler that wrote it
   * fingerprint 3f2a51…                     hex digest of the checked graph
   * source digits.dl=9c01…                  SHA-256 of each source file, any number
   * entry predict                           an entry point; what follows belongs to it
   * input image REAL 28,28,1                name, element, shape
   * target digit INT                        no shape, or -, for a scalar
   * output probabilities REAL 10
   * loss cross_entropy
   * metric accuracy
   * parameter conv.W 5,5,1,6 glorot_uniform path, shape, initializer
   * state norm.mean 6 zeros                 after all parameters
   * }</pre>
   *
   * <p>A bounded axis of an input, target or output is written {@code t<=64}. The order of the
   * variables is the order of their storage.
   *
   * <p>Lines between {@code repeat 24} and {@code end} count 24 times; a number in braces, as in
   * {@code block.{0}.W}, is the first of a row.
   *
   * @throws IllegalArgumentException naming the line, if the text is none of that form
   */
  public static ModelSpec parse(String text) {
    return new ModelSpecParser(text).parse();
  }

  /** The name of the network. */
  public String name() {
    return name;
  }

  /** The floating-point type it computes in. */
  public Precision precision() {
    return precision;
  }

  /** Hex digest of the checked graph; formatting and comments of the source do not change it. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The version of the compiler that generated the class. */
  public String libraryVersion() {
    return libraryVersion;
  }

  /** The SHA-256, in hex, of each source file the network was compiled from, by relative path. */
  public Map<String, String> sources() {
    return sources;
  }

  /** The entry points. */
  public List<EntrySpec> entries() {
    return entries;
  }

  /**
   * The entry point of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public EntrySpec entry(String entry) {
    for (EntrySpec candidate : entries) {
      if (candidate.name().equals(entry)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(
        "model "
            + name
            + " has no entry point "
            + entry
            + "; there are "
            + entries.stream().map(EntrySpec::name).collect(Collectors.joining(", ")));
  }

  /** The variables in the order of their storage: parameters, then states. */
  public List<VariableSpec> variables() {
    return variables;
  }

  /** Elements of all parameters; the states follow them in storage. */
  public int parameterSize() {
    return parameterSize;
  }

  /** Elements of all variables. */
  public int size() {
    return size;
  }

  /** Name and short fingerprint. */
  @Override
  public String toString() {
    return name + " " + fingerprint;
  }

  private static int sizeOf(List<VariableSpec> variables, VariableSpec.Kind kind) {
    return variables.stream().filter(v -> v.kind() == kind).mapToInt(VariableSpec::size).sum();
  }
}
