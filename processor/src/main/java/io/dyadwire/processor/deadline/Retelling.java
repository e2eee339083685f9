package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears once more, in order, what was said of a deadline; the table is in {@link DeadlineTracker}. */
final class Retelling {
    /** For so long after it was called off, others may not have heard of that. */
    private static final Duration UNAWARE = Duration.ofHours(12);

    private static final Duration OF_LATE = Duration.ofDays(14);

    /** The first to begin a day are so far ahead of UTC. */
    private static final Duration EARLIEST_DAY = Duration.ofHours(14);

    private final Voices voices;
    private final Said first;
    private PartialDate date;
    private DeadlineState state;
    private @Nullable MoveKind lastMove;
    private @Nullable PartialDate previous;
    private @Nullable DeadlineStatement turned;
    private final Sides sides;

    /** Other dates of an article that gave the present one: the second day of talks. */
    private final Set<PartialDate> alsoGiven = new HashSet<>();

    /** Dates of which an article said that they were given up. */
    private final Set<PartialDate> givenUp = new HashSet<>();

    private Retelling(Voices voices, Said first, PartialDate date, DeadlineState state) {
        this.voices = voices;
        this.first = first;
        this.date = date;
        this.state = state;
        this.sides = new Sides(voices);
    }

    /** Where a deadline stands once all this was said; null while nobody gave a date. */
    static @Nullable Standing of(List<Said> inOrder, Voices voices) {
        Retelling story = null;
        for (int from = 0, to; from < inOrder.size(); from = to) {
            to = from + 1;
            while (to < inOrder.size() && inOrder.get(to).inSameArticle(inOrder.get(from))) {
                to++;
            }
            List<Said> article = inOrder.subList(from, to);
            if (story == null) {
                story = begin(article, voices);
            } else {
                story.hear(article);
            }
        }
        return story == null ? null : story.standing();
    }

    private Standing standing() {
        return new Standing(first, date, state, lastMove, previous, sides.supporters(), sides.disputing());
    }

    private static @Nullable Retelling begin(List<Said> article, Voices voices) {
        for (Said said : article) {
            PartialDate day = said.statement().date();
            DeadlineState state = first(said.statement().turn());
            if (day == null || state == null) {
                continue;
            }
            Retelling story = new Retelling(voices, said, day, state);
            if (state == DeadlineState.ANNOUNCED) {
                story.hear(article);
            } else {
                story.turned = said.statement();
            }
            return story;
        }
        return null;
    }

    /** As what it is first heard of; null where that needs a date. */
    private static @Nullable DeadlineState first(@Nullable DeadlineTurn turn) {
        return switch (turn) {
            case null -> DeadlineState.ANNOUNCED;
            case CANCELLED -> DeadlineState.CANCELLED;
            case POSTPONED -> DeadlineState.POSTPONED;
            case MET, DOUBTED, DENIED -> null;
        };
    }

    private void hear(List<Said> article) {
        List<Said> dated =
                article.stream().filter(said -> said.statement().turn() == null).toList();
        if (!dated.isEmpty()) {
            Said lead = lead(dated);
            boolean off = article.stream()
                    .map(Said::statement)
                    .anyMatch(said -> said.turn() != null && first(said.turn()) != null && concerns(said.date()));
            boolean changed = off || lead.statement().move() != null;
            give(lead, changed);
            if (date.equals(lead.statement().date())) {
                dated.stream()
                        .map(Said::statement)
                        .filter(said -> !changed || said.move() != null)
                        .forEach(said -> alsoGiven.add(said.date()));
            }
        }
        for (Said said : article) {
            boolean alone = dated.isEmpty() || date.equals(said.statement().date());
            if (said.statement().turn() != null && alone) {
                turn(said.statement().turn(), said.statement());
            }
        }
    }

    /** Of several dates in one article: where it was moved to, else the one that is believed, else the first day. */
    private Said lead(List<Said> dated) {
        return dated.stream()
                .filter(said -> said.statement().move() != null)
                .findFirst()
                .or(() -> dated.stream()
                        .filter(said -> date.equals(said.statement().date()))
                        .findFirst())
                .orElse(dated.getFirst());
    }

    /** @param changed whether the article says that the date was changed */
    private void give(Said said, boolean changed) {
        DeadlineStatement word = said.statement();
        PartialDate day = word.date();
        boolean same = date.equals(day) || (!changed && alsoGiven.contains(day));
        switch (state) {
            case CANCELLED, POSTPONED -> giveAnew(word, same, changed);
            case MET -> {
                if (Days.isOver(date, word.saidAt()) && Days.isLater(day, date)) {
                    begin(word);
                }
            }
            case ANNOUNCED, CONFIRMED, MOVED, PASSED -> {
                if (same) {
                    support(word);
                } else if (Days.holds(date, day)) {
                    refine(word);
                } else if (!Days.holds(day, date)) {
                    giveAnother(said, changed);
                }
            }
        }
    }

    private void giveAnother(Said said, boolean changed) {
        DeadlineStatement word = said.statement();
        PartialDate day = word.date();
        if (Days.isOver(date, word.saidAt()) && Days.isLater(day, date)) {
            if (first.kind() == DeadlineKind.EVENT && !changed) {
                begin(word);
            } else {
                move(word);
            }
        } else if (changed ? isOldMove(word) : givenUp.contains(day)) {
            return;
        } else if (changed && !isAnotherMove(word)) {
            givenUp.add(date);
            givenUp.remove(day);
            move(word);
        } else if (sides.isOwnWord(word) || !sides.isClose(word) || sides.dispute(word)) {
            move(word);
        }
    }

    /** A move that is behind us: to a date given up since, and not from the present one. */
    private boolean isOldMove(DeadlineStatement word) {
        PartialDate from = word.move() == null ? null : word.move().from();
        return givenUp.contains(word.date()) && (from == null || !concerns(from));
    }

    /** The move that is known, to another date: two accounts of one thing. */
    private boolean isAnotherMove(DeadlineStatement word) {
        PartialDate from = word.move() == null ? null : word.move().from();
        return from != null && !concerns(from) && (from.equals(previous) || givenUp.contains(from));
    }

    private void support(DeadlineStatement word) {
        sides.support(word);
        DeadlineMove move = word.move();
        if (move != null && move.from() != null && !concerns(move.from())) {
            givenUp.add(move.from());
            if (lastMove == null) {
                lastMove = move.kind();
                previous = move.from();
                state = sides.supporters().size() == 1 ? DeadlineState.MOVED : state;
            }
        }
        confirm();
    }

    private void confirm() {
        boolean open = state == DeadlineState.ANNOUNCED || state == DeadlineState.MOVED;
        if (open && sides.isConfirmed()) {
            state = DeadlineState.CONFIRMED;
        }
    }

    /** The day in the month that was known. Nobody else gave that day yet. */
    private void refine(DeadlineStatement word) {
        state = state == DeadlineState.MOVED ? state : DeadlineState.ANNOUNCED;
        take(word);
        confirm();
    }

    private void move(DeadlineStatement word) {
        comeFrom(date, word);
        state = DeadlineState.MOVED;
        take(word);
        confirm();
    }

    private void comeFrom(PartialDate before, DeadlineStatement word) {
        previous = before;
        DeadlineMove move = word.move();
        lastMove = move != null
                ? move.kind()
                : Days.isLater(word.date(), date) ? MoveKind.POSTPONED : MoveKind.BROUGHT_FORWARD;
    }

    private void take(DeadlineStatement word) {
        sides.turnTo(word);
        alsoGiven.clear();
        date = word.date();
    }

    /** What was met or is over is set anew: the next of its kind. */
    private void begin(DeadlineStatement word) {
        state = DeadlineState.ANNOUNCED;
        lastMove = null;
        previous = null;
        turned = null;
        givenUp.clear();
        sides.settle();
        take(word);
    }

    /** After it was called or put off. */
    private void giveAnew(DeadlineStatement word, boolean same, boolean changed) {
        DeadlineStatement off = turned;
        boolean unaware = !changed
                && off != null
                && !voices.areOne(off, word)
                && Duration.between(off.saidAt(), word.saidAt()).compareTo(UNAWARE) < 0;
        boolean vague = Days.holds(word.date(), date);
        if (unaware || vague || givenUp.contains(word.date())) {
            return;
        }
        boolean another = !same && !Days.holds(date, word.date());
        if (another) {
            comeFrom(date, word);
        }
        state = another && state == DeadlineState.POSTPONED ? DeadlineState.MOVED : DeadlineState.ANNOUNCED;
        turned = null;
        take(word);
    }

    private void turn(DeadlineTurn turn, DeadlineStatement word) {
        switch (turn) {
            case CANCELLED -> {
                if (state != DeadlineState.MET && state != DeadlineState.CANCELLED && concerns(word.date())) {
                    end(DeadlineState.CANCELLED, word);
                }
            }
            case POSTPONED -> {
                boolean open = state != DeadlineState.MET && state != DeadlineState.CANCELLED;
                if (open && state != DeadlineState.POSTPONED && concerns(word.date())) {
                    end(DeadlineState.POSTPONED, word);
                }
            }
            case MET -> {
                if (state != DeadlineState.MET && isMetBy(word)) {
                    end(DeadlineState.MET, word);
                }
            }
            case DOUBTED, DENIED -> {}
        }
    }

    private void end(DeadlineState outcome, DeadlineStatement word) {
        state = outcome;
        turned = word;
        sides.settle();
    }

    /**
     * What is set for a day is held on it and not before. What must be done by a day may be done on another, of late: the date
     * that comes with it is then the day on which it was done.
     */
    private boolean isMetBy(DeadlineStatement word) {
        if (first.kind() == DeadlineKind.EVENT) {
            Instant begins =
                    date.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant().minus(EARLIEST_DAY);
            return concerns(word.date()) && !word.saidAt().isBefore(begins);
        }
        return concerns(word.date()) || !Days.isOver(word.date(), word.saidAt().minus(OF_LATE));
    }

    private boolean concerns(@Nullable PartialDate day) {
        return day == null
                || day.equals(date)
                || alsoGiven.contains(day)
                || Days.holds(day, date)
                || Days.holds(date, day);
    }
}
