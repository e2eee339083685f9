package io.dyadwire.matcher.query;

import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Why a document matches a query, or does not: every part of the query for itself. Pure.
 *
 * <p>A part of {@code title:( )} or {@code text:( )} is asked of that field only. A {@link Query.Not} holds when its part does
 * not; the words that keep it from holding are the spans of that part.
 *
 * @param part of the query, as it was read
 * @param holds whether the document satisfies it
 * @param spans the places of the words that satisfy it, in order, none twice; none when it does not hold, and for what is
 *     known beside the words
 * @param parts of this part, in the order of the query; the two sides of NEAR
 */
public record Explanation(Query part, boolean holds, List<MatchSpan> spans, List<Explanation> parts) {
    public Explanation {
        spans = List.copyOf(spans);
        parts = List.copyOf(parts);
    }

    /**
     * Explains a query.
     *
     * @param vocabulary the words of the query are added to it
     * @param document gives the document, cut with this vocabulary; called once, when the words were added
     */
    public static Explanation of(Query query, Vocabulary vocabulary, Supplier<Document> document) {
        QueryCompiler compiler = new QueryCompiler(query, vocabulary);
        compiler.compile();
        Occurrences there = new Occurrences();
        there.read(document.get(), vocabulary, asked(compiler, vocabulary), compiler.exact(), patterns(compiler));
        return new Explainer(query, vocabulary, there).explain(query, List.of());
    }

    private static TermSet asked(QueryCompiler compiler, Vocabulary vocabulary) {
        TermSet asked = new TermSet();
        asked.makeRoom(Occurrences.term(vocabulary.size() + 1, false));
        for (int term : compiler.asked()) {
            asked.add(term);
        }
        return asked;
    }

    private static WordPatterns patterns(QueryCompiler compiler) {
        WordPatterns patterns = new WordPatterns();
        compiler.patterns().forEach(patterns::add);
        return patterns;
    }

    /** Goes down a query whose words have been looked for. */
    private record Explainer(Query whole, Vocabulary vocabulary, Occurrences there) {
        /** @param scope the field that the part stands in, if any */
        private Explanation explain(Query part, List<QueryField> scope) {
            Clause clause = clause(part, scope);
            boolean holds = clause.holds(there);
            Places places = new Places();
            if (holds) {
                clause.evidence(there, places);
            }
            return new Explanation(part, holds, places.sorted().spans(there), parts(part, scope));
        }

        private Clause clause(Query part, List<QueryField> scope) {
            QueryCompiler compiler = new QueryCompiler(whole, vocabulary);
            return scope.isEmpty()
                    ? compiler.compile(part)
                    : compiler.compile(new Query.Within(scope.getFirst(), part));
        }

        private List<Explanation> parts(Query part, List<QueryField> scope) {
            return switch (part) {
                case Query.And and -> explain(and.parts(), scope);
                case Query.Or or -> explain(or.parts(), scope);
                case Query.Not not -> explain(List.of(not.part()), scope);
                case Query.Near near -> explain(List.of(near.left(), near.right()), scope);
                case Query.Within within -> explain(List.of(within.part()), List.of(within.field()));
                default -> List.of();
            };
        }

        private List<Explanation> explain(List<Query> parts, List<QueryField> scope) {
            List<Explanation> explained = new ArrayList<>();
            parts.forEach(part -> explained.add(explain(part, scope)));
            return explained;
        }
    }
}
