package io.dyadwire.processor.deadline;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.deadline.Precision;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DateKind;
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
import java.util.BitSet;
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
    private final TurnWords words;
    private final DeadlineKey key = new DeadlineKey();

    public DeadlineFinder(Vocabulary vocabulary) {
        cues = new CueWords(vocabulary);
        words = new TurnWords(vocabulary);
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
        Text text = new Text(document, dates, cues, words, today);
        List<DeadlineTag> tags = new ArrayList<>(4);
        Map<String, Integer> seen = new HashMap<>();
        Found previous = null;
        for (int i = 0; i < dates.size(); i++) {
            Found found = null;
            DateTag date = thisYear(text, dates.get(i), day);
            if (DueDate.isOver(date, day)) {
                reasons.drop(dates.get(i), OVER);
            } else if (previous == null && listed(text.clauses, dates, i)) {
                reasons.drop(dates.get(i), "goes on from a date that does not count");
            } else {
                found = found(text, date, previous, reasons);
            }
            previous = found;
            if (found != null) {
                List<PartialDate> days = Spans.days(text.clauses, dates, i, found, today);
                if (days.isEmpty()) {
                    reasons.drop(dates.get(i), "one end of a span that is told by the other");
                }
                for (PartialDate each : days) {
                    add(
                            tags,
                            entry(document.article().id(), found, each, countries, pairs, topics),
                            seen,
                            found,
                            reasons);
                }
            }
        }
        return withoutCoarser(tags, reasons);
    }

    /** "was brought forward to Oct. 20", said in August: the verb is past, the day is not. */
    private static DateTag thisYear(Text text, DateTag tag, String today) {
        boolean weekday = DueDate.isWeekday(tag);
        if (!text.isLedTo(tag) || !DueDate.isOver(tag, today) || !(weekday || DueDate.isDayWithoutYear(tag))) {
            return tag;
        }
        Clause clause = text.clauses.of(tag);
        boolean moved = clause != null && Moves.verb(clause) >= 0;
        PartialDate past = DueDate.of(tag);
        if (past == null) {
            return tag;
        }
        LocalDate day = past.firstDay();
        String next = (weekday ? day.plusWeeks(1) : day.plusYears(1)).toString();
        return moved && next.compareTo(today) > 0
                ? new DateTag(next, tag.kind(), tag.field(), tag.start(), tag.end(), tag.text())
                : tag;
    }

    /** One document while it is read. */
    private static final class Text {
        final Document document;
        final Clauses clauses;
        final LocalDate today;
        final Moves moves;
        final Stretches stretches;

        Text(Document document, List<DateTag> dates, CueWords cues, TurnWords words, LocalDate today) {
            this.document = document;
            this.clauses = new Clauses(document, dates, cues);
            this.today = today;
            this.moves = new Moves(clauses, dates, words);
            this.stretches = new Stretches(moves, words);
        }

        /** "to Friday", "until Friday": told by the characters alone, since most dates are over and must cost nothing. */
        boolean isLedTo(DateTag tag) {
            String source = document.of(tag.field()).source();
            return source.startsWith("to ", tag.start() - 3) || source.startsWith("until ", tag.start() - 6);
        }
    }

    private static boolean listed(Clauses clauses, List<DateTag> dates, int at) {
        if (at == 0 || dates.get(at - 1).field() != dates.get(at).field()) {
            return false;
        }
        Clause before = clauses.of(dates.get(at - 1));
        Clause clause = before == null ? null : clauses.of(dates.get(at));
        return before != null && clause != null && Moves.verb(clause) < 0 && Spans.listed(before, clause);
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
                && (known.id().equals(tag.id())
                        || (known.kind() == tag.kind() && known.what().equals(tag.what())));
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
                        tag.evidence(),
                        tag.move());
    }

    private @Nullable Found found(Text text, DateTag tag, @Nullable Found previous, DeadlineReasons reasons) {
        PartialDate exact = DueDate.of(tag);
        if (exact == null && tag.kind() != DateKind.DURATION) {
            reasons.drop(tag, "no day, month or year to wait for");
            return null;
        }
        if (exact != null && exact.lastDay().isBefore(text.today)) {
            reasons.drop(tag, OVER);
            return null;
        }
        Clause clause = text.clauses.of(tag);
        if (clause == null) {
            reasons.drop(tag, "in the dateline: when it was filed");
            return null;
        }
        if (exact == null) {
            Stretches.End end = text.stretches.of(clause, tag, text.today);
            boolean open = end != null && !end.date().lastDay().isBefore(text.today);
            if (end == null || !open) {
                reasons.drop(tag, "how long, not until when");
                return null;
            }
            Hook hook = end.hook() == null ? hook(text, clause, tag, end.date(), true, reasons) : end.hook();
            return told(clause, tag, end.date(), hook, end.moved(), reasons);
        }
        boolean compared = clause.reads(clause.last() + 1, "than");
        if (!compared
                && previous != null
                && previous.field() == tag.field()
                && Spans.listed(previous.clause(), clause)) {
            return previous.on(clause, tag, exact);
        }
        int verb = Moves.verb(clause);
        if (verb >= 0 && text.moves.unreal(clause, verb)) {
            reasons.drop(tag, "a move that is only asked for, or possible");
            return null;
        }
        boolean within = clause.is(clause.preposition(), Cue.WITHIN);
        Hook hook = hook(text, clause, tag, exact, within, reasons);
        Moved moved = hook == null && verb < 0 ? null : text.moves.of(clause, tag, exact);
        boolean byMove = moved != null && verb >= 0 && exact.firstDay().isAfter(text.today);
        return told(clause, tag, exact, byMove ? new Hook(moved.kind(), 0.9, -1, verb) : hook, moved, reasons);
    }

    private static @Nullable Hook hook(
            Text text, Clause clause, DateTag tag, PartialDate date, boolean within, DeadlineReasons reasons) {
        return Hooks.of(clause, date, text.today, within, reasons.objection(tag, clause));
    }

    private static @Nullable Found told(
            Clause clause,
            DateTag tag,
            PartialDate date,
            @Nullable Hook hook,
            @Nullable Moved moved,
            DeadlineReasons reasons) {
        if (hook == null) {
            return null;
        }
        Phrase what = what(clause, hook, moved);
        if (what.isEmpty()) {
            reasons.drop(tag, "what hangs on it is not said");
            return null;
        }
        return new Found(tag.field(), clause, tag, date, hook, what, moved);
    }

    private static Phrase what(Clause clause, Hook hook, @Nullable Moved moved) {
        Phrase what = What.of(clause, hook);
        boolean lost = moved != null && moved.verb() >= 0 && !what.words().contains(moved.verb());
        return lost && moved.thing() != null && hook.verb() == moved.verb()
                ? What.moved(clause, moved.verb(), moved.thing())
                : what;
    }

    private DeadlineTag entry(
            ArticleId article,
            Found found,
            PartialDate date,
            List<CountryTag> countries,
            List<PairTag> pairs,
            List<TopicTag> topics) {
        Clause c = found.clause();
        Tokens t = c.tokens();
        int sentence = t.sentenceOf(c.first());
        Span around = new Span(found.field(), t.sentenceFrom(sentence), t.sentenceTo(sentence));
        List<Pair> itsPairs = Neighbours.pairs(around, pairs);
        Span clause = proof(found);
        return new DeadlineTag(
                id(article, found, itsPairs, countries),
                date,
                date.precision(),
                found.hook().kind(),
                found.tag().text(),
                found.what().line(),
                itsPairs,
                Neighbours.topics(around, topics),
                found.hook().confidence(),
                List.of(found.tag().span(), clause),
                found.moved() == null ? null : found.moved().move());
    }

    private String id(ArticleId article, Found found, List<Pair> pairs, List<CountryTag> countries) {
        BitSet words =
                CountryWords.of(pairs, countries, found.field(), found.clause().tokens());
        Moved moved = found.moved();
        Phrase thing = moved == null ? null : moved.thing();
        return moved == null || thing == null
                ? key.id(found.what(), pairs, Set.of(), words, article)
                : key.id(thing, pairs, moved.acts(), words, article);
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
