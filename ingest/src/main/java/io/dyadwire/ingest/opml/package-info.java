/**
 * The list of feeds: an OPML file that every feed reader can write and read.
 * Front door: {@code OpmlFile}.
 */
@NullMarked
package io.dyadwire.ingest.opml;

import org.jspecify.annotations.NullMarked;
