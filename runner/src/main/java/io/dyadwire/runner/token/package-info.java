/** {@code dyadwire token}: who may ask the API. */
@NullMarked
package io.dyadwire.runner.token;

import org.jspecify.annotations.NullMarked;
