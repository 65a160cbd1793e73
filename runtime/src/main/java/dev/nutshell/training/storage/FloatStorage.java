package dev.nutshell.training.storage;

import dev.nutshell.inference.ModelSpec;
import dev.nutshell.inference.Precision;
import dev.nutshell.inference.Weights;
import java.util.Arrays;
import java.util.Objects;

/** Numbers in single precision. */
final class FloatStorage extends Storage {

  private final float[] values;

  FloatStorage(float[] values, int offset, int size) {
    super(offset, size);
    this.values = values;
  }

  @Override
  public Precision precision() {
    return Precision.FLOAT;
  }

  @Override
  public double get(int index) {
    return values[offset() + index];
  }

  @Override
  public void set(int index, double value) {
    values[offset() + index] = (float) value;
  }

  @Override
  public void fill(int from, int to, double value) {
    Arrays.fill(values, offset() + from, offset() + to, (float) value);
  }

  @Override
  public void copyFrom(Storage source) {
    System.arraycopy(source.floats(), source.offset(), values, offset(), size());
  }

  @Override
  public void scale(int from, int to, double factor) {
    float by = (float) factor;
    int end = offset() + to;
    for (int i = offset() + from; i < end; i++) {
      values[i] *= by;
    }
  }

  @Override
  public void lessen(int from, int to, double share) {
    float taken = (float) share;
    int end = offset() + to;
    for (int i = offset() + from; i < end; i++) {
      values[i] -= values[i] * taken;
    }
  }

  @Override
  public void add(Storage other, int from, int to) {
    float[] others = other.floats();
    int end = offset() + to;
    for (int i = offset() + from; i < end; i++) {
      values[i] += others[i];
    }
  }

  @Override
  public void addScaled(Storage other, int from, int to, double factor) {
    float[] others = other.floats();
    float by = (float) factor;
    int end = offset() + to;
    for (int i = offset() + from; i < end; i++) {
      values[i] += by * others[i];
    }
  }

  @Override
  public void approach(Storage goal, int from, int to, double share) {
    float[] goals = goal.floats();
    float step = (float) share;
    int end = offset() + to;
    for (int i = offset() + from; i < end; i++) {
      values[i] = Underflow.flush(values[i] + step * (goals[i] - values[i]));
    }
  }

  @Override
  public void clamp(int from, int to, double limit) {
    float bound = (float) limit;
    int end = offset() + to;
    for (int i = offset() + from; i < end; i++) {
      values[i] = Math.max(-bound, Math.min(bound, values[i]));
    }
  }

  @Override
  public double sumOfSquares(int from, int to) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = offset() + from;
    int end = offset() + to;
    for (; i + 3 < end; i += 4) {
      sum0 += (double) values[i] * values[i];
      sum1 += (double) values[i + 1] * values[i + 1];
      sum2 += (double) values[i + 2] * values[i + 2];
      sum3 += (double) values[i + 3] * values[i + 3];
    }
    for (; i < end; i++) {
      sum0 += (double) values[i] * values[i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  @Override
  public Storage slice(int from, int count) {
    Objects.checkFromIndexSize(from, count, size());
    return new FloatStorage(values, offset() + from, count);
  }

  @Override
  public Weights weights(ModelSpec spec) {
    return Weights.of(spec, Arrays.copyOfRange(values, offset(), offset() + size()));
  }

  @Override
  public float[] floats() {
    return values;
  }
}
