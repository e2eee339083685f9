package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a query means, written down plainly: every place tried, nothing shared, no index. */
final class NaiveQuery {
    private final Vocabulary vocabulary;
    private final Tokens title;
    private final Tokens text;
    private final Set<String> facts;

    /** @param facts such as {@code country:JPN} */
    NaiveQuery(Vocabulary vocabulary, Tokens title, Tokens text, Set<String> facts) {
        this.vocabulary = vocabulary;
        this.title = title;
        this.text = text;
        this.facts = facts;
    }

    boolean holds(Query query) {
        return holds(query, List.of(title, text));
    }

    private boolean holds(Query query, List<Tokens> fields) {
        return switch (query) {
            case Query.And and -> and.parts().stream().allMatch(part -> holds(part, fields));
            case Query.Or or -> or.parts().stream().anyMatch(part -> holds(part, fields));
            case Query.Not not -> !holds(not.part(), fields);
            case Query.Near near -> fields.stream().anyMatch(field -> near(near, field));
            case Query.Within within ->
                holds(within.part(), List.of(within.field() == QueryField.TITLE ? title : text));
            case Query.Has has -> facts.contains(has.toString());
            default -> fields.stream().anyMatch(field -> !places(query, field).isEmpty());
        };
    }

    private record Place(int first, int last) {}

    private boolean near(Query.Near near, Tokens field) {
        for (Place left : places(near.left(), field)) {
            for (Place right : places(near.right(), field)) {
                int after = right.first - left.last;
                int before = left.first - right.last;
                if ((after > 0 && after <= near.distance()) || (before > 0 && before <= near.distance())) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Place> places(Query query, Tokens field) {
        return switch (query) {
            case Query.Word word -> phrase(word.text(), word.exact(), 0, field);
            case Query.Phrase phrase -> phrase(phrase.text(), phrase.exact(), phrase.slop(), field);
            case Query.Or or ->
                or.parts().stream()
                        .flatMap(part -> places(part, field).stream())
                        .toList();
            case Query.Prefix prefix -> words(field, word -> word.startsWith(prefix.text()));
            case Query.Fuzzy fuzzy -> words(field, word -> closeTo(word, fuzzy.text(), fuzzy.edits()));
            default -> throw new AssertionError(query);
        };
    }

    private static List<Place> words(Tokens field, Predicate<String> fits) {
        return IntStream.range(0, field.count())
                .filter(i -> fits.test(Tokenizer.folded(field.text(i))))
                .mapToObj(i -> new Place(i, i))
                .toList();
    }

    /** Whether so many changes lead from the one to the other: letter by letter, all are tried. */
    private static boolean closeTo(String one, String other, int edits) {
        if (edits < 0 || Math.abs(one.length() - other.length()) > edits) {
            return false;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length() <= edits;
        }
        String rest = one.substring(1);
        String otherRest = other.substring(1);
        boolean swapped = !rest.isEmpty()
                && !otherRest.isEmpty()
                && one.charAt(0) == other.charAt(1)
                && one.charAt(1) == other.charAt(0)
                && closeTo(rest.substring(1), otherRest.substring(1), edits - 1);
        return swapped
                || closeTo(rest, otherRest, one.charAt(0) == other.charAt(0) ? edits : edits - 1)
                || closeTo(rest, other, edits - 1)
                || closeTo(one, otherRest, edits - 1);
    }

    private List<Place> phrase(String text, boolean exact, int slop, Tokens field) {
        Tokens words = Tokenizer.cutAndAdd(text, vocabulary);
        List<Place> places = new ArrayList<>();
        for (int first = 0; first < field.count(); first++) {
            for (int last = first; last < Math.min(field.count(), first + words.count() + slop); last++) {
                boolean oneSentence = slop > 0 || field.sentenceOf(first) == field.sentenceOf(last);
                boolean bothEnds =
                        same(words, 0, field, first, exact) && same(words, words.count() - 1, field, last, exact);
                if (oneSentence && bothEnds && inOrder(words, field, first, last, exact)) {
                    places.add(new Place(first, last));
                    break; // the shortest from here
                }
            }
        }
        return places;
    }

    private static boolean inOrder(Tokens words, Tokens field, int first, int last, boolean exact) {
        int found = 0;
        for (int i = first; i <= last && found < words.count(); i++) {
            found += same(words, found, field, i, exact) ? 1 : 0;
        }
        return found == words.count();
    }

    private static boolean same(Tokens words, int word, Tokens field, int token, boolean exact) {
        return exact ? words.exact(word) == field.exact(token) : words.folded(word) == field.folded(token);
    }
}
