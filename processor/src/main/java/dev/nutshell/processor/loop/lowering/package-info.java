/** One task becomes one kernel: loops, register tiles, vectors and scratch memory. */
package dev.nutshell.processor.loop.lowering;
