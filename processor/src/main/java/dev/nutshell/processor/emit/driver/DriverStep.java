package dev.nutshell.processor.emit.driver;

import dev.nutshell.processor.loop.program.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a method that calls kernels. Its numbers (offsets, mostly) stand apart from its
 * shape, so that runs of equal shape can become a loop.
 */
public sealed interface DriverStep {

  /** Everything but the numbers; equal for steps that differ in numbers alone. */
  Object shape();

  /** The numbers, in the order in which they are written. */
  List<Integer> numbers();

  /** An argument: a text, a number, or their sum. */
  record Argument(String text, boolean numbered, int number) {
    static Argument text(String text) {
      return new Argument(text, false, 0);
    }

    public static Argument number(int number) {
      return new Argument("", true, number);
    }

    /** {@code base + number}. */
    public static Argument sum(String base, int number) {
      return new Argument(base, true, number);
    }
  }

  /** Calls a method. */
  record Call(String method, List<Argument> arguments) implements DriverStep {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Object shape() {
      List<Object> shape = new ArrayList<>();
      shape.add(method);
      arguments.forEach(argument -> shape.add(List.of(argument.text(), argument.numbered())));
      return shape;
    }

    @Override
    public List<Integer> numbers() {
      return arguments.stream().filter(Argument::numbered).map(Argument::number).toList();
    }
  }

  /** The steps of a {@link Program.Loop}: {@code index} goes through {@code extent} steps. */
  record Scan(String index, String extent, boolean reverse, List<DriverStep> body)
      implements DriverStep {
    public Scan {
      body = List.copyOf(body);
    }

    @Override
    public Object shape() {
      return List.of(index, extent, reverse, body.stream().map(DriverStep::shape).toList());
    }

    @Override
    public List<Integer> numbers() {
      return body.stream().flatMap(step -> step.numbers().stream()).toList();
    }
  }

  /**
   * A run of steps that is repeated with other numbers.
   *
   * @param body the steps of the first time
   * @param series for each number of the body, in order, how it goes from time to time
   */
  record Repetition(int times, List<DriverStep> body, List<NumberSeries> series)
      implements DriverStep {
    public Repetition {
      body = List.copyOf(body);
      series = List.copyOf(series);
    }

    @Override
    public Object shape() {
      return this;
    }

    @Override
    public List<Integer> numbers() {
      return List.of();
    }
  }
}
