package dev.nutshell.processor.loop;

import java.util.List;

/**
 * A task as a kernel.
 *
 * @param slots the memory behind the kernel's buffers, in order
 */
record Lowered(Kernel kernel, List<Slot> slots) {}
