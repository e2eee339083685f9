/** What can be set: the file {@code config/dyadwire.yaml}, then the environment; read once, checked whole. */
@NullMarked
package io.dyadwire.runner.config;

import org.jspecify.annotations.NullMarked;
