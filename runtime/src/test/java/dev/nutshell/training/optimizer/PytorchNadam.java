package dev.nutshell.training.optimizer;

/**
 * Nadam as PyTorch computes it in double precision: the product of the momenta alone is kept in
 * single precision.
 */
record PytorchNadam(Nadam rule) implements UpdateRule {

  @Override
  public int slots() {
    return rule.slots();
  }

  @Override
  public void update(Parameter parameter, int from, int to, long iteration, double rate) {
    float product = 1;
    for (long t = 1; t <= iteration; t++) {
      product *= (float) rule.momentum(t);
    }
    rule.step(parameter, from, to, iteration, rate, product);
  }
}
