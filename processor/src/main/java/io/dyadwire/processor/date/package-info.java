/**
 * Time expressions of news English: which words give a date, a time, a duration or a set, and which day they mean when
 * read against the publication day. Values are those of TIMEX3.
 */
@NullMarked
package io.dyadwire.processor.date;

import org.jspecify.annotations.NullMarked;
