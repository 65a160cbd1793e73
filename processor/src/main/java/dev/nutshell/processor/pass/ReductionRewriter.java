package dev.nutshell.processor.pass;

import dev.nutshell.processor.graph.Compute;
import dev.nutshell.processor.graph.GraphRewriter;
import dev.nutshell.processor.graph.Node;
import dev.nutshell.processor.graph.Scalar;
import dev.nutshell.processor.graph.Scalar.Reduce;
import dev.nutshell.processor.graph.Scalars;

/** Replaces reductions, each by another expression of the same value. */
abstract class ReductionRewriter extends GraphRewriter {

  @Override
  protected final Node rebuild(Node node) {
    Node rebuilt = super.rebuild(node);
    if (!(rebuilt instanceof Compute compute)) {
      return rebuilt;
    }
    Scalar body =
        Scalars.rewrite(
            compute.body(),
            part -> part instanceof Reduce reduce ? replacement(compute, reduce) : part);
    return body.equals(compute.body())
        ? compute
        : new Compute(compute.name(), compute.axes(), body, compute.span());
  }

  /** What a reduction of a node becomes, or the same. */
  protected abstract Scalar replacement(Compute compute, Reduce reduce);
}
