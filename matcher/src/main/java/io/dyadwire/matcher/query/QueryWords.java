package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.PlainWords;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;

/** The words of a query's word or phrase, by their ids, which the vocabulary is given. */
final class QueryWords {
    private final int[] ids;
    private final int longest;

    private QueryWords(int[] ids, int longest) {
        this.ids = ids;
        this.longest = longest;
    }

    /** {@code exact}: as written, else their base forms. */
    static QueryWords of(String text, boolean exact, Vocabulary vocabulary) {
        int plain = PlainWords.count(text);
        return plain > 0 ? plain(text, plain, exact, vocabulary) : any(text, exact, vocabulary);
    }

    private static QueryWords plain(String text, int count, boolean exact, Vocabulary vocabulary) {
        PlainWords words = new PlainWords(vocabulary);
        int[] ids = new int[count];
        int longest = 0;
        int most = 0;
        int from = 0;
        for (int i = 0; i < count; i++) {
            int end = PlainWords.end(text, from);
            words.add(text, from, end);
            ids[i] = exact ? words.exact() : words.folded();
            longest = end - from > most ? i : longest;
            most = Math.max(most, end - from);
            from = end + 1;
        }
        return new QueryWords(ids, longest);
    }

    private static QueryWords any(String text, boolean exact, Vocabulary vocabulary) {
        Tokens words = Tokenizer.cutAndAdd(text, vocabulary);
        if (words.count() == 0) {
            throw new IllegalArgumentException("no words in '" + text + "'");
        }
        int[] ids = new int[words.count()];
        int longest = 0;
        for (int i = 0; i < ids.length; i++) {
            ids[i] = exact ? words.exact(i) : words.folded(i);
            longest = words.end(i) - words.start(i) > words.end(longest) - words.start(longest) ? i : longest;
        }
        return new QueryWords(ids, longest);
    }

    int[] ids() {
        return ids;
    }

    /** Which word has the most letters. */
    int longest() {
        return longest;
    }
}
