package io.dyadwire.alerts.channel.slack;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** One message of text in Slack's mrkdwn; a preview of the linked page is not wanted. */
public final class SlackFormat implements HttpFormat {
    private static final int LONGEST = 3_000;

    private final Wording wording;

    public SlackFormat(Wording wording) {
        this.wording = wording;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        String text = wording.of(told, LONGEST);
        return JsonBody.post(url, Map.of("text", text, "unfurl_links", false, "unfurl_media", false));
    }
}
