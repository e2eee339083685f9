package io.dyadwire.matcher.query;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes queries into clauses over leaf numbers; words and phrases that several queries share get one number. */
final class QueryCompiler {
    private final Vocabulary vocabulary;
    private final PhraseIndex.Builder phrases;
    private final Map<LeafKey, Integer> leaves = new HashMap<>();
    private final List<Integer> lengths = new ArrayList<>();

    QueryCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.phrases = PhraseIndex.builder(vocabulary);
    }

    /** What makes two words or phrases the same to the index. */
    private record LeafKey(boolean exact, List<Integer> wordIds) {}

    Clause compile(Query query) {
        return switch (query) {
            case Query.Word word -> leaf(word.text(), word.exact());
            case Query.Phrase phrase -> phrase(phrase);
            case Query.Near near -> new Near(placed(near.left()), placed(near.right()), near.distance());
            case Query.And and ->
                new Clause.All(and.parts().stream()
                        .map(this::compile)
                        .sorted(Comparator.comparingInt(QueryCompiler::cost))
                        .toList());
            case Query.Or or ->
                new Clause.Any(or.parts().stream().map(this::compile).toList());
            case Query.Not not -> new Clause.None(compile(not.part()));
        };
    }

    /** The cheapest part of an AND is asked first. */
    private static int cost(Clause clause) {
        return switch (clause) {
            case Placed.Leaf leaf -> 0;
            case Clause.None none -> cost(none.part()) + 1;
            case Placed.Either either -> either.parts().size();
            case Clause.Any any -> any.parts().size();
            case Clause.All all -> all.parts().size();
            case Placed.Ordered ordered -> 10;
            case Near near -> 10;
        };
    }

    /** The index that finds the leaves. */
    PhraseIndex leafIndex() {
        return phrases.build();
    }

    /** How many words each leaf has. */
    int[] lengths() {
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    private Placed placed(Query query) {
        return switch (query) {
            case Query.Word word -> leaf(word.text(), word.exact());
            case Query.Phrase phrase -> phrase(phrase);
            case Query.Or or ->
                new Placed.Either(or.parts().stream().map(this::placed).toList());
            case Query.Near near -> throw noPlace(near);
            case Query.And and -> throw noPlace(and);
            case Query.Not not -> throw noPlace(not);
        };
    }

    private static IllegalArgumentException noPlace(Query query) {
        return new IllegalArgumentException("NEAR takes a word, a phrase or an OR of them, not: " + query);
    }

    private Placed phrase(Query.Phrase phrase) {
        if (phrase.slop() == 0) {
            return leaf(phrase.text(), phrase.exact());
        }
        Tokens words = Tokenizer.cutAndAdd(phrase.text(), vocabulary);
        List<Placed.Leaf> parts = IntStream.range(0, words.count())
                .mapToObj(i -> leaf(words.text(i), phrase.exact()))
                .toList();
        return new Placed.Ordered(parts, phrase.slop());
    }

    private Placed.Leaf leaf(String text, boolean exact) {
        Tokens words = Tokenizer.cutAndAdd(text, vocabulary);
        List<Integer> ids = IntStream.range(0, words.count())
                .mapToObj(i -> exact ? words.exact(i) : words.folded(i))
                .toList();
        return new Placed.Leaf(leaves.computeIfAbsent(new LeafKey(exact, ids), key -> {
            phrases.add(lengths.size(), text, exact ? Match.EXACT : Match.FOLDED);
            lengths.add(ids.size());
            return lengths.size() - 1;
        }));
    }
}
