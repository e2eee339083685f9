package io.dyadwire.bench.match;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Our words as Lucene's terms: the base form of a word is written as one of its forms. */
final class LuceneWords {
    /** Between title and text, longer than any distance that is asked for. */
    private static final int GAP = 1_000;

    private final Vocabulary vocabulary = new Vocabulary();
    private final Tokenizer tokenizer = new Tokenizer(vocabulary);
    private final List<@Nullable String> bases = new ArrayList<>();

    /** What a word of a text is indexed as; null for one that no query asks for. */
    interface Term {
        @Nullable
        String of(Tokens words, int i);
    }

    Tokens cut(String text) {
        return tokenizer.cut(text);
    }

    /** The terms of a query's word or phrase. */
    List<String> terms(String text) {
        Tokens words = Tokenizer.cutAndAdd(text, vocabulary);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < words.count(); i++) {
            int id = words.folded(i);
            while (bases.size() <= id) {
                bases.add(null);
            }
            String known = bases.get(id);
            if (known == null) {
                known = Tokenizer.folded(words.text(i));
                bases.set(id, known);
            }
            terms.add(known);
        }
        return terms;
    }

    @Nullable
    String baseOf(Tokens words, int i) {
        int id = words.folded(i);
        return id < bases.size() ? bases.get(id) : null;
    }

    static String lettersOf(Tokens words, int i) {
        return Tokenizer.folded(words.text(i));
    }

    /** One term a word. */
    static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Tokens title;
        private final Tokens text;
        private final Term termOf;
        private int next;

        Stream(Tokens title, Tokens text, Term termOf) {
            this.title = title;
            this.text = text;
            this.termOf = termOf;
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() {
            int steps = 0;
            while (next < title.count() + text.count()) {
                boolean inTitle = next < title.count();
                steps += next == title.count() && next > 0 ? GAP : 1;
                String word = inTitle ? termOf.of(title, next) : termOf.of(text, next - title.count());
                next++;
                if (word != null) {
                    clearAttributes();
                    term.append(word);
                    step.setPositionIncrement(steps);
                    return true;
                }
            }
            return false;
        }
    }
}
