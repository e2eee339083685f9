package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a query into a clause over terms; its words and values are added to the vocabulary. Belongs to one query. */
final class QueryCompiler {
    private final Vocabulary vocabulary;
    private final Query query;
    private final List<Pattern> patterns = new ArrayList<>();
    private int[] asked = new int[4];
    private int askedCount;
    private boolean exact;
    private @Nullable Boolean title;

    /** A word with {@code *} ({@code edits} 0) or {@code ~}. */
    record Pattern(String word, int edits, int id) {}

    QueryCompiler(Query query, Vocabulary vocabulary) {
        this.query = query;
        this.vocabulary = vocabulary;
    }

    Clause compile() {
        return compile(query);
    }

    /** What must be known of the words of a text before the clause is asked. */
    List<Pattern> patterns() {
        return patterns;
    }

    /** The terms that the clause is about; some more than once. */
    int[] asked() {
        return Arrays.copyOf(asked, askedCount);
    }

    /** Whether words as written are asked for. */
    boolean exact() {
        return exact;
    }

    /** The same of a part of the query, which is read in the light of the whole: salience is that of what the query names. */
    Clause compile(Query part) {
        return switch (part) {
            case Query.And and -> {
                List<Clause> parts = compileAll(and.parts());
                parts.sort(Comparator.comparingInt(QueryCompiler::cost));
                yield new Clause.All(parts);
            }
            case Query.Or or -> new Clause.Any(compileAll(or.parts()));
            case Query.Not not -> new Clause.None(compile(not.part()));
            case Query.Within within -> within(within);
            case Query.Near near -> new Near(placed(near.left()), placed(near.right()), near.distance());
            case Query.Has has -> new Clause.Fact(fact(Document.term(has.field(), has.value())));
            case Query.Due due -> new Clause.Due(fact(Document.SOMETHING_DUE), due.from(), due.to());
            case Query.Matches matches ->
                new Clause.Matches(matches.field() == QueryField.URL, FieldReader.compile(matches.expression()));
            case Query.Salience salience ->
                new Clause.Salience(
                        namedAbout(query).mapToObj(Clause.Fact::new).toList(),
                        salience.above(),
                        salience.equal(),
                        salience.limit());
            case Query.Word word -> placed(word);
            case Query.Prefix prefix -> placed(prefix);
            case Query.Fuzzy fuzzy -> placed(fuzzy);
            case Query.Phrase phrase -> placed(phrase);
        };
    }

    private List<Clause> compileAll(List<Query> parts) {
        List<Clause> clauses = new ArrayList<>(parts.size());
        for (Query part : parts) {
            clauses.add(compile(part));
        }
        return clauses;
    }

    private Clause within(Query.Within within) {
        title = within.field() == QueryField.TITLE;
        Clause inside = compile(within.part());
        title = null;
        return inside;
    }

    /** The cheapest part of an AND is asked first. */
    private static int cost(Clause clause) {
        return switch (clause) {
            case Placed.Word word -> 0;
            case Clause.Fact fact -> 0;
            case Clause.Salience salience -> 1;
            case Clause.Due due -> 1;
            case Clause.None none -> cost(none.part()) + 1;
            case Placed.Either either -> either.parts().size();
            case Clause.Any any -> any.parts().size();
            case Clause.All all -> all.parts().size();
            case Placed.Phrase phrase -> 5;
            case Placed.Inside inside -> 6;
            case Placed.Ordered ordered -> 10;
            case Near near -> 10;
            case Clause.Matches matches -> 1_000;
        };
    }

    private Placed placed(Query part) {
        Placed placed =
                switch (part) {
                    case Query.Word word -> words(word.text(), word.exact(), 0);
                    case Query.Phrase phrase -> words(phrase.text(), phrase.exact(), phrase.slop());
                    case Query.Prefix prefix -> pattern(prefix.text(), 0);
                    case Query.Fuzzy fuzzy -> pattern(fuzzy.text(), fuzzy.edits());
                    case Query.Or or -> either(or);
                    default ->
                        throw new IllegalArgumentException(
                                "NEAR takes a word, a phrase or an OR of them, not: " + part);
                };
        return title == null || placed instanceof Placed.Either ? placed : new Placed.Inside(placed, title);
    }

    private Placed either(Query.Or or) {
        return new Placed.Either(or.parts().stream().map(this::placed).toList());
    }

    private Placed words(String text, boolean asWritten, int slop) {
        QueryWords words = QueryWords.of(text, asWritten, vocabulary);
        int[] ids = words.ids();
        int[] terms = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            terms[i] = asking(ids[i], asWritten);
        }
        exact |= asWritten;
        if (slop > 0) {
            return new Placed.Ordered(terms, slop);
        }
        return ids.length == 1 ? new Placed.Word(terms[0]) : new Placed.Phrase(ids, asWritten, words.longest());
    }

    private int asking(int id, boolean asWritten) {
        if (askedCount == asked.length) {
            asked = Arrays.copyOf(asked, askedCount * 2);
        }
        int term = Occurrences.term(id, asWritten);
        asked[askedCount++] = term;
        return term;
    }

    private Placed pattern(String word, int edits) {
        int id = vocabulary.add(word + (edits == 0 ? "*" : "~" + edits)); // no word of a text has these signs
        patterns.add(new Pattern(word, edits, id));
        return new Placed.Word(asking(id, false));
    }

    private int fact(String term) {
        return asking(vocabulary.add(term), false);
    }

    /** The countries and pairs that must be there or may, not those under NOT. */
    private IntStream namedAbout(Query part) {
        return switch (part) {
            case Query.Has has
            when has.field() == QueryField.COUNTRY || has.field() == QueryField.PAIR ->
                IntStream.of(fact(Document.term(has.field(), has.value())));
            case Query.And and -> and.parts().stream().flatMapToInt(this::namedAbout);
            case Query.Or or -> or.parts().stream().flatMapToInt(this::namedAbout);
            default -> IntStream.empty();
        };
    }
}
