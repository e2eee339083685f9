/**
 * What a person names on the command line to be read.
 */
@NullMarked
package io.dyadwire.runner.source;

import org.jspecify.annotations.NullMarked;
