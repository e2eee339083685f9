package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** What a query means, written down plainly: every place tried, nothing shared, no index. */
final class NaiveQuery {
    private final Vocabulary vocabulary;
    private final List<Tokens> fields;

    NaiveQuery(Vocabulary vocabulary, List<Tokens> fields) {
        this.vocabulary = vocabulary;
        this.fields = fields;
    }

    boolean holds(Query query) {
        return switch (query) {
            case Query.And and -> and.parts().stream().allMatch(this::holds);
            case Query.Or or -> or.parts().stream().anyMatch(this::holds);
            case Query.Not not -> !holds(not.part());
            case Query.Near near -> fields.stream().anyMatch(field -> near(near, field));
            case Query.Word word ->
                fields.stream().anyMatch(field -> !places(word, field).isEmpty());
            case Query.Phrase phrase ->
                fields.stream().anyMatch(field -> !places(phrase, field).isEmpty());
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
            case Query.And and -> throw new AssertionError(and);
            case Query.Near near -> throw new AssertionError(near);
            case Query.Not not -> throw new AssertionError(not);
        };
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
