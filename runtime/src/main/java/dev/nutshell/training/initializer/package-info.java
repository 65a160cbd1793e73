/** How first values are drawn, and the random numbers of training. */
package dev.nutshell.training.initializer;
