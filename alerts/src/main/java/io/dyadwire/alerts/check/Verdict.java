package io.dyadwire.alerts.check;

import io.dyadwire.alerts.check.Condition.Kind;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a rule fires, and the reason in a sentence or two. Pure. */
record Verdict(boolean fires, String why) {
    private static final int MOST = 5;

    static Verdict of(Rule rule, Article article, List<Condition> conditions) {
        if (!rule.matchesArticles()) {
            return new Verdict(false, "It sets a deadline itself and looks at no article.");
        }
        List<String> reasons = new ArrayList<>();
        conditions.forEach(condition -> addReasons(condition, reasons));
        if (!reasons.isEmpty()) {
            String first = reasons.stream().limit(MOST).collect(Collectors.joining("; "));
            int more = reasons.size() - Math.min(MOST, reasons.size());
            return new Verdict(false, first + (more == 0 ? "." : "; and " + more + " more."));
        }
        if (!rule.alertOn().contains(AlertOn.ARTICLES)) {
            return new Verdict(
                    false, "All that it asks holds, but it alerts to deadlines only; their own words are asked then.");
        }
        if (article.backfill()) {
            return new Verdict(false, "All that it asks holds, but the article was old news when it was first seen.");
        }
        return new Verdict(true, "All that it asks holds.");
    }

    private static void addReasons(Condition condition, List<String> reasons) {
        if (!condition.blocks()) {
            return;
        }
        switch (condition.kind()) {
            case ALL -> condition.parts().forEach(part -> addReasons(part, reasons));
            case NOT -> addExcluded(condition.parts().getFirst(), reasons);
            case ANY -> reasons.add(none(condition.parts()));
            case NEAR, WITHIN, WORDS, FACT -> reasons.add(condition.asks() + " is missing");
        }
    }

    private static void addExcluded(Condition excluded, List<String> reasons) {
        List<Condition> found = excluded.kind() == Kind.ANY
                ? excluded.parts().stream().filter(Condition::holds).toList()
                : List.of(excluded);
        found.forEach(part -> reasons.add(part.asks() + " is there, and must not be"));
    }

    private static String none(List<Condition> any) {
        String first = any.stream().limit(MOST).map(Condition::asks).collect(Collectors.joining(", "));
        return "none of " + first + (any.size() <= MOST ? "" : " and " + (any.size() - MOST) + " more") + " is there";
    }
}
