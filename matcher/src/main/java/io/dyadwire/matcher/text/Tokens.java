package io.dyadwire.matcher.text;

import java.util.Objects;

/**
 * A text cut once into words and sentences. Words are counted from 0; offsets are UTF-16 code units into
 * {@link #source()}, ends exclusive. Immutable. An index outside its range throws {@link IndexOutOfBoundsException}.
 *
 * <p>"Japan's U.S. ties, 1,400 of them" has the words {@code Japan, U.S., ties, 1,400, of, them}.
 */
public final class Tokens {
    static final byte CAPITAL = 1;
    static final byte ALL_CAPS = 2;
    static final byte NUMBER = 4;
    static final byte DOTTED = 8;

    private final String source;
    private final TokenArrays words;
    private final SentenceArrays sentences;

    Tokens(String source, TokenArrays words, SentenceArrays sentences) {
        this.source = source;
        this.words = words;
        this.sentences = sentences;
    }

    /** How many words. */
    public int count() {
        return words.count;
    }

    /** Where word {@code i} begins. */
    public int start(int i) {
        return words.start[check(i)];
    }

    /** Where word {@code i} ends, exclusive. A possessive 's is outside; the dots of "U.S." are inside. */
    public int end(int i) {
        return words.end[check(i)];
    }

    /** The id of the word with case and accents folded ("controls"), 0 when the vocabulary has none. */
    public int exact(int i) {
        return WordInfo.exact(words.word[check(i)]);
    }

    /** The id of the word's base form, light English inflection taken off ("control"), 0 when there is none. */
    public int folded(int i) {
        return WordInfo.folded(words.word[check(i)]);
    }

    /**
     * The first word from {@code from} to {@code to}, both inclusive, that has one of these marks of the vocabulary;
     * {@code to + 1} if none has.
     */
    public int nextMarked(int from, int to, int marks) {
        long[] all = words.word;
        int end = Math.min(to, words.count - 1);
        for (int i = from; i <= end; i++) {
            if (WordInfo.marked(all[i], marks)) {
                return i;
            }
        }
        return to + 1;
    }

    /** Begins with a capital letter. */
    public boolean capital(int i) {
        return words.has(check(i), CAPITAL);
    }

    /** Has two letters or more, all of them capitals: "US", "U.S.", "G20" is not. */
    public boolean allCaps(int i) {
        return words.has(check(i), ALL_CAPS);
    }

    /** Begins with a digit: "24", "24th", "1,400", "3.5", "5bn". */
    public boolean number(int i) {
        return words.has(check(i), NUMBER);
    }

    /** An abbreviation written with its dots: "U.S.", "a.m.". */
    public boolean dotted(int i) {
        return words.has(check(i), DOTTED);
    }

    /** The first word of its sentence. */
    public boolean sentenceStart(int i) {
        return sentences.firstToken[sentenceOf(i)] == i;
    }

    /**
     * The last character between the word before and this one that is not space, 0 if there is none: '.', ',', '(', '"', '-'.
     * Exactly '\'' after a possessive ("Japan's exports": the one before "exports"). Of a character outside the BMP, its
     * low surrogate.
     */
    public char before(int i) {
        return words.before[check(i)];
    }

    /** Word {@code i} as it stands in the text. */
    public String text(int i) {
        return source.substring(start(i), end(i));
    }

    /** Whether word {@code i} stands in the text exactly as given, case and accents included. */
    public boolean reads(int i, String surface) {
        return end(i) - start(i) == surface.length() && source.regionMatches(start(i), surface, 0, surface.length());
    }

    /** The text that was cut. */
    public String source() {
        return source;
    }

    /** How many sentences; each has a word at least, so a text without words has none. */
    public int sentences() {
        return sentences.count;
    }

    /** The sentence that word {@code i} is in. */
    public int sentenceOf(int i) {
        return words.sentence[check(i)];
    }

    /** Where sentence {@code s} begins, an opening quote or bracket included. */
    public int sentenceFrom(int s) {
        return sentences.from[checkSentence(s)];
    }

    /** Where sentence {@code s} ends, exclusive: after its full stop and closing quotes. */
    public int sentenceTo(int s) {
        return sentences.to[checkSentence(s)];
    }

    /** The first word of sentence {@code s}. */
    public int firstTokenOf(int s) {
        return sentences.firstToken[checkSentence(s)];
    }

    /** The last word of sentence {@code s}, inclusive. */
    public int lastTokenOf(int s) {
        return checkSentence(s) + 1 < sentences.count ? sentences.firstToken[s + 1] - 1 : words.count - 1;
    }

    /** Which paragraph sentence {@code s} is in, from 0; paragraphs are parted by blank lines. */
    public int paragraphOf(int s) {
        return sentences.paragraph[checkSentence(s)];
    }

    private int check(int i) {
        return Objects.checkIndex(i, words.count);
    }

    private int checkSentence(int s) {
        return Objects.checkIndex(s, sentences.count);
    }
}
