package io.dyadwire.ingest.robots;

import io.dyadwire.outbound.HttpUri;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt of every site that we fetch pages from, asked for when first needed and then kept (RFC 9309 §2.3, §2.4).
 *
 * <pre>
 * robots.txt                            pages         kept
 * 200                                   as it says    24 hours
 * 4xx but 429, too many redirects       allowed       24 hours
 * 429, 5xx, no answer, over 500 KiB     not allowed   an hour
 * </pre>
 *
 * Size: bounded, the sites asked for longest ago are forgotten. Thread-safe.
 */
public final class RobotsTxt {
    static final int MAX_SITES = 10_000;
    private static final int MAX_BYTES = 500 * 1024;

    private final OutboundClient client;
    private final String product;
    private final InstantSource clock;
    private final Map<String, SiteRules> sites = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SiteRules> eldest) {
            return size() > MAX_SITES;
        }
    };

    /** @param userAgent of the client; what stands before its version is the name that robots.txt calls us by */
    public RobotsTxt(OutboundClient client, String userAgent, InstantSource clock) {
        this.client = client;
        this.product = product(userAgent);
        this.clock = clock;
    }

    /** Asks for the site's robots.txt unless it is known; blocks meanwhile. */
    public Permission permission(URI page) {
        String site = site(page);
        Instant now = clock.instant();
        SiteRules rules = known(site);
        if (rules == null || rules.isStale(now)) {
            rules = fetch(site, now);
            remember(site, rules);
        }
        return rules.permission(page);
    }

    private @Nullable SiteRules known(String site) {
        synchronized (sites) {
            return sites.get(site);
        }
    }

    private void remember(String site, SiteRules rules) {
        synchronized (sites) {
            sites.put(site, rules);
        }
    }

    private SiteRules fetch(String site, Instant now) {
        URI address = URI.create(site + "/robots.txt");
        try {
            OutboundResponse answer = client.get(
                    OutboundRequest.to(address).withMaxBytes(MAX_BYTES).withHeader("Accept", "text/plain"));
            return rules(address, answer, now);
        } catch (OutboundException e) {
            return e.kind() == OutboundException.Kind.REDIRECTS
                    ? SiteRules.everything(now)
                    : SiteRules.unreachable(now);
        }
    }

    private SiteRules rules(URI address, OutboundResponse answer, Instant now) {
        if (answer.successful()) {
            String type = answer.header("content-type").orElse("text/plain");
            return SiteRules.parsed(address, answer.body(), type, product, now);
        }
        boolean none = answer.status() >= 300 && answer.status() < 500 && answer.status() != 429;
        return none ? SiteRules.everything(now) : SiteRules.unreachable(now);
    }

    /** Scheme, host and port: each has a robots.txt of its own. */
    private static String site(URI page) {
        String host = HttpUri.host(page).orElse("");
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return page.getScheme().toLowerCase(Locale.ROOT) + "://" + name + ":" + HttpUri.port(page);
    }

    static String product(String userAgent) {
        String name = userAgent.split("[/\\s(]", 2)[0].replaceAll("[^A-Za-z_-]", "");
        return name.isEmpty() ? "dyadwire" : name.toLowerCase(Locale.ROOT);
    }
}
