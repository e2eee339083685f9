package io.dyadwire.runner.tag;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Span;
import io.dyadwire.processor.reason.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The reasons of an article's tags for a person: the words, where they stand, and why. Pure. */
final class ReasonLines {
    private static final int MOST = 40;

    private final Article article;
    private final List<Reason> reasons;
    private final Ink ink;

    ReasonLines(Article article, List<Reason> reasons, Ink ink) {
        this.article = article;
        this.reasons = reasons;
        this.ink = ink;
    }

    /** What speaks for a tag; the same reason for the same words once, with how often. */
    List<String> given(Reason.Subject subject, String tag) {
        return lines(
                reason -> reason.given()
                        && reason.subject() == subject
                        && reason.tag().equals(tag),
                "      ");
    }

    /** What speaks for a tag whose words stand there. */
    List<String> given(Reason.Subject subject, Span span) {
        return lines(reason -> reason.given() && reason.subject() == subject && span.equals(reason.span()), "      ");
    }

    /** Words, and tags as a whole, that do not count; the first forty. */
    List<String> dropped(Reason.Subject subject) {
        List<String> all = lines(reason -> !reason.given() && reason.subject() == subject, "  not ");
        if (all.size() <= MOST) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, MOST));
        first.add(ink.faint("  and " + (all.size() - MOST) + " more"));
        return first;
    }

    private List<String> lines(Predicate<Reason> wanted, String start) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            if (wanted.test(reason)) {
                String tag = reason.given() || reason.tag().isEmpty() ? "" : reason.tag() + "  ";
                String line = start + tag + words(reason) + reason.why();
                counts.merge(line, 1, Integer::sum);
                places.putIfAbsent(line, place(reason));
            }
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey()
                        + ink.faint(
                                places.get(entry.getKey()) + (entry.getValue() == 1 ? "" : " ×" + entry.getValue())))
                .toList();
    }

    private String words(Reason reason) {
        return reason.span() == null
                ? ""
                : ink.mark(TagReport.quote(reason.span().in(article)), hue(reason)) + "  ";
    }

    private static Hue hue(Reason reason) {
        return switch (reason.subject()) {
            case COUNTRY, PAIR -> Hue.COUNTRY;
            case TOPIC -> Hue.TOPIC;
            case DEADLINE, DEADLINE_NEWS -> Hue.DEADLINE;
        };
    }

    /** Where the first of them begins, in UTF-16 code units: {@code (text 120)}. */
    private static String place(Reason reason) {
        Span span = reason.span();
        return span == null ? "" : "  (" + span.field().name().toLowerCase(Locale.ROOT) + " " + span.start() + ")";
    }
}
