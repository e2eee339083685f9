package io.dyadwire.contract;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertDeadline;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.AlertMember;
import io.dyadwire.contract.alert.AlertNotice;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.alert.DeliveryState;
import io.dyadwire.contract.alert.DeskAction;
import io.dyadwire.contract.alert.DeskActionKind;
import io.dyadwire.contract.alert.Occasion;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.PublishedAtSource;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.feed.ChangingGuids;
import io.dyadwire.contract.feed.FeedHealth;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.contract.feed.FeedMove;
import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedPace;
import io.dyadwire.contract.feed.FeedPush;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.contract.feed.KnownItem;
import io.dyadwire.contract.feed.Ledger;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.LeadTime;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleOrigin;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DateKind;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.DeadlineNews;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Valid events of every kind, with odd characters and with fields left out. The same seed gives the same events. */
public final class RandomEvents {
    private static final List<String> PIECES = List.of(
            "Tokyo", "Séoul", "안보", "\"quoted\"", "a\\b", "\n", "\u0000", "\u2028", "😀", "e\u0301", "'", "</p>");

    private final Random random;

    public RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    /** One event of this kind. */
    public <V> V one(Class<V> type) {
        Object event =
                switch (type.getSimpleName()) {
                    case "Article" -> article();
                    case "TaggedArticle" -> taggedArticle();
                    case "PairMention" -> pairMention();
                    case "PairActivity" -> pairActivity();
                    case "Deadline" -> deadline();
                    case "RuleRecord" -> ruleRecord();
                    case "Alert" -> alert();
                    case "AlertDecision" -> alertDecision();
                    case "DeskAction" -> deskAction();
                    case "Delivery" -> delivery();
                    case "ChannelStatus" -> channelStatus();
                    case "FeedSource" -> feedSource();
                    case "FeedState" -> feedState();
                    case "DeadLetter" -> deadLetter();
                    default -> throw new IllegalArgumentException("no generator for " + type);
                };
        return type.cast(event);
    }

    private Article article() {
        Instant published = maybe(this::instant);
        return new Article(
                articleId(),
                maybe(this::address),
                text(),
                text(),
                maybe(this::text),
                text(),
                random.nextBoolean() ? "" : text(),
                any(TextKind.values()),
                maybe(() -> any("en", "pt-BR", "ja")),
                published,
                published == null ? PublishedAtSource.NONE : any(PublishedAtSource.FEED, PublishedAtSource.PAGE),
                instant(),
                maybe(this::instant),
                1 + random.nextInt(5),
                some(0, this::text),
                some(0, this::text),
                random.nextBoolean(),
                maybe(this::text),
                maybe(this::text));
    }

    private TaggedArticle taggedArticle() {
        Article article = article();
        return new TaggedArticle(
                article,
                some(
                        0,
                        () -> new CountryTag(
                                country(), any(Role.values()), random.nextDouble(), some(1, () -> mention(article)))),
                some(0, () -> pairTag(article)),
                some(0, () -> new TopicTag(slug(), random.nextDouble(), evidence(article))),
                some(0, () -> dateTag(article)),
                some(0, () -> deadlineTag(article)),
                some(0, () -> deadlineNews(article)),
                maybe(() -> new Story(text(), maybe(this::articleId), random.nextDouble(), maybe(this::text))),
                text());
    }

    private PairTag pairTag(Article article) {
        Pair pair = pair();
        boolean roles = random.nextBoolean();
        return new PairTag(
                pair,
                random.nextDouble(),
                random.nextBoolean(),
                roles ? pair.second() : null,
                roles ? pair.first() : null,
                evidence(article));
    }

    private Mention mention(Article article) {
        Span span = words(article);
        return new Mention(span.field(), span.start(), span.end(), span.in(article), any(MentionKind.values()));
    }

    private DateTag dateTag(Article article) {
        Span span = words(article);
        return new DateTag("P3D", any(DateKind.values()), span.field(), span.start(), span.end(), span.in(article));
    }

    private DeadlineTag deadlineTag(Article article) {
        PartialDate date = partialDate();
        return new DeadlineTag(
                text(),
                date,
                date.precision(),
                any(DeadlineKind.values()),
                text(),
                text(),
                some(0, this::pair),
                some(0, this::slug),
                random.nextDouble(),
                evidence(article),
                maybe(this::move),
                maybe(() -> ZoneId.of("Asia/Seoul")));
    }

    private DeadlineNews deadlineNews(Article article) {
        return new DeadlineNews(
                text(),
                any(DeadlineTurn.values()),
                text(),
                some(0, this::pair),
                some(0, this::slug),
                maybe(this::partialDate),
                random.nextDouble(),
                evidence(article));
    }

    private DeadlineMove move() {
        return new DeadlineMove(any(MoveKind.values()), maybe(this::partialDate));
    }

    private PairMention pairMention() {
        Article article = article();
        Pair pair = pair();
        boolean roles = random.nextBoolean();
        return new PairMention(
                pair,
                article.id(),
                article.version(),
                article.title(),
                article.url(),
                article.publisher(),
                article.publishedAt(),
                article.fetchedAt(),
                random.nextDouble(),
                random.nextBoolean(),
                roles ? pair.first() : null,
                roles ? pair.second() : null,
                article.backfill(),
                some(0, this::slug),
                evidence(article));
    }

    private PairActivity pairActivity() {
        Double baseline = maybe(() -> 100 * random.nextDouble());
        return new PairActivity(pair(), day(), random.nextLong(1L << 50), random.nextInt(100), baseline);
    }

    private Deadline deadline() {
        PartialDate date = partialDate();
        return new Deadline(
                text(),
                text(),
                any(DeadlineKind.values()),
                some(0, this::pair),
                some(0, this::slug),
                date,
                date.precision(),
                maybe(() -> ZoneId.of(any("Asia/Tokyo", "UTC", "+09:00", "Z"))),
                any(DeadlineState.values()),
                some(1, this::statement),
                some(0, this::text),
                instant(),
                instant(),
                maybe(this::instant),
                maybe(() -> any(MoveKind.values())),
                maybe(this::partialDate),
                some(0, this::statement),
                random.nextInt(3));
    }

    private DeadlineStatement statement() {
        DeadlineTurn turn = maybe(() -> any(DeadlineTurn.values()));
        return new DeadlineStatement(
                instant(),
                turn == null ? partialDate() : maybe(this::partialDate),
                articleId(),
                text(),
                maybe(this::address),
                text(),
                text(),
                maybe(() -> true),
                turn,
                maybe(this::instant),
                maybe(this::move),
                maybe(this::text));
    }

    private RuleRecord ruleRecord() {
        if (random.nextBoolean()) {
            Instant from = instant();
            Instant until = from.plusSeconds(1 + random.nextInt(100_000));
            return new Silence(
                    text(), deskId(), maybe(() -> new RuleId(slug())), from, until, text(), maybe(this::text));
        }
        Rule rule = random.nextBoolean() ? matchingRule() : dueRule();
        return rule.put(rule.version(), maybe(() -> any(RuleOrigin.values())), maybe(this::text), maybe(this::instant));
    }

    private Rule matchingRule() {
        return new Rule(
                new RuleId(slug()),
                deskId(),
                text(),
                1 + random.nextInt(5),
                maybe(() -> "\"export controls\" OR 수출"),
                some(0, this::country),
                some(1, this::pair),
                some(0, this::slug),
                some(1, () -> any(AlertOn.values())),
                some(0, this::leadTime),
                null,
                null,
                maybe(() -> any(Severity.values())));
    }

    private Rule dueRule() {
        return new Rule(
                new RuleId(slug()),
                deskId(),
                text(),
                1,
                null,
                null,
                null,
                null,
                null,
                some(0, this::leadTime),
                day(),
                text(),
                maybe(() -> any(Severity.values())));
    }

    private Alert alert() {
        return new Alert(
                AlertId.of(text()),
                any(AlertType.values()),
                deskId(),
                new AlertRule(new RuleId(slug()), text(), 1 + random.nextInt(9)),
                instant(),
                text(),
                random.nextBoolean() ? AlertArticle.of(article()) : AlertArticle.of(statement()),
                some(0, this::country),
                some(0, this::pair),
                some(0, this::slug),
                some(0, this::alertEvidence),
                some(0, this::alertDeadline),
                maybe(this::alertNotice));
    }

    private AlertNotice alertNotice() {
        return new AlertNotice(
                any(Severity.values()),
                any(Occasion.values()),
                some(0, this::text),
                maybe(this::text),
                text(),
                some(0, this::alertMember),
                random.nextInt(3),
                some(0, () -> AlertArticle.of(article())),
                maybe(() -> AlertId.of(text())),
                maybe(() -> any(new String[] {"", "0", "2.1"})));
    }

    private AlertMember alertMember() {
        return new AlertMember(
                AlertId.of(text()),
                any(AlertType.values()),
                new RuleId(slug()),
                text(),
                maybe(() -> AlertArticle.of(article())));
    }

    private AlertDecision alertDecision() {
        DecisionOutcome outcome = any(DecisionOutcome.values());
        return new AlertDecision(
                text(),
                text(),
                deskId(),
                new AlertRule(new RuleId(slug()), text(), 1 + random.nextInt(9)),
                any(AlertType.values()),
                instant(),
                outcome,
                maybe(() -> any(Occasion.values())),
                text(),
                outcome == DecisionOutcome.FIRED ? AlertId.of(text()) : null,
                maybe(this::instant),
                maybe(this::text),
                some(0, this::text));
    }

    private DeskAction deskAction() {
        DeskActionKind kind = any(DeskActionKind.values());
        Instant at = instant();
        return new DeskAction(
                kind,
                deskId(),
                AlertId.of(text()),
                new RuleId(slug()),
                text(),
                text(),
                at,
                kind == DeskActionKind.SNOOZE ? at.plusSeconds(1 + random.nextInt(9)) : null,
                maybe(this::text));
    }

    private AlertEvidence alertEvidence() {
        String sentence = text();
        int start = random.nextInt(sentence.length());
        return new AlertEvidence(
                text(),
                new Span(any(Field.values()), start, start + sentence.length()),
                sentence,
                some(0, () -> new AlertEvidence.Words(start, sentence.length())));
    }

    private AlertDeadline alertDeadline() {
        return new AlertDeadline(
                text(),
                text(),
                any(DeadlineKind.values()),
                partialDate(),
                random.nextInt(-9, 99),
                maybe(this::partialDate),
                maybe(this::text),
                maybe(this::text),
                maybe(this::partialDate),
                maybe(this::text));
    }

    private Delivery delivery() {
        DeliveryState state = any(DeliveryState.values());
        boolean waits = state == DeliveryState.WAITING;
        String error = state == DeliveryState.FAILED ? text() : waits ? maybe(this::text) : null;
        return new Delivery(
                AlertId.of(text()),
                deskId(),
                slug(),
                state,
                1 + random.nextInt(9),
                instant(),
                error,
                maybe(() -> (long) random.nextInt(1_000)),
                waits ? instant() : null,
                maybe(this::text));
    }

    private ChannelStatus channelStatus() {
        ChannelState state = any(ChannelState.values());
        boolean up = state == ChannelState.UP;
        return new ChannelStatus(
                deskId(),
                slug(),
                state,
                instant(),
                up ? null : maybe(this::instant),
                random.nextInt(9),
                state == ChannelState.FAILING ? instant() : null,
                up ? null : text(),
                maybe(this::text));
    }

    private FeedSource feedSource() {
        return new FeedSource(
                slug(),
                1 + random.nextInt(9),
                address(),
                random.nextBoolean() ? "" : text(),
                maybe(this::text),
                maybe(this::text),
                some(0, this::text),
                maybe(() -> Duration.ofSeconds(random.nextInt(60, 86_401))),
                any(FullText.values()),
                random.nextBoolean(),
                any(FeedOrigin.values()));
    }

    private FeedState feedState() {
        Instant polled = maybe(this::instant);
        return new FeedState(
                text(),
                address(),
                maybe(this::address),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                maybe(this::text),
                polled,
                instant(),
                maybe(this::instant),
                any(FeedHealth.values()),
                random.nextInt(9),
                maybe(this::text),
                maybe(this::instant),
                maybe(this::instant),
                random.nextBoolean() ? polled : maybe(this::instant),
                maybe(this::instant),
                maybe(() -> new FeedMove(address(), instant(), 1 + random.nextInt(9))),
                maybe(this::pace),
                maybe(() -> new ChangingGuids(instant(), 1 + random.nextInt(9))),
                maybe(this::push),
                map(() -> new KnownItem(1 + random.nextInt(9), text(), instant())),
                ledger());
    }

    private FeedPush push() {
        return random.nextBoolean()
                ? FeedPush.of(address(), address())
                : new FeedPush(address(), address(), text(), instant());
    }

    private FeedPace pace() {
        Duration base = duration();
        FeedHints hints = new FeedHints(
                maybe(this::duration),
                maybe(this::duration),
                some(0, () -> random.nextInt(24)),
                some(0, () -> any(DayOfWeek.values())));
        return new FeedPace(
                base,
                base.plus(duration()),
                maybe(this::duration),
                random.nextDouble() * 100,
                maybe(this::duration),
                hints);
    }

    private Duration duration() {
        return Duration.ofMillis(1 + random.nextInt(100_000_000));
    }

    private Ledger ledger() {
        Map<String, Long> dropped = map(() -> (long) random.nextInt(50));
        long lost = dropped.values().stream().mapToLong(Long::longValue).sum();
        long published = random.nextInt(50);
        long known = random.nextInt(50);
        return new Ledger(
                90, random.nextInt(40), random.nextInt(40), published + known + lost, published, known, dropped);
    }

    private DeadLetter deadLetter() {
        byte[] value = random.nextBoolean() ? null : text().getBytes(StandardCharsets.UTF_8);
        return new DeadLetter(
                slug(),
                text(),
                "news.articles",
                random.nextInt(-1, 6),
                random.nextLong(-1, 1L << 40),
                instant(),
                maybe(this::text),
                DeadLetter.encode(value),
                value == null ? 0 : value.length);
    }

    private Span span(Article article) {
        Field field = article.text().isEmpty() ? Field.TITLE : any(Field.values());
        int length = field.of(article).length();
        int start = random.nextInt(length);
        return new Span(field, start, random.nextInt(start + 1, length + 1));
    }

    /** From the field's first character, which is no blank. */
    private Span words(Article article) {
        Span span = span(article);
        return new Span(span.field(), 0, span.end());
    }

    private List<Span> evidence(Article article) {
        return some(1, () -> span(article));
    }

    private PartialDate partialDate() {
        return new PartialDate(any("2019-08-24", "2020-02-29", "2019-W34", "2020-W53", "2019-08", "2019-Q3", "2019"));
    }

    private LeadTime leadTime() {
        return random.nextBoolean()
                ? new LeadTime(random.nextInt(1, 10_000), Duration.ofMinutes(random.nextInt(600_000 - 60)))
                : LeadTime.parse(any("P2W", "PT90M", "P1DT12H", "P9999D"));
    }

    private Pair pair() {
        return any(Pair.of("JPN", "KOR"), Pair.of("USA", "JPN"), Pair.of("XKX", "SRB"));
    }

    private String country() {
        return any("JPN", "KOR", "USA", "XKX");
    }

    private String slug() {
        return any("export-controls", "webhook", "b2b", "7");
    }

    private DeskId deskId() {
        return new DeskId(slug());
    }

    private ArticleId articleId() {
        return ArticleId.of(text());
    }

    private URI address() {
        return URI.create(
                any("https://news.example/a?b=c#d", "http://[::1]:80/%41", "https://news.example/東京", "urn:x:1"));
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(-10_000, 40_000));
    }

    private Instant instant() {
        Instant second = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L));
        return random.nextBoolean() ? second : second.plusNanos(random.nextInt(1_000_000_000));
    }

    /** Never blank. */
    private String text() {
        var text = new StringBuilder(any("A", "한", "z"));
        for (int pieces = random.nextInt(4); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private <V> List<V> some(int least, Supplier<V> source) {
        return Stream.generate(source).limit(random.nextInt(least, 4)).toList();
    }

    private <V> Map<String, V> map(Supplier<V> source) {
        Map<String, V> map = new HashMap<>();
        for (int entries = random.nextInt(4); entries > 0; entries--) {
            map.put(text().toLowerCase(Locale.ROOT), source.get());
        }
        return map;
    }

    private <V> @Nullable V maybe(Supplier<V> source) {
        return random.nextBoolean() ? null : source.get();
    }

    @SafeVarargs
    private <V> V any(V... values) {
        return values[random.nextInt(values.length)];
    }
}
