package io.dyadwire.ingest.fulltext;

import io.dyadwire.ingest.page.Page;
import io.dyadwire.ingest.page.PageExtractor;
import io.dyadwire.ingest.robots.Permission;
import io.dyadwire.ingest.robots.RobotsTxt;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import io.dyadwire.outbound.OutboundRequest;
import io.dyadwire.outbound.OutboundResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One page: may we, then one GET, then its article. Blocks; an interrupt ends it. */
public final class PageReader {
    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9";

    private final OutboundClient client;
    private final RobotsTxt robots;
    private final PageExtractor extractor = new PageExtractor();
    private final SiteLines lines = new SiteLines();

    public PageReader(OutboundClient client, RobotsTxt robots) {
        this.client = client;
        this.robots = robots;
    }

    /** {@code page} is there exactly when the outcome is {@code TAKEN}. */
    record Result(PageOutcome outcome, @Nullable Page page) {
        static Result none(PageOutcome outcome) {
            return new Result(outcome, null);
        }
    }

    Result read(URI url) throws InterruptedException {
        PageOutcome permitted = permitted(url);
        return permitted == PageOutcome.TAKEN ? fetch(url) : Result.none(permitted);
    }

    private PageOutcome permitted(URI url) throws InterruptedException {
        Permission permission = robots.permission(url);
        TimeUnit.NANOSECONDS.sleep(permission.pause().toNanos());
        return switch (permission.verdict()) {
            case ALLOWED -> PageOutcome.TAKEN;
            case DISALLOWED -> PageOutcome.ROBOTS_DISALLOW;
            case UNREACHABLE -> PageOutcome.ROBOTS_UNREACHABLE;
            case TOO_SOON -> PageOutcome.CRAWL_DELAY;
        };
    }

    private Result fetch(URI url) throws InterruptedException {
        try {
            OutboundResponse answer =
                    client.get(OutboundRequest.to(url).withMaxBytes(MAX_BYTES).withHeader("Accept", ACCEPT));
            PageOutcome outcome = outcome(answer);
            return outcome == PageOutcome.TAKEN ? extract(answer) : Result.none(outcome);
        } catch (OutboundException e) {
            return Result.none(
                    e.kind() == OutboundException.Kind.TOO_LARGE ? PageOutcome.TOO_LARGE : PageOutcome.NO_ANSWER);
        }
    }

    private PageOutcome outcome(OutboundResponse answer) throws InterruptedException {
        PageOutcome byStatus =
                switch (answer.status()) {
                    case 200 -> PageOutcome.TAKEN;
                    case 401, 402, 403, 407, 451 -> PageOutcome.DENIED;
                    case 404, 410 -> PageOutcome.MISSING;
                    case 429, 503 -> PageOutcome.BUSY;
                    default -> PageOutcome.BAD_STATUS;
                };
        if (byStatus != PageOutcome.TAKEN) {
            return byStatus;
        }
        String type = answer.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
        if (!type.contains("html")) {
            return PageOutcome.NOT_HTML;
        }
        if (RobotsTag.forbids(answer.headers().getOrDefault("x-robots-tag", List.of()))) {
            return PageOutcome.ROBOTS_TAG;
        }
        // A redirect may have led to where the same question has another answer.
        return answer.redirects().isEmpty() ? PageOutcome.TAKEN : permitted(answer.uri());
    }

    private Result extract(OutboundResponse answer) {
        Page page = extractor.extract(
                answer.body(), answer.uri(), answer.header("content-type").orElse(null));
        return new Result(PageOutcome.TAKEN, lines.withoutRepeated(page, answer.uri()));
    }
}
