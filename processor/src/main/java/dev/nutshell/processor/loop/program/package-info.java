/** What the loop stage hands on: phases of kernel calls, and kernels as loop statements. */
package dev.nutshell.processor.loop.program;
