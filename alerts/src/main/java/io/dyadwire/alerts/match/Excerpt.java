package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Span;

/**
 * A sentence of an article, or the part of a very long one.
 *
 * @param span where it stands
 * @param text never blank
 */
public record Excerpt(Span span, String text) {}
