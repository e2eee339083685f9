package io.dyadwire.alerts.story;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.tag.DateKind;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an update of a story is measured by: {@code country PRK} for each country that the article is about, {@code date
 * 2019-08-24} for each deadline and for each other day than its own that the beginning names, {@code number 1200} for
 * the figures of the beginning, {@code version 2} for a headline that says so. The beginning is the headline and the first
 * {@value #BEGINNING} characters: what stands further down is background, which each outlet fills in as it likes.
 */
public final class Facts {
    private static final int BEGINNING = 400;
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,-])\\p{Sc}?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?![\\p{L}\\p{N}])( ?%| percent| per cent)?");
    private static final Pattern VERSION = Pattern.compile(
            "^(?:UPDATE|WRAPUP) (\\d{1,2})-|^\\((\\d)(?:ST|ND|RD|TH) LEAD\\)", Pattern.CASE_INSENSITIVE);

    private Facts() {}

    /** All of them, each once. */
    public static List<String> of(TaggedArticle tagged) {
        Set<String> facts = new LinkedHashSet<>();
        tagged.countries().stream()
                .filter(country -> country.role() == Role.ABOUT)
                .forEach(country -> facts.add("country " + country.code()));
        tagged.deadlines().forEach(deadline -> facts.add("date " + deadline.date()));
        addDates(tagged, facts);
        addNumbers(tagged, Field.TITLE, facts);
        addNumbers(tagged, Field.TEXT, facts);
        Matcher version = VERSION.matcher(tagged.article().title());
        if (version.find()) {
            facts.add("version " + Objects.requireNonNullElse(version.group(1), version.group(2)));
        }
        return List.copyOf(facts);
    }

    private static void addDates(TaggedArticle tagged, Set<String> facts) {
        Article article = tagged.article();
        Instant written = Objects.requireNonNullElse(article.publishedAt(), article.fetchedAt());
        LocalDate today = written.atZone(ZoneOffset.UTC).toLocalDate();
        // "On Wednesday" is the article's own day, or a day beside it where the sun stands elsewhere.
        Set<String> own = Set.of(
                today.minusDays(1).toString(),
                today.toString(),
                today.plusDays(1).toString());
        for (DateTag date : tagged.dates()) {
            boolean day = date.kind() == DateKind.DATE && date.value().length() == 10;
            if (day && !own.contains(date.value()) && isInBeginning(date.span())) {
                facts.add("date " + date.value());
            }
        }
    }

    private static void addNumbers(TaggedArticle tagged, Field field, Set<String> facts) {
        Article article = tagged.article();
        String whole = field == Field.TITLE ? article.title() : article.text();
        Matcher number = NUMBER.matcher(whole.substring(0, Math.min(whole.length(), BEGINNING)));
        List<Span> dates = new ArrayList<>();
        tagged.dates().forEach(date -> dates.add(date.span()));
        while (number.find()) {
            Span span = new Span(field, number.start(), number.end());
            boolean share = number.group(3) != null;
            String digits = number.group(1).replace(",", "");
            boolean small = digits.length() < 2 && number.group(2) == null && !share;
            if (!small && dates.stream().noneMatch(date -> overlap(date, span))) {
                String decimals = number.group(2) == null ? "" : number.group(2);
                facts.add("number " + digits + decimals + (share ? "%" : ""));
            }
        }
    }

    private static boolean isInBeginning(Span span) {
        return span.field() == Field.TITLE || span.start() < BEGINNING;
    }

    private static boolean overlap(Span one, Span other) {
        return one.field() == other.field() && one.start() < other.end() && other.start() < one.end();
    }
}
