package io.dyadwire.alerts.backtest;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.dyadwire.alerts.rules.RuleBook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backtests that somebody waits for: one at a time, each on a thread of its own; the newest are kept. Thread-safe. */
public final class Backtests implements AutoCloseable {
    /** Finished ones that are kept. */
    static final int KEPT = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);

    private final Function<Instant, ArticleSource> news;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private @Nullable Job running;

    /** How far one is. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum State {
        RUNNING,
        DONE,
        /** Ended before its end because somebody asked. */
        CANCELLED,
        FAILED
    }

    /**
     * One of them as it stands.
     *
     * @param by who asked for it
     * @param read records that were read, of so many; the latter 0 as long as it is not known
     * @param report what came of it; also of one that was cancelled, as far as it came
     * @param error why it failed
     */
    public record Shown(
            String id,
            String by,
            State state,
            long read,
            long of,
            @Nullable BacktestReport report,
            @Nullable String error) {}

    private static final class Job {
        private final String by;
        private volatile Shown shown;
        private volatile boolean cancelled;

        private Job(String id, String by) {
            this.by = by;
            this.shown = new Shown(id, by, State.RUNNING, 0, 0, null, null);
        }

        private boolean goOn(long read, long of) {
            shown = new Shown(shown.id(), by, State.RUNNING, read, of, null, null);
            return !cancelled;
        }

        private void end(State state, @Nullable BacktestReport report, @Nullable String error) {
            shown = new Shown(shown.id(), by, state, shown.read(), shown.of(), report, error);
        }
    }

    /** @param news opens the articles from a time on */
    public Backtests(Function<Instant, ArticleSource> news) {
        this.news = news;
    }

    /** Starts one; null when another runs. */
    public synchronized @Nullable Shown start(RuleBook book, Instant since, String by) {
        if (running != null) {
            return null;
        }
        Job job = new Job(UUID.randomUUID().toString(), by);
        running = job;
        jobs.put(job.shown.id(), job);
        if (jobs.size() > KEPT) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        Thread.ofPlatform().daemon().name("backtest").start(() -> run(job, book, since));
        return job.shown;
    }

    private void run(Job job, RuleBook book, Instant since) {
        try (ArticleSource source = news.apply(since)) {
            BacktestReport report = Backtest.run(book, source, job::goOn);
            job.end(report.complete() ? State.DONE : State.CANCELLED, report, null);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("a backtest failed");
            job.end(State.FAILED, null, String.valueOf(e.getMessage()));
        } finally {
            ended();
        }
    }

    private synchronized void ended() {
        running = null;
    }

    /** One that runs or is kept; null when there is none of this id. */
    public synchronized @Nullable Shown find(String id) {
        Job job = jobs.get(id);
        return job == null ? null : job.shown;
    }

    /** Ends one soon; what came of it until then is kept. */
    public synchronized void cancel(String id) {
        Job job = jobs.get(id);
        if (job != null) {
            job.cancelled = true;
        }
    }

    @Override
    public synchronized void close() {
        jobs.values().forEach(job -> job.cancelled = true);
    }
}
