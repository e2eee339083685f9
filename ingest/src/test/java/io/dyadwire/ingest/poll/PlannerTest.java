package io.dyadwire.ingest.poll;

import static io.dyadwire.ingest.Items.feed;
import static io.dyadwire.ingest.Items.item;
import static io.dyadwire.ingest.Items.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.feed.FeedPush;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.ingest.feed.HubLinks;
import io.dyadwire.ingest.feed.ParsedFeed;
import io.dyadwire.ingest.feed.ParsedItem;
import io.dyadwire.ingest.fetch.Answer;
import io.dyadwire.ingest.fetch.Trouble;
import io.dyadwire.ingest.schedule.PollSchedule;
import io.dyadwire.ingest.state.FeedBook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static final Instant START = Instant.parse("2019-08-14T12:00:00Z");
    private final Planner planner = new Planner(
            new PollSchedule(Duration.ofHours(1), Duration.ofDays(1)), Duration.ofMinutes(15), url -> false);
    private final FeedBook book = new FeedBook();
    private Instant now = START;

    @Test
    void shouldPublishEachItemOnce() {
        PollPlan first = read("a", item("1", "http://x.example/1", "One", "text"));
        PollPlan second = read(
                "a", item("2", "http://x.example/2", "Two", "text"), item("1", "http://x.example/1", "One", "text"));

        assertThat(titles(first)).containsExactly("One");
        assertThat(first.articles().getFirst().backfill()).as("the first poll").isTrue();
        assertThat(titles(second)).containsExactly("Two");
        assertThat(second.articles().getFirst().backfill()).isFalse();
        assertThat(second.ledger().seen()).isEqualTo(2);
        assertThat(second.ledger().known()).isEqualTo(1);
        assertThat(second.state().ledger().published()).isEqualTo(2);
    }

    @Test
    void shouldPublishAnEditAsTheNextVersionOfTheSameArticle() {
        Article first = read("a", item("1", "http://x.example/1", "One", "text"))
                .articles()
                .getFirst();
        Article edit = read("a", item("1", "http://x.example/1", "One", "new text"))
                .articles()
                .getFirst();

        assertThat(edit.id()).isEqualTo(first.id());
        assertThat(edit.version()).isEqualTo(2);
        assertThat(read("a", item("1", "http://x.example/1", "One", "new text")).articles())
                .isEmpty();
    }

    @Test
    void shouldLeaveAnArticleToTheFeedThatBroughtItFirst() {
        read("a", item("1", "http://x.example/1", "One", "text"));
        PollPlan other = read("b", item("z", "https://www.x.example/1?utm_source=b", "One!", "other words"));
        PollPlan again = read("b", item("z", "https://www.x.example/1?utm_source=b", "One!", "other words"));

        assertThat(other.articles()).isEmpty();
        assertThat(other.ledger().dropped()).isEqualTo(Map.of("other-feed", 1L));
        assertThat(again.ledger().known()).isEqualTo(1);
    }

    @Test
    void shouldCountVersionsOverAllFeedsThatCarryAnArticle() {
        read("a", item("1", "http://x.example/1", "One", "text"));
        read("b", item("1", "http://x.example/1", "One", "text"));
        PollPlan edit = read("b", item("1", "http://x.example/1", "One", "edited"));
        PollPlan same = read("a", item("1", "http://x.example/1", "One", "edited"));

        assertThat(edit.articles().getFirst().version()).isEqualTo(2);
        assertThat(same.articles()).as("the edit came by the other feed").isEmpty();
    }

    @Test
    void shouldTellItemsApartThatShareOneLinkOrOneGuid() {
        PollPlan plan = read(
                "a",
                item("1", "http://x.example/", "One", "text"),
                item("2", "http://x.example/", "Two", "text"),
                item("same", null, "Three", "text"),
                item("same", null, "Four", "text"));
        PollPlan fewer = read("a", item("2", "http://x.example/", "Two", "text"));
        PollPlan more = read(
                "a", item("5", "http://x.example/", "Five", "text"), item("2", "http://x.example/", "Two", "text"));

        assertThat(titles(plan)).containsExactlyInAnyOrder("One", "Two", "Three", "Four");
        assertThat(plan.articles().stream().map(Article::id).distinct()).hasSize(4);
        assertThat(fewer.articles()).isEmpty();
        assertThat(titles(more)).containsExactly("Five");
    }

    @Test
    void shouldKnowAnArticleByItsGuidWhenItsAddressChanges() {
        Article first = read("a", item("g-1", "http://x.example/1", "One", "text"))
                .articles()
                .getFirst();
        PollPlan moved = read("a", item("g-1", "http://x.example/moved/1", "One", "text"));
        PollPlan again = read("a", item("g-1", "http://x.example/moved/again", "One", "text"));
        Article edit = read("a", item("g-1", "http://x.example/moved/1", "One", "edited"))
                .articles()
                .getFirst();

        assertThat(moved.articles()).isEmpty();
        assertThat(moved.ledger().known()).isEqualTo(1);
        assertThat(again.articles()).isEmpty();
        assertThat(edit.id()).isEqualTo(first.id());
        assertThat(edit.version()).isEqualTo(2);
    }

    @Test
    void shouldKnowAnArticleWhoseGuidIsMadeUpAnewEachTime() {
        for (int i = 0; i < 20; i++) {
            PollPlan plan = read(
                    "a",
                    item("made-up-" + i, "http://x.example/1", "One", "text"),
                    dated("other-" + i, "Two", "Wed, 14 Aug 2019"));

            assertThat(plan.articles()).hasSize(i == 0 ? 2 : 0);
            assertThat(plan.state().known()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void shouldTellAFeedWhoseGuidsChangeWhileItsLinksStayAndRepeatNothing() {
        for (int i = 0; i < 10; i++) {
            PollPlan plan = read(
                    "a",
                    item("made-up-" + i, "http://x.example/1", "One", "text"),
                    item("another-" + i, "http://x.example/2", "Two", "text"),
                    item("kept", "http://x.example/3", "Three", "text"));

            assertThat(plan.articles()).hasSize(i == 0 ? 3 : 0);
            assertThat(plan.state().guidsChange()).as("poll %d", i).isEqualTo(i > 1);
            assertThat(plan.state().known()).hasSizeLessThanOrEqualTo(6);
        }
        PollPlan news = read("a", item("new", "http://x.example/4", "Four", "text"));
        assertThat(titles(news)).containsExactly("Four");
        assertThat(news.state().guidsChange())
                .as("it says nothing about what was known")
                .isTrue();
        read("a", item("new", "http://x.example/4", "Four", "text"));
        assertThat(book.state("a").orElseThrow().changingGuids()).isNull();
    }

    @Test
    void shouldNotCallItChangingGuidsWhenAFeedMovesToAnotherSystemOnce() {
        for (int i = 0; i < 4; i++) {
            String system = i < 2 ? "http:" : "https:";
            PollPlan plan = read(
                    "a",
                    item(system + "1", "http://x.example/1", "One", "text"),
                    item(system + "2", "http://x.example/2", "Two", "text"));

            assertThat(plan.articles()).hasSize(i == 0 ? 2 : 0);
            assertThat(plan.state().guidsChange()).isFalse();
        }
    }

    /** Guids that count places in the list: all that was listed is gone, and the new items have the old guids. */
    @Test
    void shouldNotTakeNewsForEditsOfWhatHadTheirGuidsBefore() {
        for (int i = 0; i < 12; i++) {
            int newest = i < 10 ? i : i * 10;
            PollPlan plan = read(
                    "a",
                    item("1", "http://x.example/" + (newest + 2), "Story " + (newest + 2), "text"),
                    item("2", "http://x.example/" + (newest + 1), "Story " + (newest + 1), "text"),
                    item("3", "http://x.example/" + newest, "Story " + newest, "text"));

            assertThat(plan.articles()).hasSize(i == 0 || i >= 10 ? 3 : 1).allMatch(article -> article.version() == 1);
        }
    }

    @Test
    void shouldNotTakeATitleThatComesEveryDayForOneArticle() {
        read("a", item(null, "http://x.example/1", "Morning briefing", "Monday's"));
        PollPlan next = read("a", item(null, "http://x.example/2", "Morning briefing", "Tuesday's"));
        PollPlan front = read("b", item("1", "http://y.example/", "On the front page", ""));
        PollPlan other = read("b", item("2", "http://y.example/", "Another on the front page", ""));

        assertThat(next.articles()).hasSize(1);
        assertThat(next.articles().getFirst().version()).isEqualTo(1);
        assertThat(titles(front)).containsExactly("On the front page");
        assertThat(other.articles().getFirst().version()).isEqualTo(1);
    }

    @Test
    void shouldNotTakeOldNewsAtNewAddressesForNews() {
        ParsedItem[] old = new ParsedItem[10];
        ParsedItem[] moved = new ParsedItem[11];
        for (int i = 0; i < 10; i++) {
            old[i] = item("o" + i, "http://x.example/" + i, "Story number " + i, "text");
            moved[i] = item("n" + i, "https://new.example/" + i, "Story number " + i, "text");
        }
        moved[10] = item("n10", "https://new.example/10", "Really new", "text");
        read("a", old);
        PollPlan flood = read("a", moved);

        assertThat(flood.articles()).hasSize(11);
        assertThat(flood.articles().stream()
                        .filter(article -> !article.backfill())
                        .map(Article::title))
                .containsExactly("Really new");
    }

    @Test
    void shouldDropAndCountWhatIsEmptyOrRepeatedOrTooMuch() {
        List<ParsedItem> items = new ArrayList<>();
        items.add(item("e", null, "", ""));
        items.add(item("1", "http://x.example/1", "One", "text"));
        items.add(item("1", "http://x.example/1", "One", "text"));
        for (int i = 0; i < ItemSorter.MAX_ITEMS; i++) {
            items.add(item("n" + i, null, "Item " + i, ""));
        }
        PollPlan plan = read("a", items.toArray(ParsedItem[]::new));

        assertThat(plan.ledger().dropped()).isEqualTo(Map.of("empty", 1L, "repeated", 1L, "over-limit", 3L));
        assertThat(plan.ledger().seen()).isEqualTo(ItemSorter.MAX_ITEMS + 3L);
        assertThat(plan.ledger().published()).isEqualTo(ItemSorter.MAX_ITEMS - 2L);
    }

    @Test
    void shouldStopCountingEditsOfATextThatNeverRests() {
        long published = 0;
        for (int i = 0; i < ItemSorter.MAX_VERSION + 20; i++) {
            published += read("a", item("1", "http://x.example/1", "One", "draft number " + i))
                    .articles()
                    .size();
        }

        assertThat(published).isEqualTo(ItemSorter.MAX_VERSION);
    }

    @Test
    void shouldPublishTheOldestFirst() {
        assertThat(titles(read("a", item("2", null, "Newer", ""), item("1", null, "Older", ""))))
                .containsExactly("Older", "Newer");
    }

    @Test
    void shouldRememberFailuresAndRecover() {
        PollPlan failed = plan("a", new Poll.Failed(now, Trouble.NETWORK, "no answer"));
        Instant asked = now.plus(Duration.ofHours(5));
        PollPlan again = plan("a", new Poll.Failed(now, Trouble.BUSY, "no answer", Duration.ofHours(5), false));
        PollPlan good = read("a", item("1", null, "One", ""));

        assertThat(failed.state().consecutiveErrors()).isEqualTo(1);
        assertThat(again.state().lastError()).isEqualTo("no answer");
        assertThat(again.state().nextPollAt()).isEqualTo(asked);
        assertThat(good.state().consecutiveErrors()).isZero();
        assertThat(good.state().lastError()).isNull();
        assertThat(good.articles().getFirst().backfill())
                .as("read for the first time")
                .isTrue();
    }

    @Test
    void shouldKeepTheValidatorsOfTheAnswer() {
        ParsedFeed feed = feed(item("1", null, "One", ""));
        FeedState read = plan("a", new Poll.Read(now, feed, "hash", new Answer("W/\"odd  one\"", "Aug", null, null)))
                .state();
        FeedState bare = plan("a", new Poll.Unchanged(now, Answer.BARE)).state();

        assertThat(read.etag()).isEqualTo("W/\"odd  one\"");
        assertThat(read.lastModified()).isEqualTo("Aug");
        assertThat(bare.etag()).isNull();
        assertThat(bare.bodyHash()).isEqualTo("hash");
    }

    @Test
    void shouldRememberTheHubThatIsNamedAndTheLeaseForAsLongAsItIs() {
        URI hub = URI.create("https://hub.example/");
        Instant end = START.plus(Duration.ofDays(7));
        assertThat(named("a", new HubLinks(hub, null), HubLinks.NONE).push())
                .isEqualTo(FeedPush.of(hub, source("a").url()));
        book.put(book.state("a")
                .orElseThrow()
                .change()
                .push(new FeedPush(hub, source("a").url(), "us", end))
                .done());

        FeedState unchanged = plan("a", new Poll.Unchanged(now, Answer.BARE)).state();
        FeedState again = named("a", new HubLinks(hub, null), HubLinks.NONE);
        FeedState otherTopic = named("a", new HubLinks(hub, null), new HubLinks(hub, hub));
        FeedState headers = named("a", new HubLinks(hub, hub), new HubLinks(URI.create("https://x.example/"), null));
        FeedState none = named("a", HubLinks.NONE, HubLinks.NONE);

        assertThat(unchanged.push()).isEqualTo(again.push());
        assertThat(again.push().until()).isEqualTo(end);
        assertThat(otherTopic.push()).isEqualTo(FeedPush.of(hub, hub));
        assertThat(headers.push()).isEqualTo(FeedPush.of(hub, hub));
        assertThat(none.push()).isNull();
    }

    private FeedState named(String feed, HubLinks inHeaders, HubLinks inFeed) {
        ParsedFeed parsed = new ParsedFeed("rss_2.0", "", null, null, List.of(), null, inFeed, List.of(), true);
        return plan(feed, new Poll.Read(now, parsed, "", new Answer(null, null, null, null, inHeaders)))
                .state();
    }

    /** Whatever feeds show, in whatever order: the sum holds, and no version of an article comes twice. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldKeepTheSumAndNeverRepeatAVersion(long seed) {
        Random random = new Random(seed);
        List<String> versions = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            ParsedItem[] items = new ParsedItem[random.nextInt(6)];
            for (int i = 0; i < items.length; i++) {
                int n = random.nextInt(8);
                items[i] = item(
                        random.nextBoolean() ? "g" + n : null,
                        random.nextBoolean() ? "http://x.example/" + random.nextInt(8) : null,
                        "Title " + n,
                        "text " + random.nextInt(3));
            }
            PollPlan plan = read("feed" + random.nextInt(3), items);
            plan.articles().forEach(article -> versions.add(article.id() + ":" + article.version()));
            assertThat(plan.ledger().seen()).isEqualTo(items.length);
        }

        assertThat(versions).doesNotHaveDuplicates();
    }

    private PollPlan read(String feed, ParsedItem... items) {
        return plan(feed, new Poll.Read(now, feed(items), "hash" + now, Answer.BARE));
    }

    private PollPlan plan(String feed, Poll poll) {
        FeedSource source = source(feed);
        FeedState before = book.state(feed).orElseGet(() -> planner.fresh(source, START));
        PollPlan plan = planner.plan(source, before, book, poll);
        book.put(plan.state());
        now = now.plusSeconds(900);
        return plan;
    }

    private static ParsedItem dated(String guid, String title, String date) {
        return new ParsedItem(guid, null, title, null, null, null, date, null, List.of(), List.of(), null);
    }

    private static List<String> titles(PollPlan plan) {
        return plan.articles().stream().map(Article::title).toList();
    }
}
