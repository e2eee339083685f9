package io.dyadwire.contract.rule;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.pair.Pair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a desk asks for. All conditions given must hold; within a list any one does. A rule with {@code due} is a
 * deadline that the desk sets itself.
 *
 * @param name what a person calls it
 * @param version goes up by one with each change
 * @param keywords a query: words, "phrases", AND, OR, NOT, fields such as {@code title:} and {@code pair:}
 * @param countries ISO 3166-1 alpha-3; a country counts when the article is about it
 * @param alertOn articles, deadlines or both; articles unless said otherwise
 * @param remind how long before a deadline to remind
 * @param due the day of the desk's own deadline, in the desk's zone
 * @param what what is due on it
 * @param severity how much it matters; as for a warning when absent
 * @param origin where it is kept; absent before version 2 of this event, when all were kept in the rules file
 * @param changedBy who put it there as it is now
 * @param changedAt when, UTC
 */
public record Rule(
        RuleId id,
        DeskId desk,
        String name,
        int version,
        @Nullable String keywords,
        List<String> countries,
        List<Pair> pairs,
        List<String> topics,
        List<AlertOn> alertOn,
        List<LeadTime> remind,
        @Nullable LocalDate due,
        @Nullable String what,
        @Nullable Severity severity,
        @Nullable RuleOrigin origin,
        @Nullable String changedBy,
        @Nullable Instant changedAt)
        implements RuleRecord {
    /** What the keys of rules begin with on {@code news.rules}. */
    public static final String KEY = "rule:";

    /** A fortnight, a week, three days, a day before, and the evening before. */
    public static final List<LeadTime> DEFAULT_REMIND = List.of(
            LeadTime.parse("P14D"),
            LeadTime.parse("P7D"),
            LeadTime.parse("P3D"),
            LeadTime.parse("P1D"),
            LeadTime.parse("PT6H"));

    public Rule {
        Check.present("id", id);
        Check.present("desk", desk);
        name = name == null || name.isBlank() ? id.value() : name;
        Check.atLeast("version", version, 1);
        keywords = keywords == null || keywords.isBlank() ? null : keywords;
        countries = Check.countries("countries", countries);
        pairs = Check.list("pairs", pairs);
        topics = Check.slugs("topics", topics);
        alertOn = alertOn == null || alertOn.isEmpty() ? List.of(AlertOn.ARTICLES) : Check.list("alertOn", alertOn);
        remind = remind == null ? DEFAULT_REMIND : Check.list("remind", remind);
        boolean matches = keywords != null || !countries.isEmpty() || !pairs.isEmpty() || !topics.isEmpty();
        Check.that(matches || due != null, "needs at least one of keywords, countries, pairs, topics, due");
        Check.that(!(matches && due != null), "due: stands alone, without keywords, countries, pairs or topics");
        Check.that(due == null || (what != null && !what.isBlank()), () -> "what: say what is due on " + due);
    }

    /** How much it matters to the desk. */
    public Severity weight() {
        return severity == null ? Severity.WARNING : severity;
    }

    /** One that nobody has put anywhere yet. */
    public Rule(
            RuleId id,
            DeskId desk,
            String name,
            int version,
            @Nullable String keywords,
            List<String> countries,
            List<Pair> pairs,
            List<String> topics,
            List<AlertOn> alertOn,
            List<LeadTime> remind,
            @Nullable LocalDate due,
            @Nullable String what,
            @Nullable Severity severity) {
        this(
                id, desk, name, version, keywords, countries, pairs, topics, alertOn, remind, due, what, severity, null,
                null, null);
    }

    /** The same as this version of it, with who put it where and when. */
    public Rule put(int asVersion, @Nullable RuleOrigin where, @Nullable String by, @Nullable Instant at) {
        return new Rule(
                id, desk, name, asVersion, keywords, countries, pairs, topics, alertOn, remind, due, what, severity,
                where, by, at);
    }

    /** Whether the desk asks for the same: version, origin and who changed it when do not count. */
    public boolean asksTheSameAs(Rule other) {
        return put(1, null, null, null).equals(other.put(1, null, null, null));
    }

    /** Where it is kept; the rules file when the record does not say. */
    public RuleOrigin keptIn() {
        return Objects.requireNonNullElse(origin, RuleOrigin.FILE);
    }

    /** Whether it looks at articles or their deadlines, rather than setting a deadline itself. */
    public boolean matchesArticles() {
        return due == null;
    }

    @Override
    public String key() {
        return KEY + id;
    }
}
