package dev.nutshell.processor.emit;

import dev.nutshell.processor.emit.DriverStep.Argument;
import dev.nutshell.processor.loop.Place;
import java.util.List;

/** What calls of kernels refer to in any method of a training class: its fields. */
abstract class TrainingScope implements DriverTranslator.Scope {
  private final TrainingLayout layout;

  TrainingScope(TrainingLayout layout) {
    this.layout = layout;
  }

  @Override
  public String array(Place place) {
    return layout.array(place);
  }

  @Override
  public Argument offset(Place place) {
    return TrainingLayout.offset(place);
  }

  @Override
  public List<String> random() {
    return List.of("seed", "step", "samples");
  }
}
