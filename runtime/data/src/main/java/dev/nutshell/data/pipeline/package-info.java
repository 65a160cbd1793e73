/** What happens to samples between a data set and a network: changed, mixed, read ahead. */
package dev.nutshell.data.pipeline;
