package io.dyadwire.matcher.phrase;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds all of N phrases in one pass over the words of a text. Immutable and thread-safe once built. The words that a
 * phrase begins with are marked in the vocabulary, and each text says by itself where they stand; so texts must be cut
 * after the index was built.
 *
 * <p>All matches are told, also overlapping ones and those inside a longer one; to choose is the caller's. A phrase does
 * not reach over the end of a sentence; other punctuation between its words is allowed, see {@link Tokens#before}.
 *
 * <pre>{@code
 * PhraseIndex index = PhraseIndex.builder(vocabulary)
 *         .add(7, "export control", Match.FOLDED)
 *         .add(8, "US", Match.EXACT_CASE)
 *         .build();
 * index.find(tokens, (id, first, last) -> ...);
 * }</pre>
 */
public final class PhraseIndex {
    private final Trie exact;
    private final Trie folded;
    private final int mark;

    private PhraseIndex(Trie exact, Trie folded, int mark) {
        this.exact = exact;
        this.folded = folded;
        this.mark = mark;
    }

    /** A builder whose phrases add their words to this vocabulary, the one that the texts are cut with. */
    public static Builder builder(Vocabulary vocabulary) {
        return new Builder(vocabulary);
    }

    /** Tells every phrase in the text, in the order of their first words. */
    public void find(Tokens text, HitSink sink) {
        find(text, 0, text.count() - 1, sink);
    }

    /** Tells every phrase that lies within the words {@code firstToken} to {@code lastToken}, both inclusive. */
    public void find(Tokens text, int firstToken, int lastToken, HitSink sink) {
        int i = text.nextMarked(firstToken, lastToken, mark);
        for (; i <= lastToken; i = text.nextMarked(i + 1, lastToken, mark)) {
            int exactNode = exact.first(text.exact(i));
            int foldedNode = folded.first(text.folded(i));
            if ((exactNode | foldedNode) == 0) {
                continue;
            }
            int end = Math.min(lastToken, text.lastTokenOf(text.sentenceOf(i)));
            if (exactNode != 0) {
                walkExact(exactNode, text, i, end, sink);
            }
            if (foldedNode != 0) {
                walkFolded(foldedNode, text, i, end, sink);
            }
        }
    }

    private void walkExact(int firstNode, Tokens text, int first, int end, HitSink sink) {
        int node = firstNode;
        int last = first;
        while (node != 0) {
            tell(exact.endsAt(node), text, first, last, sink);
            node = last < end ? exact.next(node, text.exact(++last)) : 0;
        }
    }

    private void walkFolded(int firstNode, Tokens text, int first, int end, HitSink sink) {
        int node = firstNode;
        int last = first;
        while (node != 0) {
            tell(folded.endsAt(node), text, first, last, sink);
            node = last < end ? folded.next(node, text.folded(++last)) : 0;
        }
    }

    private static void tell(Phrase @Nullable [] phrases, Tokens text, int first, int last, HitSink sink) {
        if (phrases == null) {
            return;
        }
        for (Phrase phrase : phrases) {
            if (phrase.reads(text, first)) {
                sink.hit(phrase.id(), first, last);
            }
        }
    }

    /** Collects phrases; not thread-safe. */
    public static final class Builder {
        private final Vocabulary vocabulary;
        private Trie exact = new Trie();
        private Trie folded = new Trie();

        private Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        /**
         * One more phrase; several may share an id. Cut by the same rules as the texts. Refuses a phrase without a word
         * or with one longer than 200 characters.
         */
        public Builder add(int id, String phrase, Match match) {
            Tokens words = Tokenizer.cutAndAdd(phrase, vocabulary);
            PhraseWords cut = PhraseWords.of(phrase, words);
            switch (match) {
                case FOLDED -> folded.add(cut.folded(), new Phrase(id, List.of()));
                case EXACT -> exact.add(cut.exact(), new Phrase(id, List.of()));
                case EXACT_CASE -> addCased(id, cut);
            }
            return this;
        }

        private void addCased(int id, PhraseWords cut) {
            exact.add(cut.exact(), new Phrase(id, cut.surfaces()));
            if (cut.hasAcronym()) {
                Tokens dotted = Tokenizer.cutAndAdd(cut.withDots(), vocabulary);
                PhraseWords variant = PhraseWords.of(cut.withDots(), dotted);
                exact.add(variant.exact(), new Phrase(id, variant.surfaces()));
            }
        }

        /** The index of what was added. The builder begins empty again. */
        public PhraseIndex build() {
            return build(vocabulary.newMark());
        }

        /** The same with a mark that others have too: for indexes of which a text is asked but one. */
        public PhraseIndex build(int mark) {
            vocabulary.mark(mark, exact.firstWords(), folded.firstWords());
            PhraseIndex built = new PhraseIndex(exact, folded, mark);
            exact = new Trie();
            folded = new Trie();
            return built;
        }
    }
}
