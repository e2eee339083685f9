package io.dyadwire.alerts.channel.discord;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One message in Markdown that can call nobody and shows no previews (flag 4). */
public final class DiscordFormat implements HttpFormat {
    private static final int LONGEST = 2_000;
    private static final int SUPPRESS_EMBEDS = 4;

    private final Wording wording;

    public DiscordFormat(Wording wording) {
        this.wording = wording;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        return JsonBody.post(
                url,
                Map.of(
                        "content",
                        wording.of(told, LONGEST),
                        "allowed_mentions",
                        Map.of("parse", List.of()),
                        "flags",
                        SUPPRESS_EMBEDS));
    }
}
