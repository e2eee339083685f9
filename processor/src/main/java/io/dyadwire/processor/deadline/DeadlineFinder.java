package io.dyadwire.processor.deadline;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.article.Span;
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
    private static final String OVER = "over before the publication day";
    private final CueWords cues;
    private final DeadlineKey key = new DeadlineKey();

    public DeadlineFinder(Vocabulary vocabulary) {
        cues = new CueWords(vocabulary);
    }

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
        if (dates.isEmpty()) {
            return List.of();
        }
        var reasons = new DeadlineReasons(asked);
        LocalDate today = LocalDate.ofInstant(document.article().referenceTime(), ZoneOffset.UTC);
        String day = today.toString();
        Clauses clauses = new Clauses(document, dates, cues);
        List<DeadlineTag> tags = new ArrayList<>(4);
        Map<String, Integer> seen = new HashMap<>();
        Found previous = null;
        for (int i = 0; i < dates.size(); i++) {
            Found found = null;
            if (DueDate.isOver(dates.get(i), day)) {
                reasons.drop(dates.get(i), OVER);
            } else if (previous == null && listed(clauses, dates, i)) {
                reasons.drop(dates.get(i), "goes on from a date that does not count");
            } else {
                found = found(clauses, dates.get(i), today, previous, reasons);
            }
            previous = found;
            if (found != null) {
                List<PartialDate> days = Spans.days(clauses, dates, i, found, today);
                if (days.isEmpty()) {
                    reasons.drop(dates.get(i), "one end of a span that is told by the other");
                }
                for (PartialDate each : days) {
                    add(tags, entry(found, each, pairs, topics), seen, found, reasons);
                }
            }
        }
        return withoutCoarser(tags, reasons);
    }

    private static boolean listed(Clauses clauses, List<DateTag> dates, int at) {
        if (at == 0 || dates.get(at - 1).field() != dates.get(at).field()) {
            return false;
        }
        Clause before = clauses.of(dates.get(at - 1));
        Clause clause = before == null ? null : clauses.of(dates.get(at));
        return before != null && clause != null && Spans.listed(before, clause);
    }

    private static void add(
            List<DeadlineTag> tags, DeadlineTag tag, Map<String, Integer> seen, Found found, DeadlineReasons reasons) {
        for (DeadlineTag known : tags) {
            if (sameDay(known, tag)) {
                reasons.drop(found.tag(), "the same thing on the same day was told before");
                return;
            }
        }
        tags.add(numbered(tag, seen.merge(tag.id(), 1, Integer::sum)));
        reasons.give(tag, found.tag(), found.clause(), found.hook());
    }

    private List<DeadlineTag> withoutCoarser(List<DeadlineTag> tags, DeadlineReasons reasons) {
        if (tags.size() < 2) {
            return List.copyOf(tags);
        }
        List<DeadlineTag> kept = new ArrayList<>(tags.size());
        for (DeadlineTag tag : tags) {
            if (!toldFiner(tag, tags, reasons)) {
                kept.add(tag);
            }
        }
        return kept;
    }

    /** "They meet later this week … the talks on Friday": one meeting, and the day says more. */
    private boolean toldFiner(DeadlineTag coarse, List<DeadlineTag> tags, DeadlineReasons reasons) {
        Set<String> acts = coarse.precision() == Precision.DAY ? Set.of() : key.acts(coarse.what());
        boolean finer = !acts.isEmpty()
                && tags.stream()
                        .anyMatch(fine -> fine.kind() == coarse.kind()
                                && Days.holds(coarse.date(), fine.date())
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
            Clauses clauses, DateTag tag, LocalDate today, @Nullable Found previous, DeadlineReasons reasons) {
        PartialDate exact = DueDate.of(tag);
        PartialDate date = exact == null ? DueDate.after(tag, today) : exact;
        if (date == null || date.lastDay().isBefore(today)) {
            reasons.drop(tag, date == null ? "no day, month or year to wait for" : OVER);
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
        if (previous != null && previous.field() == tag.field() && Spans.listed(previous.clause(), clause)) {
            return previous.on(clause, tag, date);
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

    private DeadlineTag entry(Found found, PartialDate date, List<PairTag> pairs, List<TopicTag> topics) {
        Clause c = found.clause();
        Tokens t = c.tokens();
        int sentence = t.sentenceOf(c.first());
        Span around = new Span(found.field(), t.sentenceFrom(sentence), t.sentenceTo(sentence));
        List<Pair> itsPairs = Neighbours.pairs(around, pairs);
        Span clause = proof(found);
        return new DeadlineTag(
                key.id(found.what(), found.hook().kind(), itsPairs),
                date,
                date.precision(),
                found.hook().kind(),
                found.tag().text(),
                found.what().line(),
                itsPairs,
                Neighbours.topics(around, topics),
                found.hook().confidence(),
                List.of(found.tag().span(), clause));
    }

    /** The words of the date's own sentence that say what hangs on it, the date included. */
    private static Span proof(Found found) {
        Clause c = found.clause();
        int first = c.first();
        int last = c.last();
        for (int i : found.what().words()) {
            first = c.inside(i) ? Math.min(first, i) : first;
            last = c.inside(i) ? Math.max(last, i) : last;
        }
        return new Span(found.field(), c.tokens().start(first), c.tokens().end(last));
    }
}
