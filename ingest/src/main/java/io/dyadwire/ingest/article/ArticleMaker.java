package io.dyadwire.ingest.article;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.text.LanguageDetector;
import io.dyadwire.ingest.text.PlainText;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of one answer of one feed to drafts of articles.
 *
 * @param fetchedAt when the answer came, UTC
 * @param firstPoll true when nothing was read from this feed before: all of it is backfill
 */
public record ArticleMaker(FeedSource source, ParsedFeed feed, Instant fetchedAt, boolean firstPoll) {
    /** Ends a text that was too long. */
    static final String CUT = " […]";

    /** Below this, a feed's content is a teaser like its summary. */
    private static final int FULL_TEXT = 600;

    private static final int MAX_CATEGORIES = 50;

    /** The draft of this item; empty when it has neither title nor text. */
    public Optional<ArticleDraft> draft(ParsedItem item) {
        String summary = PlainText.ofHtml(item.summary());
        String content = PlainText.ofHtml(item.content());
        boolean full = content.length() >= FULL_TEXT && content.length() > summary.length();
        String text = PlainText.cut(content.length() > summary.length() ? content : summary, Article.MAX_TEXT, CUT);
        String title = item.title();
        if (title.isBlank() && text.isBlank()) {
            return Optional.empty();
        }
        URI url = item.ownUrl() == null ? null : CanonicalUrl.of(item.ownUrl());
        List<ArticleId> ids = ids(url, item, title);
        PublicationDate date = PublicationDate.of(item.publishedAt(), item.updatedAt(), fetchedAt);
        Article article = new Article(
                ids.getFirst(),
                url,
                source.feedId(),
                source.title().isBlank() ? feed.title() : source.title(),
                source.publisher(),
                title,
                text,
                full ? TextKind.FULL : TextKind.SUMMARY,
                language(item, title + "\n" + text),
                date.at(),
                date.source(),
                fetchedAt,
                PublicationDate.sane(item.updatedAt(), fetchedAt),
                1,
                item.authors(),
                categories(item),
                firstPoll || date.isOld(fetchedAt),
                raw(item.publishedRaw()),
                raw(item.updatedRaw()));
        // Its address, its guid, its title and date.
        ArticleId guid = ids.size() == 3 ? ids.get(1) : null;
        return Optional.of(new ArticleDraft(ids, lasting(ids, item), guid, ContentHash.of(title, text), article));
    }

    private static @Nullable String raw(@Nullable String written) {
        return written == null ? null : PlainText.cut(written, Article.MAX_RAW, "…");
    }

    private List<ArticleId> ids(@Nullable URI url, ParsedItem item, String title) {
        List<ArticleId> ids = new ArrayList<>();
        if (url != null && !CanonicalUrl.isFrontPage(url)) {
            ids.add(ArticleId.of(CanonicalUrl.identity(url)));
        }
        if (item.guid() != null && !isSame(url, item.guid())) {
            ids.add(ArticleId.of(source.feedId(), item.guid()));
        }
        String date = item.publishedRaw() == null ? "" : item.publishedRaw();
        ids.add(ArticleId.of(source.feedId(), title, date));
        return ids;
    }

    private static List<ArticleId> lasting(List<ArticleId> ids, ParsedItem item) {
        boolean dated = item.publishedRaw() != null && !item.publishedRaw().isBlank();
        return dated ? ids : ids.subList(0, ids.size() - 1);
    }

    /** Whether a guid is only the address once more. */
    private static boolean isSame(@Nullable URI url, String guid) {
        return url != null
                && HttpUri.parse(guid)
                        .filter(HttpUri::isWeb)
                        .map(address -> CanonicalUrl.identity(CanonicalUrl.of(address)))
                        .filter(CanonicalUrl.identity(url)::equals)
                        .isPresent();
    }

    private @Nullable String language(ParsedItem item, String read) {
        return Languages.tag(source.language())
                .or(() -> Languages.tag(item.language()))
                .or(() -> Languages.tag(feed.language()))
                .or(() -> LanguageDetector.of(read))
                .orElse(null);
    }

    private List<String> categories(ParsedItem item) {
        Set<String> all = new LinkedHashSet<>(item.categories());
        all.addAll(source.categories());
        return all.stream().limit(MAX_CATEGORIES).toList();
    }
}
