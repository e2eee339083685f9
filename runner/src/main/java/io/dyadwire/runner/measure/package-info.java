/** {@code dyadwire measure}: how far the tags agree with what people say of the same articles. */
@NullMarked
package io.dyadwire.runner.measure;

import org.jspecify.annotations.NullMarked;
