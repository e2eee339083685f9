package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.Arrays;

/**
 * Which terms one document holds, and where. A term is twice the id of a word in its base form, and one more where the
 * form as written is meant; values of fields, and words with {@code *} or {@code ~}, have terms by the same vocabulary.
 *
 * <p>Positions count words in one row: those of the title, then a gap that no distance bridges, then those of the text.
 * Kept from document to document, so that reading one allocates nothing; belongs to one thread.
 */
final class Occurrences {
    /** Longer than any distance, slop and phrase that a query can ask for. */
    private static final int GAP = 256;

    private static final Tokens NO_WORDS = Tokenizer.cutAndAdd("", new Vocabulary());

    private final WordPatterns.Memo memo = new WordPatterns.Memo();
    private Document document = new Document(NO_WORDS, NO_WORDS);
    private int base;
    private int end;
    private int[] folded = new int[1024];
    private int[] exact = new int[1024];
    private final TermSet present = new TermSet();

    /** By term: its first entry, if it is present. */
    private int[] heads = new int[1024];

    /** Entries: a position each, chained by term. */
    private int entries;

    private int[] positions = new int[2048];
    private int[] nextEntry = new int[2048];

    private int distinct;
    private int[] terms = new int[512];

    private int weighed;
    private int[] weighedTerms = new int[16];
    private float[] weights = new float[16];

    Occurrences() {
        present.add(Filing.ALWAYS);
    }

    static int term(int wordId, boolean exact) {
        return 2 * wordId + (exact ? 1 : 0);
    }

    /**
     * Reads a document.
     *
     * @param asked the terms that some query has; others are left out, but for {@link #is}
     * @param withExact whether any query asks for words as written
     */
    void read(Document next, Vocabulary vocabulary, TermSet asked, boolean withExact, WordPatterns patterns) {
        forget();
        document = next;
        base = next.title().count() + GAP;
        end = base + next.text().count();
        makeRoom(2 * (vocabulary.size() + 1));
        Arrays.fill(folded, next.title().count(), base, 0);
        Arrays.fill(exact, next.title().count(), base, 0);
        readWords(next.text(), base, asked, withExact, patterns);
        readWords(next.title(), 0, asked, withExact, patterns);
        for (Document.Fact fact : next.facts()) {
            int id = vocabulary.idOf(fact.term());
            if (id != 0 && asked.holds(term(id, false))) {
                addFact(term(id, false), (float) fact.weight());
            }
        }
    }

    /** From the last word to the first, as each entry goes before those of its term that are there. */
    private void readWords(Tokens words, int from, TermSet asked, boolean withExact, WordPatterns patterns) {
        for (int i = words.count() - 1; i >= 0; i--) {
            int at = from + i;
            folded[at] = words.folded(i);
            addAsked(term(folded[at], false), at, asked);
            if (withExact) {
                exact[at] = words.exact(i);
                addAsked(term(exact[at], true), at, asked);
            }
            if (!patterns.isEmpty()) {
                for (int id : patterns.matching(words, i, memo)) {
                    add(term(id, false), at);
                }
            }
        }
    }

    private void addAsked(int term, int position, TermSet asked) {
        if (asked.holds(term)) {
            add(term, position);
        }
    }

    private void add(int term, int position) {
        if (entries == positions.length) {
            positions = Arrays.copyOf(positions, entries * 2);
            nextEntry = Arrays.copyOf(nextEntry, entries * 2);
        }
        if (!present.has(term)) {
            meet(term);
        }
        positions[entries] = position;
        nextEntry[entries] = heads[term];
        heads[term] = entries++;
    }

    private void addFact(int term, float weight) {
        if (!present.has(term)) {
            meet(term);
        }
        if (weighed == weights.length) {
            weighedTerms = Arrays.copyOf(weighedTerms, weighed * 2);
            weights = Arrays.copyOf(weights, weighed * 2);
        }
        weighedTerms[weighed] = term;
        weights[weighed++] = weight;
    }

    private void meet(int term) {
        present.add(term);
        heads[term] = -1;
        if (distinct == terms.length) {
            terms = Arrays.copyOf(terms, distinct * 2);
        }
        terms[distinct++] = term;
    }

    private void forget() {
        for (int i = 0; i < distinct; i++) {
            present.remove(terms[i]);
        }
        entries = 0;
        distinct = 0;
        weighed = 0;
    }

    private void makeRoom(int termsInAll) {
        if (end > folded.length) {
            folded = new int[end * 2];
            exact = new int[end * 2];
        }
        present.makeRoom(termsInAll + 2);
        if (termsInAll + 2 > heads.length) {
            heads = Arrays.copyOf(heads, (termsInAll + 2) * 3 / 2);
        }
    }

    Document document() {
        return document;
    }

    int distinct() {
        return distinct;
    }

    /** The i-th of the distinct terms. */
    int term(int i) {
        return terms[i];
    }

    boolean has(int term) {
        return present.has(term);
    }

    /** The salience of a field's value that is there. */
    float weight(int term) {
        float most = 0;
        for (int i = 0; i < weighed; i++) {
            most = weighedTerms[i] == term ? Math.max(most, weights[i]) : most;
        }
        return most;
    }

    /** The first place of a term, -1 when it has none. */
    int head(int term) {
        return has(term) ? heads[term] : -1;
    }

    /** The next place of the same term, -1 after the last. */
    int next(int entry) {
        return nextEntry[entry];
    }

    int position(int entry) {
        return positions[entry];
    }

    /** Whether the word at this position, if there is one, is that word. */
    boolean is(int position, int wordId, boolean asWritten) {
        return position >= 0 && position < end && (asWritten ? exact[position] : folded[position]) == wordId;
    }

    /** The same for the word of a term. */
    boolean is(int position, int term) {
        return is(position, term >> 1, (term & 1) != 0);
    }

    boolean inTitle(int position) {
        return position < base;
    }

    boolean sameSentence(int first, int last) {
        if (inTitle(first)) {
            return document.title().sentenceOf(first) == document.title().sentenceOf(last);
        }
        return document.text().sentenceOf(first - base) == document.text().sentenceOf(last - base);
    }

    MatchSpan span(int first, int last) {
        Tokens words = inTitle(first) ? document.title() : document.text();
        int offset = inTitle(first) ? 0 : base;
        MatchSpan.Field field = inTitle(first) ? MatchSpan.Field.TITLE : MatchSpan.Field.TEXT;
        return new MatchSpan(field, words.start(first - offset), words.end(last - offset));
    }
}
