package io.dyadwire.contract.alert;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one desk is told. Key on Kafka: {@code id}.
 *
 * @param at when it was raised, UTC: the article's fetch time, or the moment a reminder fell due
 * @param reason one sentence for a person: which rule, and why
 * @param article absent for a reminder of a deadline that the desk set itself
 * @param countries codes of the countries that the article is about
 * @param deadlines the deadline that the alert is about; for a match, all that the article names
 * @param notice how it comes to the desk; absent in records of earlier versions
 */
public record Alert(
        AlertId id,
        AlertType type,
        DeskId desk,
        AlertRule rule,
        Instant at,
        String reason,
        @Nullable AlertArticle article,
        List<String> countries,
        List<Pair> pairs,
        List<String> topics,
        List<AlertEvidence> evidence,
        List<AlertDeadline> deadlines,
        @Nullable AlertNotice notice) {
    public Alert {
        Check.present("id", id);
        Check.present("type", type);
        Check.present("desk", desk);
        Check.present("rule", rule);
        Check.present("at", at);
        Check.text("reason", reason);
        countries = Check.countries("countries", countries);
        pairs = Check.list("pairs", pairs);
        topics = Check.slugs("topics", topics);
        evidence = Check.list("evidence", evidence);
        deadlines = Check.list("deadlines", deadlines);
        Check.that(article != null || !deadlines.isEmpty(), "article, deadlines: an alert is about one of them");
    }

    /** One of which nobody has decided yet how it comes to the desk. */
    public Alert(
            AlertId id,
            AlertType type,
            DeskId desk,
            AlertRule rule,
            Instant at,
            String reason,
            @Nullable AlertArticle article,
            List<String> countries,
            List<Pair> pairs,
            List<String> topics,
            List<AlertEvidence> evidence,
            List<AlertDeadline> deadlines) {
        this(id, type, desk, rule, at, reason, article, countries, pairs, topics, evidence, deadlines, null);
    }

    /** The same thing, told so. */
    public Alert told(AlertId newId, AlertType newType, Instant when, String why, AlertNotice how) {
        return new Alert(
                newId, newType, desk, rule, when, why, article, countries, pairs, topics, evidence, deadlines, how);
    }

    /** What it is about: the id of its article, or of its deadline where there is no article. */
    public String subject() {
        return article == null ? deadlines.getFirst().id() : article.id().value();
    }
}
