/** Learning rates that change from update to update. */
package dev.nutshell.training.schedule;
