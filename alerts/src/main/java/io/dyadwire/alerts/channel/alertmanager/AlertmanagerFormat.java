package io.dyadwire.alerts.channel.alertmanager;

import io.dyadwire.alerts.channel.PlainText;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Version 4 of the body: one group with one firing alert. News does not resolve, so that nothing ever does. */
public final class AlertmanagerFormat implements HttpFormat {
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final String receiver;
    private final @Nullable String token;

    /**
     * For this channel.
     *
     * @param receiver its name
     * @param token the receiver's bearer token; absent where it needs none
     */
    public AlertmanagerFormat(String receiver, @Nullable String token) {
        this.receiver = receiver;
        this.token = token;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        Map<String, String> labels = new TreeMap<>(Map.of("desk", told.desk().value()));
        Map<String, String> annotations = new TreeMap<>();
        String link = "";
        switch (told) {
            case Told.OfAlert(Alert alert, boolean test) -> {
                label(alert, test, labels);
                annotate(alert, annotations);
                link = annotations.getOrDefault("url", "");
            }
            case Told.OfChannel(ChannelStatus status, int undelivered) -> {
                labels.putAll(Map.of("alertname", "ChannelOff", "channel", status.channel(), "severity", "critical"));
                annotations.put("summary", "Channel " + status.channel() + " has been switched off");
                annotations.put("description", status.error() + "; not delivered: " + undelivered);
            }
        }
        Map<String, Object> firing = Map.of(
                "status",
                "firing",
                "labels",
                labels,
                "annotations",
                annotations,
                "startsAt",
                told.at(),
                "endsAt",
                NEVER,
                "generatorURL",
                link,
                "fingerprint",
                told.id());
        OutboundRequest request = JsonBody.post(url, body(told, labels, annotations, firing));
        return token == null ? request : request.withHeader("Authorization", "Bearer " + token);
    }

    private Map<String, Object> body(
            Told told, Map<String, String> labels, Map<String, String> annotations, Map<String, Object> firing) {
        Map<String, Object> body = new TreeMap<>();
        body.put("version", "4");
        body.put("groupKey", told.id());
        body.put("truncatedAlerts", 0);
        body.put("status", "firing");
        body.put("receiver", receiver);
        body.put("groupLabels", Map.of("alertname", labels.get("alertname")));
        body.put("commonLabels", labels);
        body.put("commonAnnotations", annotations);
        body.put("externalURL", "");
        body.put("alerts", List.of(firing));
        return body;
    }

    private static void label(Alert alert, boolean test, Map<String, String> labels) {
        AlertNotice notice = alert.notice();
        Severity severity = notice == null ? Severity.WARNING : notice.severity();
        labels.put("alertname", alert.rule().id().value());
        labels.put("type", alert.type().name().toLowerCase(Locale.ROOT));
        labels.put("severity", severity.name().toLowerCase(Locale.ROOT));
        if (!alert.pairs().isEmpty()) {
            labels.put("pairs", alert.pairs().stream().map(Pair::value).collect(Collectors.joining(",")));
        }
        if (test) {
            labels.put("test", "true");
        }
    }

    private static void annotate(Alert alert, Map<String, String> annotations) {
        AlertArticle article = alert.article();
        boolean titled = article != null && !article.title().isBlank();
        annotations.put(
                "summary", PlainText.of(titled ? article.title() : alert.rule().name()));
        annotations.put("description", PlainText.of(alert.reason()));
        if (!alert.evidence().isEmpty()) {
            annotations.put("sentence", PlainText.of(alert.evidence().getFirst().sentence()));
        }
        if (!alert.deadlines().isEmpty()) {
            annotations.put("deadline", alert.deadlines().getFirst().date().value());
        }
        if (article != null && article.url() != null) {
            annotations.put("url", article.url().toASCIIString());
        }
    }
}
