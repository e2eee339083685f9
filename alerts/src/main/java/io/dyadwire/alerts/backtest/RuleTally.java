package io.dyadwire.alerts.backtest;

import io.dyadwire.alerts.backtest.BacktestReport.Day;
import io.dyadwire.alerts.backtest.BacktestReport.RuleResult;
import io.dyadwire.alerts.backtest.BacktestReport.Sample;
import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.match.RuleQuery;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what one rule does; its size does not grow with the articles. */
final class RuleTally {
    private static final int SAMPLES = 10;
    private static final int SENTENCES = 3;
    private static final int SOURCES = 10;
    private static final int MOST_SOURCES = 1_000;

    /** Times can be anything in what others send. */
    private static final int MOST_DAYS = 1_000;

    private final Rule rule;
    private final ZoneId zone;
    private final @Nullable TermTally terms;
    private final Map<DecisionOutcome, Long> held = new EnumMap<>(DecisionOutcome.class);
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();
    private final Map<String, Long> sources = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private long stride = 1;
    private long hits;
    private long edits;
    private long alerts;

    RuleTally(Rule rule, ZoneId zone) {
        this.rule = rule;
        this.zone = zone;
        this.terms = rule.matchesArticles() ? new TermTally(RuleQuery.of(rule).query()) : null;
    }

    void match(Candidate candidate, TaggedArticle tagged, Instant at) {
        if (!candidate.matches()) {
            return;
        }
        if (candidate.again()) {
            edits++;
            return;
        }
        hits++;
        day(at, 1, 0);
        String source = tagged.article().publisherOrFeed();
        if (sources.containsKey(source) || sources.size() < MOST_SOURCES) {
            sources.merge(source, 1L, Long::sum);
        }
        if (terms != null) {
            terms.add(tagged);
        }
        sample(candidate.alert(), at);
    }

    void alert(Instant at) {
        alerts++;
        day(at, 0, 1);
    }

    void held(DecisionOutcome outcome) {
        held.merge(outcome, 1L, Long::sum);
    }

    private void day(Instant at, long hit, long alert) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        Day known = days.get(day);
        if (known != null) {
            days.put(day, new Day(day, known.hits() + hit, known.alerts() + alert));
        } else if (days.size() < MOST_DAYS) {
            days.put(day, new Day(day, hit, alert));
        }
    }

    /** Every so many: when there are too many of them, every second goes and the next come half as often. */
    private void sample(Alert alert, Instant at) {
        AlertArticle article = alert.article();
        if (article == null || (hits - 1) % stride != 0) {
            return;
        }
        if (samples.size() == SAMPLES) {
            List<Sample> kept = new ArrayList<>();
            for (int i = 0; i < samples.size(); i += 2) {
                kept.add(samples.get(i));
            }
            samples.clear();
            samples.addAll(kept);
            stride *= 2;
            if ((hits - 1) % stride != 0) {
                return;
            }
        }
        samples.add(new Sample(
                article.id(),
                article.title(),
                article.publisher(),
                article.url(),
                at,
                alert.evidence().stream().limit(SENTENCES).toList()));
    }

    RuleResult result(long articles, boolean grouped) {
        RuleResult bare = new RuleResult(
                rule.id(),
                rule.desk(),
                hits,
                edits,
                0,
                alerts,
                held,
                allDays(),
                terms == null ? List.of() : terms.terms(),
                TermTally.most(sources, SOURCES),
                samples,
                notes(grouped));
        return new RuleResult(
                bare.rule(),
                bare.desk(),
                bare.hits(),
                bare.edits(),
                articles == 0 ? 0 : (double) bare.matches() / articles,
                bare.alerts(),
                bare.held(),
                bare.days(),
                bare.terms(),
                bare.sources(),
                bare.samples(),
                bare.notes());
    }

    /** Also those without anything. */
    private List<Day> allDays() {
        if (days.isEmpty() || days.firstKey().plusDays(MOST_DAYS).isBefore(days.lastKey())) {
            return List.copyOf(days.values());
        }
        return days.firstKey()
                .datesUntil(days.lastKey().plusDays(1))
                .map(day -> days.getOrDefault(day, new Day(day, 0, 0)))
                .toList();
    }

    private List<String> notes(boolean grouped) {
        List<String> notes = new ArrayList<>();
        if (!rule.matchesArticles()) {
            notes.add("It sets a deadline itself and looks at no article.");
        } else if (!rule.alertOn().contains(AlertOn.ARTICLES)) {
            notes.add("It alerts to deadlines only, which are not gone through here.");
        } else if (rule.alertOn().contains(AlertOn.DEADLINES)) {
            notes.add("Its alerts to deadlines are not counted, only those to articles.");
        }
        if (terms != null && terms.looked() < hits) {
            notes.add("Terms are of the first " + terms.looked() + " hits.");
        }
        if (!grouped) {
            notes.add("So much matched that not all of it could be remembered: some hits raised no alert, or edits and"
                    + " copies count as new.");
        }
        return notes;
    }
}
