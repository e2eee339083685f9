package io.dyadwire.ingest.feed;

import java.net.URI;

/**
 * A feed that a page links to.
 *
 * @param title as the page calls it; empty when it does not
 */
public record FeedLink(URI address, String title) {}
