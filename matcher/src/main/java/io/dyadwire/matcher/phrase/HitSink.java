package io.dyadwire.matcher.phrase;

/** Is told each phrase that was found. */
@FunctionalInterface
public interface HitSink {
    /** Phrase {@code id} covers the words {@code firstToken} to {@code lastToken}, both inclusive. */
    void hit(int id, int firstToken, int lastToken);
}
