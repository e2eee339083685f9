/**
 * Time expressions of news: which words give a date, a time, a duration or a set, and which day they mean when read against
 * the publication time. English has a grammar; Japanese and Korean, which mark each number, share one with a file of words
 * each. Values are those of TIMEX3.
 */
@NullMarked
package io.dyadwire.processor.date;

import org.jspecify.annotations.NullMarked;
