package dev.nutshell.training.optimizer;

/**
 * Whose formula is followed where the two reference libraries differ: in the place of epsilon, and
 * with {@link Sgd} in that of the rate.
 *
 * <table>
 *   <caption>The divisor of the step; v is the mean square, c its bias correction 1 - beta2^t</caption>
 *   <tr><th></th><th>Keras 3</th><th>PyTorch 2</th></tr>
 *   <tr><td>Adam</td><td>(sqrt(v) + eps) / sqrt(c)</td><td>sqrt(v) / sqrt(c) + eps</td></tr>
 *   <tr><td>RMSprop, Adagrad</td><td>sqrt(v + eps)</td><td>sqrt(v) + eps</td></tr>
 *   <tr><td>Adamax</td><td>max(beta2 * u, |g|) + eps</td><td>max(beta2 * u, |g| + eps)</td></tr>
 * </table>
 */
public enum Convention {
  /** As Keras 3; the default. */
  KERAS,
  /** As PyTorch 2. */
  PYTORCH
}
