/** HTML and dirty text to plain text that can be shown and matched. */
@NullMarked
package io.dyadwire.ingest.text;

import org.jspecify.annotations.NullMarked;
