package io.dyadwire.processor.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.DeadlineNews;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.country.CountryTagger;
import io.dyadwire.processor.date.DateTagger;
import io.dyadwire.processor.deadline.DeadlineFinder;
import io.dyadwire.processor.deadline.DeadlineNewsFinder;
import io.dyadwire.processor.pair.PairTagger;
import io.dyadwire.processor.pair.PairVerdict;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.story.StoryFinder;
import io.dyadwire.processor.text.Document;
import io.dyadwire.processor.topic.TopicBook;
import io.dyadwire.processor.topic.TopicTagger;
import java.util.List;
import java.util.Locale;

/**
 * Finds out what an article is about. Pure: the same article gets the same tags for ever; thread-safe. The text is cut
 * once, and all taggers read the same tokens.
 */
public final class ArticleTagger {
    /** Changes when our own rules or tables could give the same article other tags. */
    private static final String VERSION = "6";

    /** Each repeats the pairs and topics it hangs on: a text made of nothing else would not fit into a record. */
    private static final int MAX_DEADLINES = 200;

    private final Tokenizer tokenizer;
    private final CountryTagger countries;
    private final PairTagger pairs;
    private final TopicTagger topics;
    private final DateTagger dates;
    private final DeadlineFinder deadlines;
    private final DeadlineNewsFinder news;
    private final String version;

    private ArticleTagger(Vocabulary vocabulary, TopicBook book) {
        this.tokenizer = new Tokenizer(vocabulary);
        // Tables by word id end at their highest id. The thousands of names come last: the small tables stay small, and
        // near.
        this.dates = new DateTagger(vocabulary);
        this.deadlines = new DeadlineFinder(vocabulary, dates);
        this.news = new DeadlineNewsFinder(deadlines);
        this.pairs = new PairTagger(vocabulary);
        this.topics = new TopicTagger(vocabulary, book);
        this.countries = new CountryTagger(vocabulary);
        this.version = book.version().isEmpty() ? VERSION : VERSION + "+" + book.version();
    }

    /** With the topics that come with the program. */
    public static ArticleTagger create() {
        return create(TopicBook.bundled());
    }

    /** Reads the tables of names that come with the program; takes a moment, make one and keep it. */
    public static ArticleTagger create(TopicBook book) {
        return new ArticleTagger(new Vocabulary(), book);
    }

    /** What its tagged articles have as {@code taggerVersion}: {@code 6}, or {@code 6+1f0c7a52} with topics of a desk's own. */
    public String version() {
        return version;
    }

    /** The article with its tags. */
    public TaggedArticle tag(Article article) {
        return tag(article, Reasons.NONE);
    }

    /** The same, and why each tag was given and each word that looks like one was not. */
    public TaggedArticle tag(Article article, Reasons reasons) {
        Document document = Document.cut(article, tokenizer);
        List<CountryTag> named = countries.tag(document, reasons);
        List<PairTag> between = pairs.tag(document, named);
        List<CountryTag> about = PairTagger.withParties(named, between);
        if (reasons.wanted()) {
            explainPairs(document, named, about, reasons);
        }
        List<TopicTag> on = topics.tag(document, reasons);
        List<DateTag> when = dates.tag(document);
        List<DeadlineTag> due = deadlines.find(document, when, about, between, on, reasons);
        List<DeadlineNews> became = news.find(document, when, due, about, between, on, reasons);
        List<DeadlineTag> standing = DeadlineNewsFinder.standing(due, became);
        Story story = StoryFinder.of(document);
        return new TaggedArticle(article, about, between, on, when, first(standing), first(became), story, version);
    }

    private static <T> List<T> first(List<T> tags) {
        return tags.size() <= MAX_DEADLINES ? tags : tags.subList(0, MAX_DEADLINES);
    }

    private void explainPairs(Document document, List<CountryTag> named, List<CountryTag> about, Reasons reasons) {
        about.stream()
                .filter(tag -> !named.contains(tag))
                .forEach(tag -> reasons.given(Subject.COUNTRY, tag.code(), null, "about: a party to a pair"));
        for (PairVerdict verdict : pairs.explain(document, named)) {
            boolean given = verdict.outcome() != PairVerdict.Outcome.DROPPED;
            String why = String.format(
                    Locale.ROOT,
                    "%s: score %.2f, enough from %.1f on",
                    verdict.reason().words(),
                    verdict.score(),
                    PairTagger.ENOUGH);
            reasons.tell(given, Subject.PAIR, verdict.pair().value(), given ? null : verdict.sentence(), why);
        }
    }
}
