package io.dyadwire.alerts.check;

import io.dyadwire.alerts.check.Condition.Kind;
import io.dyadwire.alerts.check.Condition.Words;
import io.dyadwire.alerts.match.Inspection;
import io.dyadwire.alerts.match.RuleQuery;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.matcher.query.Explanation;
import io.dyadwire.matcher.query.MatchSpan;
import io.dyadwire.matcher.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of one rule and one article, part by part, what holds and what keeps it from firing. Pure. */
public final class RuleExplainer {
    private static final int LONGEST = 200;

    private final TaggedArticle tagged;
    private final Facts facts;
    private final NearMisses near;

    private RuleExplainer(TaggedArticle tagged, Explanation whole, Inspection inspection) {
        this.tagged = tagged;
        this.facts = new Facts(tagged);
        this.near = NearMisses.of(whole, inspection, tagged.article());
    }

    /**
     * Explains it; the answer is the matcher's own.
     *
     * @throws IllegalArgumentException when the keywords of the rule are not well-formed; those from a rules file are
     */
    public static RuleExplanation explain(Rule rule, TaggedArticle tagged) {
        List<Condition> conditions = rule.matchesArticles() ? conditions(rule, tagged) : List.of();
        Verdict verdict = Verdict.of(rule, tagged.article(), conditions);
        return new RuleExplanation(
                rule.id(),
                rule.version(),
                rule.desk(),
                tagged.article().id(),
                verdict.fires(),
                verdict.why(),
                conditions);
    }

    private static List<Condition> conditions(Rule rule, TaggedArticle tagged) {
        Inspection inspection = new Inspection(tagged);
        Map<String, Query> asked = RuleQuery.conditions(rule);
        Explanation whole = inspection.of(RuleQuery.of(rule).query());
        RuleExplainer explainer = new RuleExplainer(tagged, whole, inspection);
        List<Explanation> parts = asked.size() == 1 ? List.of(whole) : whole.parts();
        List<Condition> conditions = new ArrayList<>();
        for (String key : asked.keySet()) {
            Explanation part = parts.get(conditions.size());
            conditions.add(explainer.condition(key, part, !part.holds()));
        }
        return conditions;
    }

    private Condition condition(@Nullable String key, Explanation part, boolean blocks) {
        Kind kind = kind(part.part());
        List<Condition> parts = new ArrayList<>();
        for (Explanation below : part.parts()) {
            boolean partly = kind == Kind.NOT || below.holds() == part.holds();
            parts.add(condition(null, below, blocks && partly));
        }
        String note = kind == Kind.FACT ? facts.note(part.part(), part.holds()) : near.note(part);
        return new Condition(key, part.part().toString(), kind, part.holds(), blocks, words(part, kind), note, parts);
    }

    private static Kind kind(Query query) {
        return switch (query) {
            case Query.And and -> Kind.ALL;
            case Query.Or or -> Kind.ANY;
            case Query.Not not -> Kind.NOT;
            case Query.Near near -> Kind.NEAR;
            case Query.Within within -> Kind.WITHIN;
            case Query.Word word -> Kind.WORDS;
            case Query.Prefix prefix -> Kind.WORDS;
            case Query.Fuzzy fuzzy -> Kind.WORDS;
            case Query.Phrase phrase -> Kind.WORDS;
            case Query.Has has -> Kind.FACT;
            case Query.Matches matches -> Kind.FACT;
            case Query.Due due -> Kind.FACT;
            case Query.Salience salience -> Kind.FACT;
        };
    }

    private List<Words> words(Explanation part, Kind kind) {
        return switch (kind) {
            case WORDS, NEAR ->
                words(part.spans().stream().map(RuleExplainer::span).toList());
            case FACT -> part.holds() ? words(facts.proof(part.part())) : List.of();
            case ALL, ANY, NOT, WITHIN -> List.of();
        };
    }

    private List<Words> words(List<Span> spans) {
        return spans.stream()
                .limit(Condition.MAX_WORDS)
                .map(span -> new Words(span.field(), span.start(), span.end(), shortened(span.in(tagged.article()))))
                .toList();
    }

    static Span span(MatchSpan span) {
        Field field =
                switch (span.field()) {
                    case TITLE -> Field.TITLE;
                    case TEXT -> Field.TEXT;
                };
        return new Span(field, span.start(), span.end());
    }

    /** Without half a surrogate pair at its end. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
