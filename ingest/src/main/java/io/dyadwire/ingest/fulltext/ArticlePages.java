package io.dyadwire.ingest.fulltext;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.page.Page;
import io.dyadwire.ingest.schedule.Gate;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pages of the articles that one poll brought. Each version of an article is asked for once, whatever comes of it,
 * through the same gate as feeds, the newest first. Old news gets few pages, and no poll waits long for them: what is
 * not there in time is published with the feed's text.
 */
public final class ArticlePages {
    /** Pages of one poll. */
    static final int MOST = 20;

    /** Of them, pages of old news: what a feed shows when it is polled for the first time, or digs out. */
    static final int MOST_OLD = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ArticlePages.class);
    private static final int REMEMBERED = 20_000;

    private final PageReader reader;
    private final Gate gate;
    private final Duration within;
    private final Consumer<PageOutcome> counter;
    private final Map<String, Boolean> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param within the longest that one poll waits for its pages, in real time
     * @param counter told what became of each page that was wanted
     */
    public ArticlePages(PageReader reader, Gate gate, Duration within, Consumer<PageOutcome> counter) {
        this.reader = reader;
        this.gate = gate;
        this.within = within;
        this.counter = counter;
    }

    /**
     * Reads the pages that the feed's setting wants. Blocks, at most for the time given. Call it with no turn of the gate
     * taken.
     *
     * @param fresh articles that this poll is about to publish, oldest first
     * @return pages that are better than what the feed gave
     */
    public Map<ArticleId, Page> read(FullText setting, List<Article> fresh) throws InterruptedException {
        List<Article> wanted = wanted(setting, fresh);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<ArticleId, Page> pages = new ConcurrentHashMap<>();
        Set<ArticleId> done = ConcurrentHashMap.newKeySet();
        FutureTask<Boolean> work = new FutureTask<>(() -> readAll(wanted, pages, done), true);
        Thread.ofVirtual().name("pages").start(work);
        try {
            work.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.atDebug().addKeyValue("pages", wanted.size() - done.size()).log("Pages did not come in time");
        } catch (ExecutionException e) {
            LOG.atError().setCause(e.getCause()).log("A page made us stumble");
        } finally {
            work.cancel(true);
        }
        for (Article article : wanted) {
            if (done.add(article.id())) {
                counter.accept(PageOutcome.OUT_OF_TIME);
                pages.remove(article.id());
            }
        }
        return Map.copyOf(pages);
    }

    private synchronized List<Article> wanted(FullText setting, List<Article> fresh) {
        List<Article> wanted = new ArrayList<>();
        int old = 0;
        for (Article article : fresh.reversed()) {
            boolean first = FullArticle.isWanted(setting, article)
                    && asked.putIfAbsent(Digest.of(article.id().value(), article.title(), article.text()), true)
                            == null;
            if (!first) {
                continue;
            }
            old += article.backfill() ? 1 : 0;
            if (wanted.size() < MOST && (!article.backfill() || old <= MOST_OLD)) {
                wanted.add(article);
            } else {
                counter.accept(PageOutcome.OVER_LIMIT);
            }
        }
        return wanted;
    }

    private void readAll(List<Article> wanted, Map<ArticleId, Page> pages, Set<ArticleId> done) {
        Set<String> busy = new HashSet<>();
        try {
            for (Article article : wanted) {
                URI url = Objects.requireNonNull(article.url());
                String host = HttpUri.host(url).orElse("");
                PageOutcome outcome = busy.contains(host) ? PageOutcome.BUSY : readOne(article, url, host, pages);
                if (outcome == PageOutcome.BUSY) {
                    busy.add(host);
                }
                if (done.add(article.id())) {
                    counter.accept(outcome);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PageOutcome readOne(Article article, URI url, String host, Map<ArticleId, Page> pages)
            throws InterruptedException {
        PageReader.Result result = inTurn(host, url);
        Page page = result.page();
        if (page == null) {
            return result.outcome();
        }
        PageOutcome judged = FullArticle.judge(article, page);
        if (judged == PageOutcome.TAKEN) {
            pages.put(article.id(), page);
        }
        return judged;
    }

    private PageReader.Result inTurn(String host, URI url) throws InterruptedException {
        AtomicReference<PageReader.Result> result =
                new AtomicReference<>(PageReader.Result.none(PageOutcome.OUT_OF_TIME));
        gate.pass(host, () -> {
            try {
                result.set(reader.read(url));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | StackOverflowError e) {
                LOG.atError().addKeyValue("url", url).setCause(e).log("A page made us stumble");
                result.set(PageReader.Result.none(PageOutcome.MISTAKE));
            }
        });
        return result.get();
    }

    /** The articles, those with a page in full. */
    public static List<Article> inFull(List<Article> articles, Map<ArticleId, Page> pages) {
        return articles.stream()
                .map(article -> {
                    Page page = pages.get(article.id());
                    return page == null ? article : FullArticle.of(article, page);
                })
                .toList();
    }
}
