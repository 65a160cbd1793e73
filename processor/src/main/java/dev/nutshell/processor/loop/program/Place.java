package dev.nutshell.processor.loop.program;

import dev.nutshell.processor.graph.ElementType;

/**
 * Where a tensor lives.
 *
 * @param port which input or output it is; 0 elsewhere
 * @param type the element type, which tells the arrays of one area apart
 * @param offset of the first element in the area, or in each of its rows
 * @param rowStride the distance of rows, for areas that have them; 0 elsewhere
 */
public record Place(Area area, int port, ElementType type, int offset, int rowStride) {}
