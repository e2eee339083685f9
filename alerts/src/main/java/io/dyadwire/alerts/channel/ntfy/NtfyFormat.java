package io.dyadwire.alerts.channel.ntfy;

import io.dyadwire.alerts.channel.PlainText;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published as JSON to the server, with the topic that the desk's address ends in, so that titles in any script need no
 * encoding. A critical alert has the priority that breaks through "do not disturb".
 */
public final class NtfyFormat implements HttpFormat {
    private static final int LONGEST_BYTES = 4_096;
    private static final int LONGEST = LONGEST_BYTES / 3;
    private static final int MAX_TITLE = 120;

    private final Wording wording;
    private final @Nullable String token;

    /** @param token the server's access token; absent where it needs none */
    public NtfyFormat(Wording wording, @Nullable String token) {
        this.wording = wording;
        this.token = token;
    }

    /**
     * The topic of this address.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static String topic(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        String topic = path.substring(path.lastIndexOf('/') + 1);
        if (topic.isEmpty()) {
            throw new IllegalArgumentException("url: must end in the topic, such as https://ntfy.sh/my-desk");
        }
        return topic;
    }

    @Override
    public OutboundRequest request(URI url, Told told, Instant now) {
        String topic = topic(url);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("topic", topic);
        body.put("title", title(told));
        body.put("message", wording.of(told, LONGEST));
        body.put("priority", priority(told));
        String link = link(told);
        if (link != null) {
            body.put("click", link);
        }
        String text = url.toString();
        URI server = URI.create(text.substring(
                0, text.length() - url.getRawPath().length() + url.getRawPath().lastIndexOf('/') + 1));
        OutboundRequest request = JsonBody.post(server, body);
        return token == null ? request : request.withHeader("Authorization", "Bearer " + token);
    }

    private static String title(Told told) {
        String title =
                switch (told) {
                    case Told.OfAlert of ->
                        (of.test() ? "TEST · " : "") + of.alert().rule().name();
                    case Told.OfChannel ignored -> "Channel off";
                };
        String plain = PlainText.of(title);
        return plain.length() <= MAX_TITLE ? plain : plain.substring(0, MAX_TITLE) + "…";
    }

    private static int priority(Told told) {
        AlertNotice notice = told instanceof Told.OfAlert of ? of.alert().notice() : null;
        Severity severity = notice == null ? Severity.WARNING : notice.severity();
        return switch (severity) {
            case INFO -> 2;
            case WARNING -> 3;
            case CRITICAL -> 5;
        };
    }

    private static @Nullable String link(Told told) {
        AlertArticle article = told instanceof Told.OfAlert of ? of.alert().article() : null;
        URI url = article == null ? null : article.url();
        boolean web = url != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        return web ? url.toASCIIString() : null;
    }
}
