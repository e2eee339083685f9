/**
 * The pages that new items link to, fetched once and politely, for their full text.
 * Whatever goes wrong, the article keeps the text that its feed gave. Front door: {@code ArticlePages}.
 */
@NullMarked
package io.dyadwire.ingest.fulltext;

import org.jspecify.annotations.NullMarked;
