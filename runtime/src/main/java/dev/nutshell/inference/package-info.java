/**
 * What a shipped network is made of: its description, its weights, and what generated code calls
 * while it predicts.
 */
package dev.nutshell.inference;
