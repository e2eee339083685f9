/** The one-shot tools that need no Kafka: {@code feed}, {@code extract}, {@code match} and {@code check-config}. */
@NullMarked
package io.dyadwire.runner.tool;

import org.jspecify.annotations.NullMarked;
