/** How far tags agree with what a reader would say: precision and recall over articles that people have labelled. */
@NullMarked
package io.dyadwire.processor.measure;

import org.jspecify.annotations.NullMarked;
