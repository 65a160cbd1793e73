/** The shipped network: its generated class, and the weights beside it on the class path. */
package dev.nutshell.shipping.clothes;
