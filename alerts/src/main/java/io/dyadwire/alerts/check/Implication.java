package io.dyadwire.alerts.check;

import io.dyadwire.matcher.query.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether every article that satisfies one query satisfies another, as far as their form shows it: {@code "export control" AND
 * pair:JPN-KOR} implies {@code export OR tariff}. True is certain, false means that it is not known. Pure.
 */
final class Implication {
    private Implication() {}

    static boolean holds(Query one, Query other) {
        return (one.equals(other) && !depends(one)) || byForm(one, other);
    }

    private static boolean byForm(Query one, Query other) {
        if (other instanceof Query.And all) {
            return all.parts().stream().allMatch(part -> holds(one, part));
        }
        if (one instanceof Query.Or any) {
            return any.parts().stream().allMatch(part -> holds(part, other));
        }
        if (other instanceof Query.Or any && any.parts().stream().anyMatch(part -> holds(one, part))) {
            return true;
        }
        return switch (one) {
            case Query.And all -> all.parts().stream().anyMatch(part -> holds(part, other));
            case Query.Not not -> other instanceof Query.Not no && holds(no.part(), not.part());
            case Query.Near near -> near(near, other);
            case Query.Within within ->
                other instanceof Query.Within there
                        ? within.field() == there.field() && holds(within.part(), there.part())
                        : isPositive(within.part()) && holds(within.part(), other);
            case Query.Word word -> word(word, other);
            case Query.Phrase phrase -> phrase(phrase, other);
            case Query.Prefix prefix ->
                other instanceof Query.Prefix shorter && prefix.text().startsWith(shorter.text());
            case Query.Fuzzy fuzzy ->
                other instanceof Query.Fuzzy wider
                        && wider.text().equals(fuzzy.text())
                        && wider.edits() >= fuzzy.edits();
            case Query.Due due -> other instanceof Query.Due wider && within(due, wider);
            case Query.Or or -> false;
            case Query.Has has -> false;
            case Query.Matches matches -> false;
            case Query.Salience salience -> false;
        };
    }

    /** What it means hangs on what else its query names, so that the same words elsewhere may mean something else. */
    private static boolean depends(Query query) {
        return query.leaves().anyMatch(Query.Salience.class::isInstance);
    }

    private static boolean near(Query.Near near, Query other) {
        if (other instanceof Query.Near wider) {
            boolean sides = holds(near.left(), wider.left()) && holds(near.right(), wider.right());
            boolean turned = holds(near.left(), wider.right()) && holds(near.right(), wider.left());
            return near.distance() <= wider.distance() && (sides || turned);
        }
        return holds(near.left(), other) || holds(near.right(), other);
    }

    private static boolean word(Query.Word word, Query other) {
        return switch (other) {
            case Query.Word there -> same(word.text(), there.text()) && (word.exact() || !there.exact());
            case Query.Prefix prefix -> word.exact() && folded(word.text()).startsWith(folded(prefix.text()));
            default -> false;
        };
    }

    private static boolean phrase(Query.Phrase phrase, Query other) {
        return switch (other) {
            case Query.Phrase wider ->
                same(phrase.text(), wider.text())
                        && (phrase.exact() || !wider.exact())
                        && phrase.slop() <= wider.slop();
            case Query.Word word ->
                words(phrase).stream().anyMatch(one -> word(new Query.Word(one, phrase.exact()), word));
            case Query.Prefix prefix ->
                words(phrase).stream().anyMatch(one -> word(new Query.Word(one, phrase.exact()), prefix));
            default -> false;
        };
    }

    private static boolean within(Query.Due due, Query.Due wider) {
        boolean from =
                wider.from() == null || (due.from() != null && !due.from().isBefore(wider.from()));
        boolean to = wider.to() == null || (due.to() != null && !due.to().isAfter(wider.to()));
        return from && to;
    }

    /** Whether it holds the more, the more words there are. */
    private static boolean isPositive(Query query) {
        return switch (query) {
            case Query.Not not -> false;
            case Query.And and -> and.parts().stream().allMatch(Implication::isPositive);
            case Query.Or or -> or.parts().stream().allMatch(Implication::isPositive);
            default -> true;
        };
    }

    private static List<String> words(Query.Phrase phrase) {
        return Arrays.stream(phrase.text().strip().split("\\s+"))
                .filter(word -> word.matches("[\\p{L}\\p{N}]+"))
                .toList();
    }

    private static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
