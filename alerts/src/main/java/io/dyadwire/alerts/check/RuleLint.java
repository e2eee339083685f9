package io.dyadwire.alerts.check;

import io.dyadwire.alerts.check.Finding.Kind;
import io.dyadwire.alerts.match.RuleQuery;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.matcher.query.Query;
import io.dyadwire.matcher.query.QueryParser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a desk should look at in rules that can be read, before they go live. Pure. */
public final class RuleLint {
    private static final int NAMED = 6;
    private static final double MOST_SHARE = 0.01;

    /** Of fewer a share says little. */
    private static final int ENOUGH_ARTICLES = 1_000;

    private final RuleBook book;
    private final Instant now;
    private final @Nullable NewsWords words;
    private final CommonWords common = new CommonWords();
    private final List<Finding> findings = new ArrayList<>();

    private RuleLint(RuleBook book, Instant now, @Nullable NewsWords words) {
        this.book = book;
        this.now = now;
        this.words = words;
    }

    /**
     * All that is found, in the order of the book's rules.
     *
     * @param now tells which days are over
     */
    public static List<Finding> of(RuleBook book, Instant now) {
        return new RuleLint(book, now, null).all();
    }

    /** The same, where words that begin as a rule asks are those of the news, and not of a list. */
    public static List<Finding> of(RuleBook book, Instant now, NewsWords words) {
        return new RuleLint(book, now, words).all();
    }

    /**
     * The same, and what rules did on the news of the past.
     *
     * @param seen what all rules of the book did there
     */
    public static List<Finding> of(RuleBook book, Instant now, SeenNews seen) {
        RuleLint lint = new RuleLint(book, now, seen.words());
        book.rules().forEach(rule -> lint.look(rule, seen));
        return lint.all();
    }

    private List<Finding> all() {
        book.rules().forEach(this::look);
        findings.addAll(Overlaps.of(book));
        List<RuleId> order = book.rules().stream().map(Rule::id).toList();
        return findings.stream()
                .sorted((one, other) -> Integer.compare(order.indexOf(one.rule()), order.indexOf(other.rule())))
                .toList();
    }

    /** That a rules file, or a part of it, cannot be read. */
    public static Finding invalid(String problem) {
        return new Finding(
                null,
                Kind.INVALID,
                problem,
                "A rules file with a mistake is refused as a whole: the service does not start with it, and it cannot"
                        + " be applied.",
                "Correct it there.");
    }

    private void look(Rule rule) {
        LocalDate today = LocalDate.ofInstant(now, book.desk(rule.desk()).zone());
        LocalDate due = rule.due();
        if (due != null) {
            if (due.isBefore(today)) {
                over(rule, "What it sets was due on " + due + ".");
            }
            return;
        }
        if (rule.keywords() != null) {
            QueryParser.read(rule.keywords())
                    .warnings()
                    .forEach(warning -> add(
                            rule,
                            Kind.READ_OVER,
                            "In the keywords, " + warning + ".",
                            "Rules match or do not; nothing is ranked.",
                            "Leave it out."));
        }
        Query query = RuleQuery.of(rule).query();
        lookForContradictions(rule, query);
        if (days(query).anyMatch(days -> days.to() != null && days.to().isBefore(today))
                && !asksElsewhere(query, today)) {
            over(rule, "All the days that its keywords ask deadlines for are over.");
        }
        lookAtPrefixes(rule, query, false);
        List<String> enough = enough(query).distinct().toList();
        if (!enough.isEmpty()) {
            add(
                    rule,
                    Kind.COMMON_WORD,
                    words(enough) + " alone " + (enough.size() == 1 ? "is" : "are each") + " enough for it.",
                    "A good part of all articles has such a word.",
                    "Ask for something else beside it: a rarer word, a pair, a topic.");
        }
    }

    private void look(Rule rule, SeenNews seen) {
        long matches = seen.matches(rule.id());
        double share = seen.articles() == 0 ? 0 : (double) matches / seen.articles();
        String articles = seen.articles() + " articles"
                + (seen.from() == null || seen.to() == null
                        ? ""
                        : " from " + day(seen.from()) + " to " + day(seen.to()));
        boolean looks = rule.matchesArticles() && rule.alertOn().contains(AlertOn.ARTICLES);
        if (looks && matches == 0) {
            add(
                    rule,
                    Kind.NEVER_SEEN,
                    "It matched none of the " + articles + ".",
                    "A rule that is misspelled, or asks for too much, is as silent as one that waits for rare news.",
                    "Try it on an article that it should fire on: 'dyadwire rules test " + rule.id()
                            + " --article …'.");
        }
        if (seen.articles() >= ENOUGH_ARTICLES && share > MOST_SHARE) {
            add(
                    rule,
                    Kind.FREQUENT,
                    String.format(Locale.ROOT, "It matched %.1f %% of the %s.", 100 * share, articles),
                    "Whoever is told of so much stops reading it.",
                    "See which words bring it: 'dyadwire rules backtest --rule " + rule.id()
                            + "'; ask for more beside them, or tell it in a digest.");
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private void over(Rule rule, String what) {
        add(rule, Kind.OVER, what, "It cannot fire any more.", "Take it out, or give it another day.");
    }

    private static Stream<Query.Due> days(Query query) {
        return query.leaves().filter(Query.Due.class::isInstance).map(Query.Due.class::cast);
    }

    /** Whether it can be satisfied without a day that is over. */
    private static boolean asksElsewhere(Query query, LocalDate today) {
        return switch (query) {
            case Query.And and -> and.parts().stream().allMatch(part -> asksElsewhere(part, today));
            case Query.Or or -> or.parts().stream().anyMatch(part -> asksElsewhere(part, today));
            case Query.Due due -> due.to() == null || !due.to().isBefore(today);
            default -> true;
        };
    }

    /** A part that is excluded is there whenever the others are. */
    private void lookForContradictions(Rule rule, Query query) {
        if (query instanceof Query.And and) {
            List<Query> parts = flat(and).toList();
            List<Query> wanted =
                    parts.stream().filter(part -> !(part instanceof Query.Not)).toList();
            for (Query part : parts) {
                if (part instanceof Query.Not not
                        && !wanted.isEmpty()
                        && wanted.stream().anyMatch(one -> Implication.holds(one, not.part()))) {
                    add(
                            rule,
                            Kind.NEVER_FIRES,
                            "'" + part + "' excludes what the rest asks for.",
                            "No article can satisfy both, so that it never fires.",
                            "Take one of the two out.");
                }
            }
        }
    }

    private static Stream<Query> flat(Query query) {
        return query instanceof Query.And and ? and.parts().stream().flatMap(RuleLint::flat) : Stream.of(query);
    }

    private void lookAtPrefixes(Rule rule, Query query, boolean excluded) {
        Set<String> seen = new HashSet<>();
        switch (query) {
            case Query.And and -> and.parts().forEach(part -> lookAtPrefixes(rule, part, excluded));
            case Query.Or or -> or.parts().forEach(part -> lookAtPrefixes(rule, part, excluded));
            case Query.Not not -> lookAtPrefixes(rule, not.part(), !excluded);
            case Query.Within within -> lookAtPrefixes(rule, within.part(), excluded);
            case Query.Near near -> {
                lookAtPrefixes(rule, near.left(), excluded);
                lookAtPrefixes(rule, near.right(), excluded);
            }
            case Query.Prefix prefix
            when seen.add(prefix.text()) -> {
                List<String> others = CommonWords.notMeant(prefix.text(), words);
                if (!others.isEmpty()) {
                    add(
                            rule,
                            Kind.WIDE_PREFIX,
                            "'" + prefix + "' also takes in " + words(others) + ".",
                            excluded
                                    ? "Articles with such a word are left out."
                                    : "Articles with such a word count as if they had the one that is meant.",
                            "Write out the words that are meant; inflections are found without a star.");
                }
            }
            default -> {}
        }
    }

    /** The common words each of which satisfies it alone. */
    private Stream<String> enough(Query query) {
        return switch (query) {
            case Query.Word word -> common.isEverywhere(word.text()) ? Stream.of(word.text()) : Stream.of();
            case Query.Or or -> or.parts().stream().flatMap(this::enough);
            case Query.And and -> {
                List<Query> wanted =
                        flat(and).filter(part -> !(part instanceof Query.Not)).toList();
                yield wanted.size() == 1 ? enough(wanted.getFirst()) : Stream.of();
            }
            case Query.Within within -> enough(within.part());
            default -> Stream.of();
        };
    }

    static String words(List<String> words) {
        String first = words.stream().limit(NAMED).map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return words.size() <= NAMED ? first : first + " and " + (words.size() - NAMED) + " more";
    }

    private void add(Rule rule, Kind kind, String what, String why, String advice) {
        findings.add(new Finding(Objects.requireNonNull(rule.id()), kind, what, why, advice));
    }
}
