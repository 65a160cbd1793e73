/** The fields, names and checks that classes have whether they predict or train. */
package dev.nutshell.processor.emit.member;
