package io.dyadwire.ingest.robots;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.dyadwire.ingest.robots.Permission.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one site asks, and when it was last asked for a page. */
final class SiteRules {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_UNREACHABLE = Duration.ofHours(1);

    /** A pause longer than this is kept by not asking at all. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final BaseRobotRules rules;
    private final boolean reachable;
    private final Instant until;
    private long freeFrom = System.nanoTime();

    private SiteRules(BaseRobotRules rules, boolean reachable, Instant until) {
        this.rules = rules;
        this.reachable = reachable;
        this.until = until;
    }

    static SiteRules parsed(URI address, byte[] body, String contentType, String product, Instant now) {
        // A parser counts its warnings, so each file gets its own.
        BaseRobotRules rules =
                new SimpleRobotRulesParser().parseContent(address.toString(), body, contentType, List.of(product));
        return new SiteRules(rules, true, now.plus(KEPT));
    }

    static SiteRules everything(Instant now) {
        return new SiteRules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), true, now.plus(KEPT));
    }

    static SiteRules unreachable(Instant now) {
        return new SiteRules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), false, now.plus(KEPT_UNREACHABLE));
    }

    boolean isStale(Instant now) {
        return now.isAfter(until);
    }

    Permission permission(URI page) {
        if (!reachable) {
            return Permission.of(Verdict.UNREACHABLE);
        }
        return rules.isAllowed(page.toString()) ? afterDelay() : Permission.of(Verdict.DISALLOWED);
    }

    /** Takes the site's next turn: who asks next waits for it to pass. */
    private synchronized Permission afterDelay() {
        Duration delay = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        long now = System.nanoTime();
        Duration wait = Duration.ofNanos(Math.max(0, freeFrom - now));
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return Permission.of(Verdict.TOO_SOON);
        }
        freeFrom = now + wait.toNanos() + delay.toNanos();
        return new Permission(Verdict.ALLOWED, wait);
    }
}
