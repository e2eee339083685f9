package io.dyadwire.ingest.page;

import io.dyadwire.ingest.feed.FeedDates;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * When a page was published, by the first that says so: JSON-LD, meta tags, its address, {@code time} elements, what is
 * called a date, the first date below the headline, and, for want of all of them, when it was changed.
 */
final class PageDate {
    private static final Pattern PUBLISHED = Pattern.compile("publi|pubdate|pubtime|issued|created|originaldate");
    private static final Pattern PLAIN = Pattern.compile("(?:dc|dcterms|sailthru|article|parsely|citation|og)?date");
    private static final Pattern OTHERWISE = Pattern.compile("modif|updat|expir|revis|unpubl|publisher");
    private static final Pattern IN_ADDRESS = Pattern.compile("/(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");
    private static final Pattern CALLED_DATE = Pattern.compile(
            "(?:^|[\\s_-])(?:pub|post|entry|article)?-?(?:date|datum|fecha|data|published|posted|timestamp|dateline|byline|meta)"
                    + "(?:$|[\\s_-])",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST = 8;
    private static final int SHORT = 200;

    /** Looked at; a page may be made of nothing else. */
    private static final int MANY = 50;

    private static final int BELOW_HEADLINE = 1_500;

    private final Document page;
    private final boolean monthFirst;

    private PageDate(Document page, @Nullable String language) {
        this.page = page;
        this.monthFirst = language != null && (language.equals("en") || language.equalsIgnoreCase("en-US"));
    }

    static Optional<Instant> of(Document page, JsonLd json, @Nullable URI address, @Nullable String language) {
        PageDate date = new PageDate(page, language);
        return date.parsed(json.datePublished().stream())
                .or(() -> date.parsed(date.metas(PUBLISHED)))
                .or(() -> date.parsed(date.metas(PLAIN)))
                .or(() -> inAddress(address))
                .or(() -> date.inTimes())
                .or(() -> date.called())
                .or(() -> date.belowHeadline())
                .or(() -> date.parsed(json.dateModified().stream()))
                .or(() -> date.parsed(date.metas(Pattern.compile("modif|updat"))));
    }

    private Optional<Instant> parsed(Stream<String> written) {
        return written.filter(text -> text.length() >= SHORTEST)
                .flatMap(text -> FeedDates.parse(text).or(() -> written(text)).stream())
                .findFirst();
    }

    private Optional<Instant> written(String text) {
        return WrittenDate.first(text, monthFirst).map(PageDate::atMidnight);
    }

    /** Sites have dozens of names for it: what counts is the word in them. */
    private Stream<String> metas(Pattern named) {
        boolean wantsOthers = OTHERWISE.matcher(named.pattern()).find();
        return page.select("meta[content]").stream()
                .filter(meta -> {
                    String name = name(meta);
                    boolean fits = named == PLAIN
                            ? named.matcher(name).matches()
                            : named.matcher(name).find();
                    return fits && (wantsOthers || !OTHERWISE.matcher(name).find());
                })
                .map(meta -> meta.attr("content").strip());
    }

    private static String name(Element meta) {
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            if (meta.hasAttr(attribute)) {
                return meta.attr(attribute).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            }
        }
        return "";
    }

    private static Optional<Instant> inAddress(@Nullable URI address) {
        if (address == null || address.getPath() == null) {
            return Optional.empty();
        }
        Matcher matcher = IN_ADDRESS.matcher(address.getPath());
        return matcher.find() ? WrittenDate.first(matcher.group(), false).map(PageDate::atMidnight) : Optional.empty();
    }

    private Optional<Instant> inTimes() {
        List<Element> times = page.select("time, [itemprop=datePublished], abbr.published").stream()
                .limit(MANY)
                .filter(time -> !Boilerplate.isBeside(time))
                .toList();
        return Stream.concat(
                        times.stream()
                                .filter(time ->
                                        PUBLISHED.matcher(described(time)).find()),
                        times.stream()
                                .filter(time ->
                                        !OTHERWISE.matcher(described(time)).find()))
                .flatMap(time ->
                        parsed(Stream.of(time.attr("datetime"), time.attr("content"), time.attr("title"), time.text()))
                                .stream())
                .findFirst();
    }

    private static String described(Element element) {
        return (element.className() + " " + element.attr("itemprop") + (element.hasAttr("pubdate") ? " pubdate" : ""))
                .toLowerCase(Locale.ROOT);
    }

    private Optional<Instant> called() {
        return page.body().select("[class], [id]").stream()
                .filter(element -> CALLED_DATE.matcher(element.className()).find()
                        || CALLED_DATE.matcher(element.id()).find())
                .limit(MANY)
                .filter(element -> element.text().length() <= SHORT && !Boilerplate.isBeside(element))
                .flatMap(element -> written(element.text()).stream())
                .findFirst();
    }

    /** From the headline on, or from the top of a page that has none. */
    private Optional<Instant> belowHeadline() {
        String text = page.body().text();
        Element headline = page.selectFirst("h1");
        int from = headline == null || headline.text().isBlank() ? 0 : Math.max(0, text.indexOf(headline.text()));
        return written(text.substring(from, Math.min(text.length(), from + BELOW_HEADLINE)));
    }

    private static Instant atMidnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
