package io.dyadwire.processor.pair;

import io.dyadwire.contract.tag.MentionKind;

/** A country named in a sentence: its first and last token, both included. */
record Party(String code, MentionKind kind, int first, int last) {}
