package dev.nutshell.processor.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;

/**
 * The digest of what a model predicts: its variables, and the inference graph of each entry point.
 * Names of axes, positions in the text, documentation, losses and initializers do not change it, so
 * that weights fit as long as predictions mean the same.
 */
public final class Fingerprint {
  private final StringBuilder text = new StringBuilder();
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

  private Fingerprint() {}

  /** The SHA-256 in hex. */
  public static String of(Model model) {
    Fingerprint fingerprint = new Fingerprint();
    for (Variable variable : model.variables()) {
      fingerprint.line(variable.kind(), variable.path(), variable.type(), variable.shape());
    }
    for (Model.EntryPoint entry : model.entries()) {
      fingerprint.line("entry", entry.name());
      entry.inputs().forEach(input -> fingerprint.line(input.name(), input.type(), input.shape()));
      fingerprint.graph(entry.inference());
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(fingerprint.text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void line(Object... parts) {
    for (Object part : parts) {
      text.append(part).append(' ');
    }
    text.append('\n');
  }

  private void graph(Graph graph) {
    graph.nodes().forEach(this::node);
    graph.outputs().forEach(output -> line("output", output.name(), number(output.node())));
    graph.updates().forEach(each -> line("update", each.variable().path(), number(each.value())));
  }

  private void node(Node node) {
    text.append(number(node)).append(' ').append(node.shape()).append(' ');
    if (node instanceof Compute compute) {
      compute.axes().forEach(axis -> text.append(number(axis)).append(' '));
      scalar(compute.body());
    } else if (node instanceof Reshape reshape) {
      text.append("reshape ").append(number(reshape.operand()));
    } else if (node instanceof ScanOutput output) {
      scan(output.scan());
      text.append(number(output.scan())).append(' ').append(output.index());
    } else {
      text.append(node.getClass().getSimpleName()).append(' ').append(node.name());
    }
    text.append('\n');
  }

  private void scan(Scan scan) {
    if (numbers.containsKey(scan)) {
      return;
    }
    text.append("scan ").append(number(scan)).append(' ').append(number(scan.axis()));
    text.append(scan.reverse() ? " reverse\n" : "\n");
    scan.body().forEach(this::node);
    for (Scan.Carry carry : scan.carries()) {
      line("carry", number(carry.begin()), number(carry.initial()), number(carry.next()));
    }
    scan.yields().forEach(yield -> line("yield", number(yield)));
  }

  private void scalar(Scalar scalar) {
    if (scalar instanceof Scalar.Constant constant) {
      text.append(constant.type()).append(Double.toHexString(constant.value()));
    } else if (scalar instanceof Scalar.AxisIndex index) {
      text.append('a').append(number(index.axis()));
    } else if (scalar instanceof Scalar.ExtentValue extent) {
      text.append(extent.extent());
    } else {
      text.append('(').append(operator(scalar));
      for (Scalar child : scalar.children()) {
        text.append(' ');
        scalar(child);
      }
      text.append(')');
    }
  }

  private String operator(Scalar scalar) {
    if (scalar instanceof Scalar.Read read) {
      return "read" + number(read.node());
    }
    if (scalar instanceof Scalar.Unary unary) {
      return unary.op().name();
    }
    if (scalar instanceof Scalar.Binary binary) {
      return binary.op().name();
    }
    if (scalar instanceof Scalar.Cast cast) {
      return "cast" + cast.type();
    }
    if (scalar instanceof Scalar.Random random) {
      return "random" + random.stream();
    }
    if (scalar instanceof Scalar.Reduce reduce) {
      StringBuilder operator = new StringBuilder(reduce.op().name());
      for (Axis axis : reduce.axes()) {
        operator.append(" a").append(number(axis)).append(':').append(axis.extent());
      }
      return operator.append(" guards ").append(reduce.guards().size()).toString();
    }
    return "select";
  }

  private int number(Object object) {
    return numbers.computeIfAbsent(object, key -> numbers.size());
  }
}
