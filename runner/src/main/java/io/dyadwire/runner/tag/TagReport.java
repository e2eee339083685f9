package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A tagged article for a person: each tag with the words that gave it. Pure; lines without control characters. */
final class TagReport {
    private static final int QUOTE = 150;

    private final Ink ink;

    TagReport(Ink ink) {
        this.ink = ink;
    }

    List<String> lines(TaggedArticle tagged) {
        Article article = tagged.article();
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(clean(article.title().isBlank() ? "(no title)" : article.title())));
        lines.add(ink.faint(
                article.publishedAt() == null
                        ? "no publication time; dates are read as of " + article.fetchedAt()
                        : "published " + article.publishedAt()));
        section(
                lines,
                "countries",
                tagged.countries().stream().map(this::country).toList());
        section(
                lines,
                "pairs",
                tagged.pairs().stream().flatMap(p -> pair(article, p).stream()).toList());
        section(
                lines,
                "topics",
                tagged.topics().stream().map(t -> topic(article, t)).toList());
        section(
                lines,
                "deadlines",
                tagged.deadlines().stream()
                        .flatMap(d -> deadline(article, d).stream())
                        .toList());
        section(
                lines,
                "dates",
                tagged.dates().stream()
                        .map(d -> "%-12s %-9s %s".formatted(d.value(), lower(d.kind()), ink.mark(clean(d.text()))))
                        .toList());
        return lines;
    }

    private void section(List<String> lines, String name, List<String> entries) {
        lines.add("");
        lines.add(ink.strong(name.toUpperCase(Locale.ROOT)) + (entries.isEmpty() ? "  none" : ""));
        entries.forEach(entry -> lines.add("  " + entry));
    }

    private String country(CountryTag tag) {
        Map<String, Long> names = tag.mentions().stream()
                .collect(Collectors.groupingBy(Mention::text, LinkedHashMap::new, Collectors.counting()));
        String words = names.entrySet().stream()
                .limit(6)
                .map(e -> ink.mark(clean(e.getKey())) + (e.getValue() == 1 ? "" : " ×" + e.getValue()))
                .collect(Collectors.joining(", "));
        return "%s %.2f  %-9s  %s".formatted(tag.code(), tag.salience(), lower(tag.role()), words);
    }

    private List<String> pair(Article article, PairTag tag) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %.2f%s".formatted(tag.pair(), tag.salience(), tag.main() ? "  main" : ""));
        tag.evidence().stream().limit(2).forEach(span -> lines.add("    " + ink.faint(quote(span.in(article)))));
        return lines;
    }

    private String topic(Article article, TopicTag tag) {
        String words = tag.evidence().stream()
                .map(span -> clean(span.in(article)))
                .distinct()
                .limit(6)
                .map(ink::mark)
                .collect(Collectors.joining(", "));
        return "%-22s %.2f  %s".formatted(tag.topic(), tag.score(), words);
    }

    private List<String> deadline(Article article, DeadlineTag tag) {
        LocalDate today = article.referenceTime().atZone(ZoneOffset.UTC).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, tag.date().lastDay());
        Span words = tag.evidence().getFirst();
        Span clause = tag.evidence().getLast();
        List<String> lines = new ArrayList<>();
        lines.add("%-10s  %-8s  %s  %s"
                .formatted(tag.date(), lower(tag.kind()), clean(tag.what()), ink.faint(inDays(days))));
        lines.add("    " + markWithin(article, clause, words));
        return lines;
    }

    private String markWithin(Article article, Span clause, Span words) {
        if (!clause.overlaps(words) || clause.start() > words.start() || clause.end() < words.end()) {
            return ink.mark(quote(words.in(article)));
        }
        String text = clause.field().of(article);
        return clean(text.substring(clause.start(), words.start()))
                + ink.mark(clean(words.in(article)))
                + clean(text.substring(words.end(), clause.end()));
    }

    private static String inDays(long days) {
        return days == 0 ? "(today)" : days == 1 ? "(1 day left)" : "(" + days + " days left)";
    }

    private static String quote(String text) {
        String clean = clean(text);
        return clean.length() <= QUOTE ? clean : clean.substring(0, QUOTE - 1) + "…";
    }

    /** Feed text may hold anything: no control or direction characters reach the terminal. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean unsafe = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            out.appendCodePoint(unsafe ? ' ' : c);
        });
        return out.toString();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
