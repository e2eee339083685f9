package io.dyadwire.matcher.text;

/**
 * Cuts a text into {@link Tokens}. Thread-safe; time grows linearly with the text, whatever it holds.
 *
 * <p>What is one word:
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><td>letters, digits and their marks</td><td>"Tokyo", "São", "G20", "24th", "5bn"</td></tr>
 * <tr><td>an apostrophe inside</td><td>"O'Brien", "don't"; a possessive 's is left out: "Japan" of "Japan's"</td></tr>
 * <tr><td>single letters with dots</td><td>"U.S.", "a.m."; "U.S" is read as "U.S.". Any other full stop is outside</td></tr>
 * <tr><td>a number with thousands or a decimal</td><td>"1,400", "3.5", "1.400.000"; dates and times come in parts:
 * "2019-08-24", "24.8.2019" and "10:30" are three, three and two words, see {@link Tokens#before}</td></tr>
 * <tr><td>a dictionary word where no spaces are written</td><td>Chinese, Japanese, Thai, Lao, Khmer, Burmese (ICU)</td></tr>
 * <tr><td>a hyphen parts words</td><td>"intelligence-sharing" is two</td></tr>
 * </table>
 *
 * <p>How words are compared: see {@link WordFolder} (case and accents) and {@link Inflection} (base form). A word
 * longer than 200 characters has no id.
 */
public final class Tokenizer {
    private final ThreadLocal<TextCut> cut;

    /** A tokenizer that gives the ids of this vocabulary, as it is at the moment of each cut. */
    public Tokenizer(Vocabulary vocabulary) {
        cut = ThreadLocal.withInitial(() -> new TextCut(new WordIds(vocabulary), new WordMemo(vocabulary)));
    }

    /** The words and sentences of this text; any text, also none or a broken one. */
    public Tokens cut(String text) {
        return cut.get().cut(text);
    }

    /** The folded words of a text, adding each to the vocabulary: how phrases and queries ask for words. */
    public static Tokens cutAndAdd(String text, Vocabulary vocabulary) {
        return new TextCut(new WordIds(vocabulary).adding(), null).cut(text);
    }

    /** One word as it is compared: case and accents folded. */
    public static String folded(String word) {
        WordFolder folder = new WordFolder();
        folder.fold(word.toCharArray(), 0, word.length(), false);
        return new String(folder.word(), 0, folder.length());
    }
}
