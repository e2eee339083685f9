package io.dyadwire.alerts.channel;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A message to try a channel with; it says of itself that nothing has happened. */
public final class Sample {
    private static final String SENTENCE =
            "This is a test of the channel: a decision on whether to extend the pact would be due in ten days.";
    private static final int DAYS = 10;

    private Sample() {}

    /** A sample for this desk, with an id of its own for each moment. */
    public static Told of(DeskId desk, Instant now) {
        AlertId id = AlertId.of("test", desk.value(), now.toString());
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS);
        Alert alert = new Alert(
                id,
                AlertType.MATCH,
                desk,
                new AlertRule(new RuleId("channel-test"), "Test of the channel", 1),
                now,
                "A sample, sent by hand to try the channel.",
                new AlertArticle(
                        new ArticleId("channel-test"),
                        1,
                        "Test: nothing has happened",
                        URI.create("https://example.org/dyadwire-channel-test"),
                        "Dyadwire",
                        now,
                        now),
                List.of("JPN", "KOR"),
                List.of(new Pair("JPN-KOR")),
                List.of("intelligence-sharing"),
                List.of(new AlertEvidence(
                        "pair JPN-KOR",
                        new Span(Field.TEXT, 0, SENTENCE.length()),
                        SENTENCE,
                        List.of(new AlertEvidence.Words(0, 4)))),
                List.of(new AlertDeadline(
                        "channel-test",
                        "decision on whether to extend the pact",
                        DeadlineKind.DEADLINE,
                        PartialDate.of(due),
                        DAYS,
                        null,
                        SENTENCE,
                        null)),
                new AlertNotice(
                        Severity.INFO,
                        Occasion.FIRST,
                        List.of(),
                        null,
                        "test of the channel",
                        List.of(),
                        0,
                        List.of(),
                        null,
                        null));
        return new Told.OfAlert(alert, true);
    }

    /** For trying a template. */
    static Told alert() {
        return of(new DeskId("desk"), Instant.EPOCH);
    }
}
