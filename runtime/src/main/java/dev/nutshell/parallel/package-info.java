/** Work on several threads: the threads, and predictions shared out among them. */
package dev.nutshell.parallel;
