package io.dyadwire.runner.config;

import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How we appear to the servers that we fetch from, and which addresses besides the public internet may be reached.
 *
 * @param contact an address or page for the people who run those servers; part of the User-Agent
 * @param allow networks and hosts on your side, such as {@code 10.1.0.0/16} or {@code rss.intra:8080}; none unless said
 */
public record OutboundSettings(@Nullable String contact, List<String> allow) {
    static final OutboundSettings DEFAULTS = new OutboundSettings(null, List.of());

    public OutboundSettings {
        contact = contact == null || contact.isBlank() ? null : contact.strip();
        allow = allow == null ? List.of() : List.copyOf(allow);
        AllowList.of(allow);
    }

    /** For the HTTP client. */
    public OutboundConfig client() {
        String agent = "Dyadwire/0.1" + (contact == null ? "" : " (+" + contact + ")");
        return OutboundConfig.defaults(agent).withAllow(AllowList.of(allow));
    }
}
