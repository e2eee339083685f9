package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a query into a clause over terms; its words and values are added to the vocabulary. Belongs to one query. */
final class QueryCompiler {
    private final Vocabulary vocabulary;
    private final Query query;
    private final List<Pattern> patterns = new ArrayList<>();
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

    /** Whether words as written are asked for. */
    boolean exact() {
        return exact;
    }

    private Clause compile(Query part) {
        return switch (part) {
            case Query.And and ->
                new Clause.All(and.parts().stream()
                        .map(this::compile)
                        .sorted(Comparator.comparingInt(QueryCompiler::cost))
                        .toList());
            case Query.Or or ->
                new Clause.Any(or.parts().stream().map(this::compile).toList());
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
                    case Query.Word word -> word(word.text(), word.exact());
                    case Query.Phrase phrase -> phrase(phrase);
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

    private Placed word(String text, boolean asWritten) {
        Tokens words = Tokenizer.cutAndAdd(text, vocabulary);
        return words.count() == 1
                ? new Placed.Word(Occurrences.term(id(words, 0, asWritten), asWritten))
                : phrase(words, asWritten);
    }

    private Placed phrase(Query.Phrase phrase) {
        Tokens words = Tokenizer.cutAndAdd(phrase.text(), vocabulary);
        if (phrase.slop() == 0) {
            return phrase(words, phrase.exact());
        }
        int[] terms = IntStream.range(0, words.count())
                .map(i -> Occurrences.term(id(words, i, phrase.exact()), phrase.exact()))
                .toArray();
        return new Placed.Ordered(terms, phrase.slop());
    }

    private Placed phrase(Tokens words, boolean asWritten) {
        int[] ids = IntStream.range(0, words.count())
                .map(i -> id(words, i, asWritten))
                .toArray();
        int longest = IntStream.range(0, words.count())
                .boxed()
                .max(Comparator.comparingInt(i -> words.end(i) - words.start(i)))
                .orElseThrow(() -> new IllegalArgumentException("no words in '" + words.source() + "'"));
        return new Placed.Phrase(ids, asWritten, longest);
    }

    private int id(Tokens words, int i, boolean asWritten) {
        exact |= asWritten;
        return asWritten ? words.exact(i) : words.folded(i);
    }

    private Placed pattern(String word, int edits) {
        int id = vocabulary.add(word + (edits == 0 ? "*" : "~" + edits)); // no word of a text has these signs
        patterns.add(new Pattern(word, edits, id));
        return new Placed.Word(Occurrences.term(id, false));
    }

    private int fact(String term) {
        return Occurrences.term(vocabulary.add(term), false);
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
