package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.PlainWords;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Refuses a query that could match nearly everything: one that holds in a text without any of its words, that asks only
 * for words that every text has, or whose salience is that of nothing.
 */
final class QueryNeeds {
    private static final Set<String> EVERYWHERE = Set.of(
            "a an and are as at be been but by for from had has have he her his in is it its not of on or said she that the their"
                    .concat(" there they this to was we were which who will with would you")
                    .split(" "));

    private static final int LONGEST_EVERYWHERE =
            EVERYWHERE.stream().mapToInt(String::length).max().orElse(0);

    private QueryNeeds() {}

    static void check(Query parsed, String query) {
        if (!needs(parsed, QueryNeeds::isRare)) {
            throw new QuerySyntaxException(tooWide(parsed), query, 0);
        }
        if (asksForSalience(parsed) && !namesAbout(parsed)) {
            throw new QuerySyntaxException(
                    "salience is that of a country or pair; name one, as in country:JPN salience:>0.5", query, 0);
        }
    }

    private static String tooWide(Query parsed) {
        if (needs(parsed, leaf -> true)) {
            return "this matches nearly every article, or tries an expression on every one; add a word, country, pair,"
                    + " topic or source that must be there";
        }
        return parsed instanceof Query.Not
                ? "a query that is only NOT would match nearly every article; add a word that must be there"
                : "this matches articles without any of its words; join what follows NOT with AND to a word that must be"
                        + " there";
    }

    private static boolean needs(Query query, Predicate<Query> counts) {
        return switch (query) {
            case Query.And and -> any(and.parts(), part -> needs(part, counts));
            case Query.Or or -> !any(or.parts(), part -> !needs(part, counts));
            case Query.Within within -> needs(within.part(), counts);
            case Query.Near near -> needs(near.left(), counts) || needs(near.right(), counts);
            case Query.Not not -> false;
            case Query.Word leaf -> counts.test(leaf);
            case Query.Phrase leaf -> counts.test(leaf);
            case Query.Prefix leaf -> counts.test(leaf);
            case Query.Fuzzy leaf -> counts.test(leaf);
            case Query.Has leaf -> counts.test(leaf);
            case Query.Due leaf -> counts.test(leaf);
            case Query.Matches leaf -> counts.test(leaf);
            case Query.Salience leaf -> counts.test(leaf);
        };
    }

    private static boolean isRare(Query leaf) {
        return switch (leaf) {
            case Query.Word word -> !isEverywhere(word.text());
            case Query.Phrase phrase -> hasRareWord(phrase.text());
            case Query.Has has -> has.field() != QueryField.LANGUAGE;
            case Query.Matches matches -> false;
            case Query.Salience salience -> false;
            default -> true;
        };
    }

    private static boolean hasRareWord(String text) {
        if (PlainWords.count(text) == 0) {
            Tokens words = Tokenizer.cutAndAdd(text, new Vocabulary());
            return IntStream.range(0, words.count()).anyMatch(i -> !isEverywhere(words.text(i)));
        }
        for (int from = 0; from < text.length(); from = PlainWords.end(text, from) + 1) {
            if (!isEverywhere(text.substring(from, PlainWords.end(text, from)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEverywhere(String word) {
        boolean tooLong = word.length() > LONGEST_EVERYWHERE && PlainWords.count(word) == 1;
        return !tooLong && EVERYWHERE.contains(Tokenizer.folded(word));
    }

    private static boolean asksForSalience(Query query) {
        return switch (query) {
            case Query.Salience salience -> true;
            case Query.And and -> any(and.parts(), QueryNeeds::asksForSalience);
            case Query.Or or -> any(or.parts(), QueryNeeds::asksForSalience);
            case Query.Not not -> asksForSalience(not.part());
            default -> false;
        };
    }

    private static boolean namesAbout(Query query) {
        return switch (query) {
            case Query.Has has -> has.field() == QueryField.COUNTRY || has.field() == QueryField.PAIR;
            case Query.And and -> any(and.parts(), QueryNeeds::namesAbout);
            case Query.Or or -> any(or.parts(), QueryNeeds::namesAbout);
            default -> false;
        };
    }

    /** Without a stream, which is slow until the JVM has warmed to it: a hundred thousand queries are read before. */
    private static boolean any(List<Query> parts, Predicate<Query> test) {
        for (Query part : parts) {
            if (test.test(part)) {
                return true;
            }
        }
        return false;
    }
}
