/**
 * Benchmarks against peers and limits, each run by one command.
 * Figures are ratios within one run.
 */
@NullMarked
package io.dyadwire.bench;

import org.jspecify.annotations.NullMarked;
