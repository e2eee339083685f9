package io.dyadwire.processor.deadline;

import io.dyadwire.contract.Digest;
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
import io.dyadwire.processor.date.DateTagger;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates of an article that something hangs on. Only dates that are not over on the publication day, where
 * the article was filed, count; a week, month, quarter or year counts until its last day. A span of up to three days is one entry a day, a
 * longer one its last day for a deadline and its first for an event.
 *
 * <p>Thread-safe. Any text is accepted. Example, published 2019-08-14: "A decision … is due on Aug. 24" gives the
 * deadline 2019-08-24.
 */
public final class DeadlineFinder {
    private static final String OVER = "over before the publication day";
    final DateTagger calendar;
    final CueWords cues;
    final TurnWords words;
    final DeadlineKey key = new DeadlineKey();

    /** @param calendar read the dates, and knows the clock of each document */
    public DeadlineFinder(Vocabulary vocabulary, DateTagger calendar) {
        this.calendar = calendar;
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
        LocalDate today = calendar.publishedAt(document).toLocalDate();
        String day = today.toString();
        Text text = new Text(document, dates, cues, words, today);
        List<DeadlineTag> tags = new ArrayList<>(4);
        Map<String, List<DeadlineTag>> alike = new HashMap<>();
        Found previous = null;
        for (int i = 0; i < dates.size(); i++) {
            Found found = null;
            DateTag date = dates.get(i);
            if (DueDate.isOver(date, day)) {
                reasons.drop(date, OVER);
            } else if (previous == null && listed(text.clauses, dates, i)) {
                reasons.drop(date, "goes on from a date that does not count");
            } else {
                found = found(text, i, date, previous, reasons);
            }
            previous = found;
            if (found != null) {
                List<PartialDate> days = Spans.days(text.clauses, dates, i, found, today);
                if (days.isEmpty()) {
                    reasons.drop(date, "one end of a span that is told by the other");
                }
                for (PartialDate each : days) {
                    add(tags, entry(document, found, each, countries, pairs, topics), alike, found, reasons);
                }
            }
        }
        return withoutCoarser(tags, reasons);
    }

    /** One document while it is read. */
    private static final class Text {
        final Clauses clauses;
        final LocalDate today;
        final Moves moves;
        final Stretches stretches;

        Text(Document document, List<DateTag> dates, CueWords cues, TurnWords words, LocalDate today) {
            this.clauses = new Clauses(document, dates, cues);
            this.today = today;
            this.moves = new Moves(clauses, dates, words);
            this.stretches = new Stretches(moves, words);
        }
    }

    private static boolean listed(Clauses clauses, List<DateTag> dates, int at) {
        if (at == 0 || dates.get(at - 1).field() != dates.get(at).field()) {
            return false;
        }
        Clause before = clauses.of(at - 1);
        Clause clause = before == null ? null : clauses.of(at);
        return before != null && clause != null && Moves.verb(clause) < 0 && Spans.listed(before, clause);
    }

    private static void add(
            List<DeadlineTag> tags,
            DeadlineTag tag,
            Map<String, List<DeadlineTag>> alike,
            Found found,
            DeadlineReasons reasons) {
        for (DeadlineTag known : tags) {
            if (sameDay(known, tag)) {
                reasons.drop(found.tag(), "the same thing on the same day was told before");
                return;
            }
        }
        List<DeadlineTag> before = alike.computeIfAbsent(tag.id(), id -> new ArrayList<>(1));
        DeadlineTag told = withId(tag, id(tag, before));
        before.add(told);
        tags.add(told);
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

    /** The next day of a thing ("Friday and Saturday") is the same thing; one more of its kind on another day is not. */
    private static String id(DeadlineTag tag, List<DeadlineTag> alike) {
        for (DeadlineTag other : alike) {
            if (Days.adjoin(other.date(), tag.date())) {
                return other.id();
            }
        }
        long others = alike.stream().map(DeadlineTag::id).distinct().count();
        return others == 0 ? tag.id() : Digest.of(tag.id(), Long.toString(others + 1));
    }

    private static DeadlineTag withId(DeadlineTag tag, String id) {
        return id.equals(tag.id())
                ? tag
                : new DeadlineTag(
                        id,
                        tag.date(),
                        tag.precision(),
                        tag.kind(),
                        tag.text(),
                        tag.what(),
                        tag.pairs(),
                        tag.topics(),
                        tag.confidence(),
                        tag.evidence(),
                        tag.move(),
                        tag.zone());
    }

    private @Nullable Found found(Text text, int at, DateTag tag, @Nullable Found previous, DeadlineReasons reasons) {
        PartialDate exact = DueDate.of(tag);
        if (exact == null && tag.kind() != DateKind.DURATION) {
            reasons.drop(tag, "no day, month or year to wait for");
            return null;
        }
        if (exact != null && exact.lastDay().isBefore(text.today)) {
            reasons.drop(tag, OVER);
            return null;
        }
        Clause clause = text.clauses.of(at);
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
        if (Row.of(clause).isOfTable()) {
            reasons.drop(tag, "in a row of figures");
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
            Document document,
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
                id(document, found, itsPairs, countries),
                date,
                date.precision(),
                found.hook().kind(),
                found.tag().text(),
                found.what().line(),
                itsPairs,
                Neighbours.topics(around, topics),
                found.hook().confidence(),
                List.of(found.tag().span(), clause),
                found.moved() == null ? null : found.moved().move(),
                zone(document, found.tag()));
    }

    /** Of the time that is told with the date, else of the dateline. */
    private @Nullable ZoneId zone(Document document, DateTag tag) {
        ZoneId told = DueDate.zone(tag);
        return told == null ? calendar.zoneOf(document) : told;
    }

    private String id(Document document, Found found, List<Pair> pairs, List<CountryTag> countries) {
        BitSet words =
                CountryWords.of(pairs, countries, found.field(), found.clause().tokens());
        Moved moved = found.moved();
        Phrase thing = moved == null ? null : moved.thing();
        return moved == null || thing == null
                ? key.id(found.what(), pairs, Set.of(), words, document)
                : key.id(thing, pairs, moved.acts(), words, document);
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
