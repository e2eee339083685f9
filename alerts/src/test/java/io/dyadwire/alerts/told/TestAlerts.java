package io.dyadwire.alerts.told;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.contract.topic.Topics;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Alerts and views of them to test with. */
public final class TestAlerts {
    private TestAlerts() {}

    public static AlertView complete(String... desks) {
        AlertView view = new AlertView();
        for (String desk : desks) {
            view.begin(new DeskId(desk), 0);
        }
        view.complete();
        return view;
    }

    /** One that holds what comes from this offset on. */
    public static AlertView beginningAt(String desk, long offset) {
        AlertView view = new AlertView();
        view.begin(new DeskId(desk), offset);
        view.complete();
        return view;
    }

    public static Told told(Alert alert, long offset) {
        return Told.of(record(alert, offset));
    }

    /** As if it had been read from the topic of its desk. */
    public static void put(AlertView view, Alert alert, long offset) {
        view.put(Told.of(record(alert, offset)));
    }

    public static ConsumerRecord<String, byte[]> record(Alert alert, long offset) {
        return record(
                Topics.alertsOf(alert.desk()).name(), Topics.ALERTS.valueSerde().write(alert), offset);
    }

    static ConsumerRecord<String, byte[]> record(String topic, byte[] value, long offset) {
        return new ConsumerRecord<>(
                topic,
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                1,
                value.length,
                "key",
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    public static Alert alert(String id, String desk, Instant at) {
        return alert(id, desk, "Tokyo and Seoul talk again", "https://herald.example/" + id, at);
    }

    public static Alert alert(String id, String desk, String title, String url, Instant at) {
        return new Alert(
                new AlertId(id),
                AlertType.MATCH,
                new DeskId(desk),
                new AlertRule(new RuleId("talks"), "Talks", 1),
                at,
                "It matches.",
                new AlertArticle(ArticleId.of(id), 1, title, URI.create(url), "The Herald", null, at),
                List.of("JPN", "KOR"),
                List.of(new Pair("JPN-KOR")),
                List.of(),
                List.of(),
                List.of(),
                new AlertNotice(
                        Severity.CRITICAL,
                        Occasion.FIRST,
                        List.of(),
                        null,
                        "group",
                        List.of(),
                        0,
                        List.of(),
                        null,
                        null));
    }
}
