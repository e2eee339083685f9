package io.dyadwire.alerts.channel.mattermost;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** One message in Markdown. */
public final class MattermostFormat implements HttpFormat {
    private static final int LONGEST = 4_000;

    private final Wording wording;

    public MattermostFormat(Wording wording) {
        this.wording = wording;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        return JsonBody.post(url, Map.of("text", wording.of(told, LONGEST)));
    }
}
