package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.DeadlineNews;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.reason.Reason;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.runner.cli.PlainText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A tagged article for a person: each tag with the words that gave it. Pure; lines without control characters. */
final class TagReport {
    private static final int QUOTE = 150;

    private final TaggedArticle tagged;
    private final Article article;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private TagReport(TaggedArticle tagged, Ink ink) {
        this.tagged = tagged;
        article = tagged.article();
        this.ink = ink;
    }

    /** The tags. */
    static List<String> lines(TaggedArticle tagged, Ink ink) {
        var report = new TagReport(tagged, ink);
        report.lines.add(ink.strong(PlainText.line(report.title())));
        report.lines.add(report.published());
        report.tags(new ReasonLines(tagged.article(), List.of(), ink));
        return report.lines;
    }

    /** The article with the words of its tags marked, and the tags with why each was given, and why others were not. */
    static List<String> explained(TaggedArticle tagged, List<Reason> reasons, Ink ink) {
        var report = new TagReport(tagged, ink);
        report.lines.addAll(MarkedText.of(tagged, Field.TITLE).lines(ink));
        report.lines.add(report.published());
        report.lines.addAll(MarkedText.of(tagged, Field.TEXT).lines(ink));
        report.lines.add(ink.faint("marked: ")
                + Arrays.stream(Hue.values())
                        .map(hue -> ink.mark(lower(hue), hue))
                        .collect(Collectors.joining(", ")));
        report.tags(new ReasonLines(tagged.article(), reasons, ink));
        return report.lines;
    }

    private String title() {
        return article.title().isBlank() ? "(no title)" : article.title();
    }

    private String published() {
        return ink.faint(
                article.publishedAt() == null
                        ? "no publication time; dates are read as of " + article.fetchedAt()
                        : "published " + article.publishedAt());
    }

    private void tags(ReasonLines reasons) {
        head("countries", tagged.countries());
        for (CountryTag tag : tagged.countries()) {
            lines.add(country(tag));
            lines.addAll(reasons.given(Subject.COUNTRY, tag.code()));
        }
        lines.addAll(reasons.dropped(Subject.COUNTRY));
        head("pairs", tagged.pairs());
        for (PairTag tag : tagged.pairs()) {
            lines.add("  %s %.2f%s".formatted(tag.pair(), tag.salience(), tag.main() ? "  main" : ""));
            tag.evidence().stream().limit(2).forEach(span -> lines.add("      " + ink.faint(quote(span.in(article)))));
            lines.addAll(reasons.given(Subject.PAIR, tag.pair().value()));
        }
        lines.addAll(reasons.dropped(Subject.PAIR));
        head("topics", tagged.topics());
        for (TopicTag tag : tagged.topics()) {
            lines.add(topic(tag));
            lines.addAll(reasons.given(Subject.TOPIC, tag.topic()));
        }
        lines.addAll(reasons.dropped(Subject.TOPIC));
        head("deadlines", tagged.deadlines());
        for (DeadlineTag tag : tagged.deadlines()) {
            lines.addAll(deadline(tag));
            lines.addAll(reasons.given(Subject.DEADLINE, tag.evidence().getFirst()));
        }
        lines.addAll(reasons.dropped(Subject.DEADLINE));
        head("news of deadlines", tagged.deadlineNews());
        for (DeadlineNews news : tagged.deadlineNews()) {
            lines.addAll(news(news));
            lines.addAll(reasons.given(Subject.DEADLINE_NEWS, news.evidence().getFirst()));
        }
        lines.addAll(reasons.dropped(Subject.DEADLINE_NEWS));
        head("dates", tagged.dates());
        tagged.dates().forEach(tag -> lines.add(date(tag)));
    }

    private void head(String name, List<?> tags) {
        lines.add("");
        lines.add(ink.strong(name.toUpperCase(Locale.ROOT)) + (tags.isEmpty() ? "  none" : ""));
    }

    private String country(CountryTag tag) {
        Map<String, Long> names = tag.mentions().stream()
                .collect(Collectors.groupingBy(Mention::text, LinkedHashMap::new, Collectors.counting()));
        String words = names.entrySet().stream()
                .limit(6)
                .map(e -> mark(e.getKey(), Hue.COUNTRY) + (e.getValue() == 1 ? "" : " ×" + e.getValue()))
                .collect(Collectors.joining(", "));
        return "  %s %.2f  %-9s  %s".formatted(tag.code(), tag.salience(), lower(tag.role()), words);
    }

    private String topic(TopicTag tag) {
        String words = tag.evidence().stream()
                .map(span -> span.in(article))
                .distinct()
                .limit(6)
                .map(word -> mark(word, Hue.TOPIC))
                .collect(Collectors.joining(", "));
        return "  %-22s %.2f  %s".formatted(tag.topic(), tag.score(), words);
    }

    private List<String> deadline(DeadlineTag tag) {
        LocalDate today = article.referenceTime().atZone(ZoneOffset.UTC).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, tag.date().lastDay());
        return List.of(
                "  %-10s  %-8s  %s  %s"
                        .formatted(tag.date(), lower(tag.kind()), PlainText.line(tag.what()), ink.faint(inDays(days))),
                "      " + markWithin(tag.evidence().getLast(), tag.evidence().getFirst()));
    }

    private List<String> news(DeadlineNews news) {
        String date = news.date() == null ? "" : "  " + news.date();
        return List.of(
                "  %-10s  %s%s".formatted(lower(news.turn()), PlainText.line(news.what()), ink.faint(date)),
                "      " + markWithin(news.evidence().getLast(), news.evidence().getFirst()));
    }

    private String date(DateTag tag) {
        return "  %-12s %-9s %s".formatted(tag.value(), lower(tag.kind()), mark(tag.text(), Hue.DEADLINE));
    }

    private String markWithin(Span clause, Span words) {
        if (!clause.overlaps(words) || clause.start() > words.start() || clause.end() < words.end()) {
            return mark(quote(words.in(article)), Hue.DEADLINE);
        }
        String text = clause.field().of(article);
        return PlainText.line(text.substring(clause.start(), words.start()))
                + mark(words.in(article), Hue.DEADLINE)
                + PlainText.line(text.substring(words.end(), clause.end()));
    }

    private String mark(String words, Hue hue) {
        return ink.mark(PlainText.line(words), hue);
    }

    private static String inDays(long days) {
        return days == 0 ? "(today)" : days == 1 ? "(1 day left)" : "(" + days + " days left)";
    }

    /** On one line, and not too long. */
    static String quote(String text) {
        String line = PlainText.line(text);
        return line.length() <= QUOTE ? line : line.substring(0, QUOTE - 1) + "…";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
