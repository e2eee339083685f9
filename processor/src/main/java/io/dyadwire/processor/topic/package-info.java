/** Which topics of the vocabulary an article reports on, by stored queries in a data file. */
@NullMarked
package io.dyadwire.processor.topic;

import org.jspecify.annotations.NullMarked;
