package io.dyadwire.processor.deadline;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates of an article that something hangs on. Only dates that are not over on the publication day (UTC)
 * count; a week, month, quarter or year counts until its last day. A span of up to three days is one entry a day, a
 * longer one its last day for a deadline and its first for an event.
 *
 * <p>Thread-safe. Any text is accepted. Example, published 2019-08-14: "A decision … is due on Aug. 24" gives the
 * deadline 2019-08-24.
 */
public final class DeadlineFinder {
    private static final int SPAN_IN_FULL = 3;
    private final CueWords cues;
    private final DeadlineKey key = new DeadlineKey();

    public DeadlineFinder(Vocabulary vocabulary) {
        cues = new CueWords(vocabulary);
    }

    /** A date found with what hangs on it, before pairs and topics are known. */
    private record Found(Field field, Clause clause, DateTag tag, PartialDate date, Hook hook, Phrase what) {}

    /** The same for somebody who does not ask why. */
    public List<DeadlineTag> find(
            Document document,
            List<DateTag> dates,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics) {
        return find(document, dates, countries, pairs, topics, Reasons.NONE);
    }

    /** What hangs on the dates of this document, in order of place. The dates must be those of this document. */
    public List<DeadlineTag> find(
            Document document,
            List<DateTag> dates,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics,
            Reasons asked) {
        var reasons = new DeadlineReasons(asked);
        LocalDate today = LocalDate.ofInstant(document.article().referenceTime(), ZoneOffset.UTC);
        Clauses clauses = new Clauses(document, dates, cues);
        List<DeadlineTag> tags = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Found previous = null;
        Clause passed = null;
        for (int i = 0; i < dates.size(); i++) {
            Clause clause = clauses.of(dates.get(i));
            boolean more = clause != null
                    && passed != null
                    && i > 0
                    && dates.get(i - 1).field() == dates.get(i).field()
                    && listed(passed, clause);
            boolean goesOnFromNothing = more && previous == null;
            if (goesOnFromNothing) {
                reasons.drop(dates.get(i), "goes on from a date that does not count");
            }
            Found found = goesOnFromNothing ? null : found(clauses, dates, i, today, previous, reasons);
            passed = clause;
            previous = found;
            if (found != null) {
                var entries = entries(clauses, dates, i, found, pairs, topics, today);
                if (entries.isEmpty()) {
                    reasons.drop(dates.get(i), "one end of a span that is told by the other");
                }
                for (DeadlineTag tag : entries) {
                    if (tags.stream().anyMatch(known -> sameDay(known, tag))) {
                        reasons.drop(dates.get(i), "the same thing on the same day was told before");
                    } else {
                        tags.add(numbered(tag, seen.merge(tag.id(), 1, Integer::sum)));
                        reasons.give(tag, dates.get(i), found.clause, found.hook);
                    }
                }
            }
        }
        return tags.stream().filter(tag -> !toldFiner(tag, tags, reasons)).toList();
    }

    /** "They meet later this week … the talks on Friday": one meeting, and the day says more. */
    private boolean toldFiner(DeadlineTag coarse, List<DeadlineTag> tags, DeadlineReasons reasons) {
        Set<String> acts = coarse.precision() == Precision.DAY ? Set.of() : key.acts(coarse.what());
        boolean finer = !acts.isEmpty()
                && tags.stream()
                        .anyMatch(fine -> fine.kind() == coarse.kind()
                                && DeadlineTracker.holds(coarse.date(), fine.date())
                                && !Collections.disjoint(acts, key.acts(fine.what())));
        if (finer) {
            reasons.drop(coarse, "told more exactly elsewhere");
        }
        return finer;
    }

    /** The same thing on the same day, told twice: in the title and the text, say. */
    private static boolean sameDay(DeadlineTag known, DeadlineTag tag) {
        return known.date().equals(tag.date())
                && known.kind() == tag.kind()
                && (known.what().equals(tag.what()) || known.id().equals(tag.id()));
    }

    /** The second day of the same thing in one article ("Friday and Saturday") is a thing of its own. */
    private static DeadlineTag numbered(DeadlineTag tag, int number) {
        return number == 1
                ? tag
                : new DeadlineTag(
                        Digest.of(tag.id(), Integer.toString(number)),
                        tag.date(),
                        tag.precision(),
                        tag.kind(),
                        tag.text(),
                        tag.what(),
                        tag.pairs(),
                        tag.topics(),
                        tag.confidence(),
                        tag.evidence());
    }

    private @Nullable Found found(
            Clauses clauses,
            List<DateTag> dates,
            int at,
            LocalDate today,
            @Nullable Found previous,
            DeadlineReasons reasons) {
        DateTag tag = dates.get(at);
        PartialDate exact = DueDate.of(tag);
        PartialDate date = exact == null ? DueDate.after(tag, today) : exact;
        if (date == null || date.lastDay().isBefore(today)) {
            reasons.drop(tag, date == null ? "no day, month or year to wait for" : "over before the publication day");
            return null;
        }
        Clause clause = clauses.of(tag);
        if (clause == null) {
            reasons.drop(tag, "in the dateline: when it was filed");
            return null;
        }
        int p = clause.preposition();
        boolean within = exact == null || clause.is(p, Cue.WITHIN);
        if (exact == null
                && !(clause.is(p, Cue.WITHIN)
                        || (clause.is(p, Cue.IN) && tag.text().contains("next")))) {
            reasons.drop(tag, "how long, not until when");
            return null;
        }
        if (previous != null && previous.field == tag.field() && listed(previous.clause, clause)) {
            return new Found(tag.field(), clause, tag, date, previous.hook, previous.what);
        }
        Hook hook = Hooks.of(clause, date, today, within, reasons.objection(tag, clause));
        if (hook == null) {
            return null;
        }
        Phrase what = What.of(clause, hook);
        if (what.isEmpty()) {
            reasons.drop(tag, "what hangs on it is not said");
            return null;
        }
        return new Found(tag.field(), clause, tag, date, hook, what);
    }

    /** Whether the second date only goes on from the first: "Friday and Saturday", "Aug. 16-17", "April 3, 4 or 5". */
    private static boolean listed(Clause one, Clause other) {
        if (one.from() != other.from() || other.first() - one.last() > 3 || other.first() <= one.last()) {
            return false;
        }
        char between = other.before(other.first());
        if (other.first() == one.last() + 1 && between != '-' && between != '–' && between != ',') {
            return false;
        }
        for (int i = one.last() + 1; i < other.first(); i++) {
            Cue cue = other.cue(i);
            if (cue != Cue.AND
                    && cue != Cue.OR
                    && cue != Cue.ON
                    && cue != Cue.THE
                    && cue != Cue.TO
                    && cue != Cue.THROUGH) {
                return false;
            }
        }
        return true;
    }

    private List<DeadlineTag> entries(
            Clauses clauses,
            List<DateTag> dates,
            int at,
            Found found,
            List<PairTag> pairs,
            List<TopicTag> topics,
            LocalDate today) {
        Found other = at > 0 ? startOfSpan(clauses, dates.get(at - 1), found) : null;
        if (other == null) {
            boolean begins = at + 1 < dates.size() && goesOn(clauses, found, dates.get(at + 1));
            boolean dropped = begins && found.hook.kind() == DeadlineKind.DEADLINE;
            return dropped ? List.of() : List.of(entry(found, found.date, pairs, topics));
        }
        long days = found.date.firstDay().toEpochDay() - other.date.firstDay().toEpochDay() + 1;
        boolean byDay = found.date.precision() == Precision.DAY && days <= SPAN_IN_FULL;
        List<DeadlineTag> tags = new ArrayList<>();
        if (byDay) {
            boolean deadline = found.hook.kind() == DeadlineKind.DEADLINE;
            for (LocalDate day = other.date.firstDay().plusDays(deadline ? 0 : 1);
                    !day.isAfter(found.date.firstDay());
                    day = day.plusDays(1)) {
                if (!day.isBefore(today)) {
                    tags.add(entry(found, PartialDate.of(day), pairs, topics));
                }
            }
        } else if (found.hook.kind() == DeadlineKind.DEADLINE) {
            tags.add(entry(found, found.date, pairs, topics));
        }
        return tags;
    }

    /** The first date of a span that this date ends: "Aug. 16-20", "from March 3 to 12", "between 2014 and 2016". */
    private @Nullable Found startOfSpan(Clauses clauses, DateTag before, Found found) {
        PartialDate start = DueDate.of(before);
        if (start == null || before.field() != found.field || start.precision() != found.date.precision()) {
            return null;
        }
        Clause clause = clauses.of(before);
        boolean spans = clause != null
                && spans(clause, found.clause)
                && !start.firstDay().isAfter(found.date.firstDay());
        return spans && clause != null
                ? new Found(before.field(), clause, before, start, found.hook, found.what)
                : null;
    }

    private boolean goesOn(Clauses clauses, Found found, DateTag next) {
        PartialDate end = DueDate.of(next);
        if (end == null || next.field() != found.field || end.precision() != found.date.precision()) {
            return false;
        }
        Clause clause = clauses.of(next);
        return clause != null && spans(found.clause, clause) && !end.firstDay().isBefore(found.date.firstDay());
    }

    private static boolean spans(Clause one, Clause other) {
        int gap = other.first() - one.last();
        if (one.from() != other.from() || gap < 1 || gap > 3) {
            return false;
        }
        char before = other.before(other.first());
        Cue between = gap == 1 ? Cue.NONE : one.cue(one.last() + 1);
        boolean dash = gap == 1 && (before == '-' || before == '–' || before == '—');
        boolean and = between == Cue.AND && one.is(one.first() - 1, Cue.BETWEEN);
        return dash || and || between == Cue.TO || between == Cue.THROUGH || between == Cue.UNTIL;
    }

    private DeadlineTag entry(Found found, PartialDate date, List<PairTag> pairs, List<TopicTag> topics) {
        Clause c = found.clause;
        Tokens t = c.tokens();
        int sentence = t.sentenceOf(c.first());
        Span around = new Span(found.field, t.sentenceFrom(sentence), t.sentenceTo(sentence));
        List<Pair> itsPairs = Neighbours.pairs(around, pairs);
        Span clause = proof(found);
        return new DeadlineTag(
                key.id(found.what, found.hook.kind(), itsPairs),
                date,
                date.precision(),
                found.hook.kind(),
                found.tag.text(),
                found.what.line(),
                itsPairs,
                Neighbours.topics(around, topics),
                found.hook.confidence(),
                List.of(found.tag.span(), clause));
    }

    /** The words of the date's own sentence that say what hangs on it, the date included. */
    private static Span proof(Found found) {
        Clause c = found.clause;
        int first = c.first();
        int last = c.last();
        for (int i : found.what.words()) {
            first = c.inside(i) ? Math.min(first, i) : first;
            last = c.inside(i) ? Math.max(last, i) : last;
        }
        return new Span(found.field, c.tokens().start(first), c.tokens().end(last));
    }
}
