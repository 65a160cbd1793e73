/**
 * Training: the loop, optimizers, initial values, and saving. Shipped inference code never reaches
 * it.
 */
package dev.nutshell.training;
