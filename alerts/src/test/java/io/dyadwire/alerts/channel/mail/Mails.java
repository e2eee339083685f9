package io.dyadwire.alerts.channel.mail;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.ChannelKind;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertMember;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written about, and to whom. */
final class Mails {
    static final DeskId DESK = new DeskId("asia");
    static final Instant AT = Instant.parse("2019-08-14T03:00:00Z");
    static final String TITLE = "Tokyo and Seoul trade blows";
    static final URI PAGE = URI.create("https://herald.example/blows?a=1&b=2");

    private Mails() {}

    static ChannelConfig channel(@Nullable Path template, String... to) {
        return new ChannelConfig("mail", ChannelKind.MAIL, null, null, null, List.of(to), null, template, null);
    }

    static Told told(String id, String title) {
        return told(alert(id, AlertType.MATCH, title, PAGE, notice("blows", List.of(), null)));
    }

    static Told told(Alert alert) {
        return new Told.OfAlert(alert, false);
    }

    static Alert alert(String id, AlertType type, String title, @Nullable URI page, @Nullable AlertNotice notice) {
        String sentence = "A decision on the pact is due on Aug. 24, officials in Seoul said.";
        return new Alert(
                new AlertId(id),
                type,
                DESK,
                new AlertRule(new RuleId("pact"), "The pact", 1),
                AT,
                "It is about the pact.",
                article(title, page),
                List.of("JPN", "KOR"),
                List.of(new Pair("JPN-KOR")),
                List.of("intelligence-sharing"),
                List.of(new AlertEvidence(
                        "pair JPN-KOR",
                        new Span(Field.TEXT, 0, sentence.length()),
                        sentence,
                        List.of(new AlertEvidence.Words(0, 4)))),
                List.of(deadline()),
                notice);
    }

    static Alert reminder(String id) {
        return new Alert(
                new AlertId(id),
                AlertType.REMINDER,
                DESK,
                new AlertRule(new RuleId("pact"), "The pact", 1),
                AT,
                "10 days left.",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(deadline()),
                null);
    }

    static AlertNotice notice(@Nullable String story, List<AlertMember> members, @Nullable String earlier) {
        return new AlertNotice(
                Severity.CRITICAL,
                members.isEmpty() ? Occasion.FIRST : Occasion.DIGEST,
                List.of(),
                story,
                "rule pact",
                members,
                members.isEmpty() ? 0 : 7,
                List.of(),
                earlier == null ? null : new AlertId(earlier),
                null);
    }

    static AlertMember member(String id, String title, @Nullable URI page) {
        return new AlertMember(
                new AlertId(id), AlertType.MATCH, new RuleId("pact"), "It is about the pact.", article(title, page));
    }

    private static AlertArticle article(String title, @Nullable URI page) {
        return new AlertArticle(new ArticleId("blows"), 1, title, page, "The Herald", AT, AT);
    }

    private static AlertDeadline deadline() {
        return new AlertDeadline(
                "pact-decision",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                new PartialDate("2019-08-24"),
                10,
                null,
                "A decision on the pact is due on Aug. 24.",
                null);
    }
}
