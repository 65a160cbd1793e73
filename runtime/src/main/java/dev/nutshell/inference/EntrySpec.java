package dev.nutshell.inference;

import java.util.List;
import java.util.Objects;

/**
 * One way to call a network: several entry points share the same variables.
 *
 * @param name its name, such as {@code predict}
 * @param inputs what every call is given
 * @param targets what training and evaluation are given besides
 * @param outputs what a call writes
 * @param losses the names of the losses, whose sum training makes small
 * @param metrics what is reported only: numbers, or arrays without samples
 */
public record EntrySpec(
    String name,
    List<TensorSpec> inputs,
    List<TensorSpec> targets,
    List<TensorSpec> outputs,
    List<String> losses,
    List<TensorSpec> metrics) {

  /** Copies the lists. */
  public EntrySpec {
    Objects.requireNonNull(name, "name");
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    outputs = List.copyOf(outputs);
    losses = List.copyOf(losses);
    metrics = List.copyOf(metrics);
  }
}
