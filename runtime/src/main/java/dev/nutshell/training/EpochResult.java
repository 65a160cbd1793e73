package dev.nutshell.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * What one epoch achieved.
 *
 * @param epoch its number, from 1
 * @param training losses and metrics of its training steps, each taken before its update
 * @param validation losses and metrics of the validation data after it, if there are such data
 * @param seconds how long it took, validation included
 */
public record EpochResult(
    int epoch, Evaluation training, Optional<Evaluation> validation, double seconds) {

  void write(DataOutput out) throws IOException {
    out.writeInt(epoch);
    training.write(out);
    out.writeBoolean(validation.isPresent());
    if (validation.isPresent()) {
      validation.get().write(out);
    }
    out.writeDouble(seconds);
  }

  static EpochResult read(DataInput in) throws IOException {
    int epoch = in.readInt();
    Evaluation training = Evaluation.read(in);
    Optional<Evaluation> validation =
        in.readBoolean() ? Optional.of(Evaluation.read(in)) : Optional.empty();
    return new EpochResult(epoch, training, validation, in.readDouble());
  }

  /** The validation result, or the training result where there is none. */
  public Evaluation judged() {
    return validation.orElse(training);
  }
}
