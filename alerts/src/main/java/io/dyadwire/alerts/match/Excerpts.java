package io.dyadwire.alerts.match;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.matcher.text.Tokens;

/** The sentences of one article, by the words that they hold. */
public final class Excerpts {
    /** UTF-16 code units that an excerpt may have; of a longer sentence the part around the words is shown. */
    static final int MAX_LENGTH = 500;

    private static final int BEFORE = 200;

    private final Article article;
    private final CutText cut;

    Excerpts(Article article, CutText cut) {
        this.article = article;
        this.cut = cut;
    }

    boolean blank(Span words) {
        return words.in(article).isBlank();
    }

    /** The sentence in which these words begin. */
    public Excerpt around(Span words) {
        Tokens tokens = words.field() == Field.TITLE ? cut.title() : cut.text();
        int from = 0;
        int to = tokens.source().length();
        int token = firstEndingAfter(tokens, words.start());
        if (token < tokens.count()) {
            int sentence = tokens.sentenceOf(token);
            from = Math.min(tokens.sentenceFrom(sentence), words.start());
            to = Math.max(tokens.sentenceTo(sentence), Math.min(words.end(), words.start() + MAX_LENGTH - BEFORE));
        }
        return cut(tokens.source(), words, from, to);
    }

    private static Excerpt cut(String source, Span words, int from, int to) {
        int first = from;
        int last = to;
        if (last - first > MAX_LENGTH) {
            first = wordStart(source, Math.max(first, words.start() - BEFORE), words.start());
            last = wordEnd(source, Math.min(last, first + MAX_LENGTH), Math.min(words.end(), first + MAX_LENGTH));
        }
        while (first < words.start() && Character.isWhitespace(source.charAt(first))) {
            first++;
        }
        while (last > words.start() + 1 && Character.isWhitespace(source.charAt(last - 1))) {
            last--;
        }
        return new Excerpt(new Span(words.field(), first, last), source.substring(first, last));
    }

    /** The first start of a word from here on, so that no word and no surrogate pair is cut. */
    private static int wordStart(String source, int from, int limit) {
        if (from == 0) {
            return from;
        }
        for (int i = from; i < limit; i++) {
            if (Character.isWhitespace(source.charAt(i - 1))) {
                return i;
            }
        }
        return limit;
    }

    private static int wordEnd(String source, int to, int limit) {
        if (to == source.length()) {
            return to;
        }
        for (int i = to; i > limit; i--) {
            if (Character.isWhitespace(source.charAt(i))) {
                return i;
            }
        }
        return limit > 0 && Character.isHighSurrogate(source.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static int firstEndingAfter(Tokens tokens, int offset) {
        int low = 0;
        int high = tokens.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.end(middle) > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
