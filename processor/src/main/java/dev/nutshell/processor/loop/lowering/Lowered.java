package dev.nutshell.processor.loop.lowering;

import dev.nutshell.processor.loop.program.Kernel;
import dev.nutshell.processor.loop.sequence.Slot;
import java.util.List;

/**
 * A task as a kernel.
 *
 * @param slots the memory behind the kernel's buffers, in order
 */
public record Lowered(Kernel kernel, List<Slot> slots) {}
