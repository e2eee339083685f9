/** What an article is about: countries, pairs, topics, dates and deadlines, each with the words that prove it. */
@NullMarked
package io.dyadwire.contract.tag;

import org.jspecify.annotations.NullMarked;
