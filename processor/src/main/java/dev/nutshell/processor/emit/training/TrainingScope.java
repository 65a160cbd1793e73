package dev.nutshell.processor.emit.training;

import dev.nutshell.processor.emit.driver.DriverStep.Argument;
import dev.nutshell.processor.emit.driver.DriverTranslator;
import dev.nutshell.processor.loop.program.Area;
import dev.nutshell.processor.loop.program.KernelIntegers;
import dev.nutshell.processor.loop.program.Place;
import java.util.List;

/** What calls of kernels refer to in any method of a training class: its fields. */
abstract class TrainingScope implements DriverTranslator.Scope {
  private final TrainingLayout layout;

  TrainingScope(TrainingLayout layout) {
    this.layout = layout;
  }

  /** Chunks run side by side, each in scratch memory of its own. */
  @Override
  public String array(Place place) {
    String array = layout.array(place);
    return place.area() == Area.SCRATCH ? array + "[" + integer(KernelIntegers.CHUNK) + "]" : array;
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
