/**
 * The article in a web page: its words without menus, adverts and neighbours, and what the page says about it.
 * Front door: {@code PageExtractor}.
 */
@NullMarked
package io.dyadwire.ingest.page;

import org.jspecify.annotations.NullMarked;
