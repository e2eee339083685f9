package io.dyadwire.runner.config;

import io.dyadwire.contract.Check;
import io.dyadwire.outbound.AllowList;
import io.dyadwire.outbound.OutboundConfig;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How we appear to the servers that we fetch from, and which addresses besides the public internet may be reached.
 *
 * @param contact an address or page for the people who run those servers; part of the User-Agent
 * @param allow networks and hosts on your side, such as {@code 10.1.0.0/16} or {@code rss.intra:8080}; none unless said
 */
public record OutboundSettings(@Nullable String contact, List<String> allow) {
    private static final Pattern CONTACT =
            Pattern.compile("https?://[!-~&&[^()]]+|(mailto:)?[!-~&&[^@()]]+@[!-~&&[^@()]]+\\.[!-~&&[^@()]]+");

    static final OutboundSettings DEFAULTS = new OutboundSettings(null, List.of());

    public OutboundSettings {
        contact = contact == null || contact.isBlank() ? null : contact.strip();
        allow = allow == null ? List.of() : List.copyOf(allow);
        AllowList.of(allow);
        Check.that(
                contact == null || CONTACT.matcher(contact).matches(),
                "contact: '" + contact
                        + "' is neither a mail address such as news@desk.example nor a web address such as"
                        + " https://desk.example/bot");
    }

    /**
     * For the HTTP client of what asks strangers again and again: they must be able to reach us.
     *
     * @throws ConfigException when no contact is set
     */
    public OutboundConfig politeClient() {
        if (contact == null) {
            throw new ConfigException("outbound.contact: is not set. The people who run the feeds must be able to reach"
                    + " you: write 'outbound: {contact: you@your-desk.example}' (or a web address) into"
                    + " config/dyadwire.yaml, or set DYADWIRE_OUTBOUND_CONTACT. It is sent in the User-Agent.");
        }
        return client();
    }

    /** For the HTTP client. */
    public OutboundConfig client() {
        String agent = "Dyadwire/0.1" + (contact == null ? "" : " (+" + contact + ")");
        return OutboundConfig.defaults(agent).withAllow(AllowList.of(allow));
    }
}
