package io.dyadwire.alerts.channel.teams;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One adaptive card; each line is a block, since a card takes a single line end for a blank. */
public final class TeamsFormat implements HttpFormat {
    private static final int LONGEST = 8_000;

    private final Wording wording;

    public TeamsFormat(Wording wording) {
        this.wording = wording;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        List<Map<String, Object>> lines = Arrays.stream(
                        wording.of(told, LONGEST).split("\n", -1))
                .filter(line -> !line.isBlank())
                .map(line -> Map.<String, Object>of("type", "TextBlock", "text", line, "wrap", true))
                .toList();
        Map<String, Object> card = Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "body",
                lines);
        return JsonBody.post(
                url,
                Map.of(
                        "type",
                        "message",
                        "attachments",
                        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
    }
}
