/** What may watch a training, save it and stop it. */
package dev.nutshell.training.callback;
