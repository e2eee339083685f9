/** How the command talks with a person: help, errors in one sentence, logs, words that are safe on a terminal. */
@NullMarked
package io.dyadwire.runner.cli;

import org.jspecify.annotations.NullMarked;
