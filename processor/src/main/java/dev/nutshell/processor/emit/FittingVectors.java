package dev.nutshell.processor.emit;

import dev.nutshell.processor.emit.driver.CodeLimits;
import dev.nutshell.processor.emit.driver.ProgramContents;
import dev.nutshell.processor.loop.program.CompiledModel;
import dev.nutshell.processor.loop.program.CompiledModel.Forms;
import dev.nutshell.processor.loop.program.CompiledModel.TrainingPrograms;
import dev.nutshell.processor.loop.program.Kernel;

/**
 * Leaves vectors out of programs in which a kernel of theirs would be too large for HotSpot:
 * written out for blocks it is larger than the plain loops, and these alone decide whether a
 * network is refused.
 */
final class FittingVectors {
  private FittingVectors() {}

  static CompiledModel of(CompiledModel compiled) {
    return new CompiledModel(
        compiled.model(),
        compiled.offsets(),
        compiled.inference().stream().map(FittingVectors::of).toList(),
        compiled.training().stream()
            .map(
                programs ->
                    new TrainingPrograms(
                        programs.entry(),
                        programs.chunk(),
                        of(programs.train()),
                        of(programs.evaluate()),
                        programs.trainingMetrics(),
                        programs.evaluationMetrics(),
                        programs.adapt()))
            .toList(),
        compiled.constrain());
  }

  private static Forms of(Forms forms) {
    boolean fits = ProgramContents.kernels(forms.vector()).allMatch(FittingVectors::fits);
    return fits ? forms : new Forms(forms.scalar(), forms.scalar());
  }

  private static boolean fits(Kernel kernel) {
    return CodeLimits.bytes(kernel) <= CodeLimits.KERNEL_BYTES;
  }
}
