package io.dyadwire.ingest.poll;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.feed.ChangingGuids;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.KnownItem;
import io.dyadwire.contract.feed.Ledger;
import io.dyadwire.ingest.article.ArticleDraft;
import io.dyadwire.ingest.article.ArticleMaker;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.state.FeedBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the items of one answer into new, edited, known and dropped, and keeps the sum: seen = published + known +
 * dropped.
 *
 * <pre>
 * this feed knows it   another feed knows it   so it is
 * no                   no                      published, version 1
 * with the same hash   -                       known
 * with another hash    with the item's hash    known: the edit came by the other feed
 * with another hash    otherwise               published, the next version
 * no                   with the item's hash    known from now on
 * no                   otherwise               dropped: the other feed tells the story
 * </pre>
 */
final class ItemSorter {
    /** Items looked at in one answer; feeds list the newest first. */
    static final int MAX_ITEMS = 2_000;

    /** Entries remembered a feed, aliases included: what was listed lately, well beyond one answer. */
    static final int MAX_KNOWN = 3 * MAX_ITEMS;

    /** An item whose text holds a clock or a counter changes for ever. */
    static final int MAX_VERSION = 50;

    private final Map<String, KnownItem> before;
    private final FeedBook book;
    private final @Nullable ChangingGuids guids;
    private final Instant now;
    private final Map<String, KnownItem> listed = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final List<Article> articles = new ArrayList<>();
    private final Map<String, Long> dropped = new TreeMap<>();
    private long seen;
    private long knownCount;
    private int twoNames;
    private int otherGuids;

    /** @param before what is committed about the feed */
    ItemSorter(FeedState before, FeedBook book, Instant now) {
        this.before = before.known();
        this.guids = before.changingGuids();
        this.book = book;
        this.now = now;
    }

    void sort(List<ParsedItem> items, ArticleMaker maker) {
        List<ArticleDraft> drafts = new ArrayList<>();
        for (ParsedItem item : oldestFirst(items.subList(0, Math.min(items.size(), MAX_ITEMS)))) {
            Optional<ArticleDraft> draft = maker.draft(item);
            draft.ifPresentOrElse(drafts::add, () -> drop("empty"));
        }
        for (int over = items.size() - MAX_ITEMS; over > 0; over--) {
            drop("over-limit");
        }
        ItemIdentity identity = new ItemIdentity(drafts, before, guids != null && guids.proved());
        List<ArticleId> ids = drafts.stream().map(identity::of).toList();
        FloodGuard guard = new FloodGuard(drafts, ids, before);
        for (int i = 0; i < drafts.size(); i++) {
            ArticleDraft draft = drafts.get(i);
            ArticleId id = ids.get(i);
            place(draft, id, guard.suspects(draft));
            identity.aliases(draft, id).forEach(alias -> aliases.put(alias.value(), id.value()));
            twoNames += identity.hasTwoNames(draft, id) ? 1 : 0;
            otherGuids += identity.hasOtherGuid(draft, id) ? 1 : 0;
        }
    }

    private void place(ArticleDraft draft, ArticleId id, boolean suspect) {
        if (listed.containsKey(id.value())) {
            drop("repeated");
            return;
        }
        KnownItem here = before.get(id.value());
        Optional<KnownItem> anywhere = book.article(id.value());
        int version = anywhere.map(KnownItem::version).orElse(0);
        boolean sameAnywhere =
                anywhere.filter(item -> item.hash().equals(draft.hash())).isPresent();
        if (sameAnywhere || (here != null && here.hash().equals(draft.hash()))) {
            seen++;
            knownCount++;
        } else if (here == null && version > 0) {
            drop("other-feed");
        } else if (version >= MAX_VERSION) {
            drop("edited-too-often");
        } else {
            seen++;
            version++;
            articles.add(draft.as(id, version, here == null && suspect));
        }
        listed.put(id.value(), new KnownItem(Math.max(version, 1), draft.hash(), now));
    }

    private void drop(String reason) {
        seen++;
        dropped.merge(reason, 1L, Long::sum);
    }

    /** Most feeds list the newest first; readers of the topic want to be told in order. */
    private static List<ParsedItem> oldestFirst(List<ParsedItem> items) {
        List<Instant> dates = items.stream()
                .map(ParsedItem::publishedAt)
                .filter(date -> date != null)
                .toList();
        boolean newestFirst = dates.size() < 2 || dates.getFirst().isAfter(dates.getLast());
        return newestFirst ? items.reversed() : items;
    }

    List<Article> articles() {
        return articles;
    }

    Ledger ledger() {
        return new Ledger(1, 0, 0, seen, articles.size(), knownCount, dropped);
    }

    /** How many items are listed that this feed never listed before, whoever published them. */
    int fresh() {
        return (int)
                listed.keySet().stream().filter(id -> !before.containsKey(id)).count();
    }

    /** As before when this answer says nothing about it. */
    @Nullable
    ChangingGuids changingGuids() {
        if (twoNames == 0) {
            return guids;
        }
        if (otherGuids * 2 <= twoNames) {
            return null;
        }
        return guids == null ? new ChangingGuids(now, 1) : new ChangingGuids(guids.since(), guids.answers() + 1);
    }

    /**
     * What is listed now with its aliases, and of what was listed before as much as there is room for, the latest first.
     */
    Map<String, KnownItem> known() {
        Map<String, KnownItem> all = new LinkedHashMap<>(listed);
        aliases.forEach((alias, id) -> {
            KnownItem item = listed.get(id);
            if (item != null) {
                all.putIfAbsent(alias, new KnownItem(item.version(), id, item.lastSeen()));
            }
        });
        before.entrySet().stream()
                // An item that is listed has the alias that it has now.
                .filter(entry -> !all.containsKey(entry.getKey())
                        && !listed.containsKey(entry.getValue().hash()))
                .sorted(Comparator.comparing(
                        (Map.Entry<String, KnownItem> entry) -> entry.getValue().lastSeen(), Comparator.reverseOrder()))
                .limit(Math.max(0, MAX_KNOWN - all.size()))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        // An alias must not outlive what it leads to.
        all.entrySet()
                .removeIf(entry -> before.containsKey(entry.getValue().hash())
                        && !all.containsKey(entry.getValue().hash()));
        return all;
    }
}
