/** How parameters follow their gradients. */
package dev.nutshell.training.optimizer;
