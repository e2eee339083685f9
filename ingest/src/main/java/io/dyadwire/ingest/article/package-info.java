/**
 * One item of a feed to one article: address, id, plain text, sane dates.
 * Pure functions; nothing here knows HTTP or Kafka.
 */
@NullMarked
package io.dyadwire.ingest.article;

import org.jspecify.annotations.NullMarked;
