package io.dyadwire.ingest.fulltext;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.article.CanonicalUrl;
import io.dyadwire.ingest.article.Languages;
import io.dyadwire.ingest.article.PublicationDate;
import io.dyadwire.ingest.page.Page;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An article and its page put together. The page gives the text, and what the feed did not say: date, author, language.
 * The id stays the feed's, since it must be the same whether the page could be read or not.
 */
final class FullArticle {
    /** Less is a teaser, a label or a wall. */
    private static final int LEAST_TEXT = 250;

    /** What a page with a wall shows before it, at most; one that shows more shows all. */
    private static final int BEFORE_A_WALL = 1_500;

    private static final double SHARED_WORDS = 0.3;
    private static final Pattern CUT_OFF = Pattern.compile("(?s).*(?:…|\\.\\.\\.)\\s*[\\])]?\\s*$");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LEAST_WORD = 4;

    private FullArticle() {}

    /** Whether the settings of its feed want the page of this article. */
    static boolean isWanted(FullText setting, Article article) {
        boolean summary = article.textKind() == TextKind.SUMMARY
                || CUT_OFF.matcher(article.text()).matches();
        return article.url() != null
                && switch (setting) {
                    case NEVER -> false;
                    case SUMMARY_ONLY -> summary;
                    case ALWAYS -> true;
                };
    }

    static PageOutcome judge(Article article, Page page) {
        if (page.text().length() < Math.max(LEAST_TEXT, article.text().length())) {
            return PageOutcome.TOO_SHORT;
        }
        if (page.behindWall() && page.text().length() < BEFORE_A_WALL) {
            return PageOutcome.PAYWALL;
        }
        return isAbout(article.title() + " " + article.text(), page) ? PageOutcome.TAKEN : PageOutcome.OTHER_ARTICLE;
    }

    /** Of the longer words that the feed gave, enough stand in the page too. */
    private static boolean isAbout(String told, Page page) {
        String shown = (page.title() + " " + page.text()).toLowerCase(Locale.ROOT);
        List<String> words = WORDS.splitAsStream(told.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= LEAST_WORD)
                .map(word -> word.substring(0, LEAST_WORD))
                .distinct()
                .toList();
        long shared = words.stream().filter(shown::contains).count();
        return shared >= words.size() * SHARED_WORDS;
    }

    static Article of(Article feed, Page page) {
        Instant published =
                feed.publishedAt() == null ? PublicationDate.sane(page.publishedAt(), feed.fetchedAt()) : null;
        boolean dated = published != null;
        String language =
                feed.language() == null ? Languages.tag(page.language()).orElse(null) : feed.language();
        return new Article(
                feed.id(),
                url(feed.url(), page),
                feed.feedId(),
                feed.feedTitle(),
                feed.publisher(),
                feed.title(),
                page.text(),
                TextKind.FULL,
                language,
                dated ? published : feed.publishedAt(),
                dated ? PublishedAtSource.PAGE : feed.publishedAtSource(),
                feed.fetchedAt(),
                feed.updatedAt(),
                feed.version(),
                feed.authors().isEmpty() && page.byline() != null ? List.of(page.byline()) : feed.authors(),
                feed.categories(),
                feed.backfill(),
                feed.publishedRaw(),
                feed.updatedRaw());
    }

    /** The page's own address, unless it names another host or, as some do on every page, the front page. */
    private static @Nullable URI url(@Nullable URI feed, Page page) {
        URI own = page.canonicalUrl();
        if (feed == null || own == null || !HttpUri.host(own).equals(HttpUri.host(feed))) {
            return feed;
        }
        URI canonical = CanonicalUrl.of(own);
        return canonical.getRawPath().length() <= 1 ? feed : canonical;
    }
}
