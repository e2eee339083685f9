package io.dyadwire.alerts.rules;

/**
 * Something that is wrong.
 *
 * @param path where, such as {@code rules[2].pairs[0]}; empty for the whole
 * @param detail what, and what to do
 */
public record Mistake(String path, String detail) {}
