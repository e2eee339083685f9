package io.dyadwire.runner.demo;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A story as a feed lists it.
 *
 * @param link where its page is; two feeds that carry one article give the same
 * @param paragraphs what the feed gives of its text
 */
record Item(
        URI link,
        String title,
        Instant published,
        List<String> authors,
        List<String> categories,
        List<String> paragraphs) {}
