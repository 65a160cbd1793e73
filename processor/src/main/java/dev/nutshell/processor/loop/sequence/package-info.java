/** What is computed in which order, and in which memory each result arises. */
package dev.nutshell.processor.loop.sequence;
