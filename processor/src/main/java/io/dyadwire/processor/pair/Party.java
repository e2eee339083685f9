package io.dyadwire.processor.pair;

import io.dyadwire.contract.tag.MentionKind;

/**
 * A country named in a sentence.
 *
 * @param country its place in the article's list of countries
 * @param first its first token
 * @param last its last token, included
 * @param about whether the article is about the country
 */
record Party(int country, MentionKind kind, int first, int last, boolean about) {}
