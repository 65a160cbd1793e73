/** Graphs become programs: tasks in sequence are lowered to kernels and their memory is planned. */
package dev.nutshell.processor.loop;
