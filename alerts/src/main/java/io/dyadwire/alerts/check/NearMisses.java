package io.dyadwire.alerts.check;

import io.dyadwire.alerts.match.Inspection;
import io.dyadwire.contract.article.Article;
import io.dyadwire.matcher.query.Explanation;
import io.dyadwire.matcher.query.MatchSpan;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of words that are not there as a rule wants them: whether they are there in another way. The first {@value #MOST} are
 * looked for.
 */
final class NearMisses {
    private static final int MOST = 50;
    private static final int QUOTED = 3;

    private final IdentityHashMap<Explanation, String> notes = new IdentityHashMap<>();
    private final List<Wanted> wanted = new ArrayList<>();

    /** What else would have been there of a part that is not, and what to say then. */
    private record Wanted(Explanation missing, Query instead, String words) {}

    private NearMisses() {}

    static NearMisses of(Explanation whole, Inspection inspection, Article article) {
        NearMisses near = new NearMisses();
        near.look(whole, null);
        if (!near.wanted.isEmpty()) {
            near.ask(inspection, article);
        }
        return near;
    }

    /** What to say of a part; null when there is nothing. */
    @Nullable
    String note(Explanation part) {
        return notes.get(part);
    }

    /** @param other where words that are asked of one field only may be instead; null where they are asked of both */
    private void look(Explanation part, @Nullable String other) {
        String inside = part.part() instanceof Query.Within within
                ? within.field() == QueryField.TITLE ? "text" : "title"
                : other;
        part.parts().forEach(below -> look(below, inside));
        if (part.holds()) {
            return;
        }
        switch (part.part()) {
            case Query.Near near
            when part.parts().stream().allMatch(Explanation::holds) ->
                notes.put(part, "both are there, but more than " + near.distance() + " words apart");
            case Query.Word word
            when word.exact() && other == null ->
                want(part, new Query.Word(word.text(), false), "there only in another form");
            case Query.Phrase phrase when other == null -> phrase(part, phrase);
            case Query.Word word when other != null -> want(part, word, "there, but only in the " + other);
            case Query.Phrase phrase -> want(part, phrase, "there, but only in the " + other);
            case Query.Prefix prefix when other != null -> want(part, prefix, "there, but only in the " + other);
            default -> {}
        }
    }

    private void phrase(Explanation part, Query.Phrase phrase) {
        if (phrase.exact()) {
            want(part, new Query.Phrase(phrase.text(), false, phrase.slop()), "there only in another form");
        }
        List<Query> words = Arrays.stream(phrase.text().strip().split("\\s+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(NearMisses::word)
                .distinct()
                .toList();
        if (words.size() > 1) {
            want(part, new Query.And(words), "its words are there, but not together");
        }
    }

    private static Query word(String text) {
        return text.matches("[\\p{L}\\p{N}]+") ? new Query.Word(text, false) : new Query.Phrase(text, false, 0);
    }

    private void want(Explanation missing, Query instead, String words) {
        if (wanted.size() < MOST) {
            wanted.add(new Wanted(missing, instead, words));
        }
    }

    /** All in one look at the article. */
    private void ask(Inspection inspection, Article article) {
        List<Query> instead = wanted.stream().map(Wanted::instead).toList();
        List<Explanation> answers = instead.size() == 1
                ? List.of(inspection.of(instead.getFirst()))
                : inspection.of(new Query.Or(instead)).parts();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).holds()) {
                String found = quoted(answers.get(i).spans(), article);
                notes.putIfAbsent(wanted.get(i).missing(), wanted.get(i).words() + ": " + found);
            }
        }
    }

    private static String quoted(List<MatchSpan> spans, Article article) {
        return spans.stream()
                .map(span -> RuleExplainer.span(span).in(article))
                .distinct()
                .limit(QUOTED)
                .map(words -> "'" + words + "'")
                .collect(Collectors.joining(", "));
    }
}
