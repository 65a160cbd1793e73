package dev.nutshell.processor.loop.sequence;

import dev.nutshell.processor.graph.Node;

/**
 * A value that has to arrive in given memory.
 *
 * @param overwrites whether the memory holds a value that the graph may still read
 */
record Transfer(Node node, Slot slot, boolean overwrites) {}
