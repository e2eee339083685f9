package io.dyadwire.processor.deadline;

import static java.util.Objects.requireNonNull;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineMove;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.processor.deadline.DeadlineTracker.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A deadline told by statements; hours are counted from noon of 2019-08-14, UTC. */
final class Telling {
    private static final Instant NOON = Instant.parse("2019-08-14T12:00:00Z");

    private @Nullable DeadlineFile file;

    DeadlineFile file() {
        return requireNonNull(file);
    }

    Step step(Said said) {
        Step step = DeadlineTracker.follow(file, said);
        file = step.file();
        return step;
    }

    /** The deadline where this changes it, else null. */
    @Nullable
    Deadline change(Said said) {
        Step step = step(said);
        return step.seen() ? step.now() : null;
    }

    Deadline says(int hours, String publisher, String date) {
        return requireNonNull(change(said(hours, publisher, date)));
    }

    Deadline says(int hours, String publisher, String date, String agency) {
        return requireNonNull(change(said(hours, publisher, date, null, null, agency, DeadlineKind.DEADLINE)));
    }

    Deadline moves(int hours, String publisher, String date, MoveKind kind, @Nullable String from) {
        return requireNonNull(change(moved(hours, publisher, date, kind, from)));
    }

    Deadline turns(int hours, String publisher, String turn, @Nullable String date) {
        return requireNonNull(change(turned(hours, publisher, turn, date)));
    }

    void pass(String now) {
        file = requireNonNull(DeadlineTracker.pass(file(), Instant.parse(now), ZoneOffset.UTC))
                .file();
    }

    static Said said(int hours, String publisher, String date) {
        return said(hours, publisher, date, null, null, null, DeadlineKind.DEADLINE);
    }

    static Said event(int hours, String publisher, String date) {
        return said(hours, publisher, date, null, null, null, DeadlineKind.EVENT);
    }

    static Said moved(int hours, String publisher, String date, MoveKind kind, @Nullable String from) {
        DeadlineMove move = new DeadlineMove(kind, from == null ? null : new PartialDate(from));
        return said(hours, publisher, date, null, move, null, DeadlineKind.DEADLINE);
    }

    static Said turned(int hours, String publisher, String turn, @Nullable String date) {
        DeadlineTurn became = DeadlineTurn.valueOf(turn.toUpperCase(Locale.ROOT));
        return said(hours, publisher, date, became, null, null, null);
    }

    static Said oldNews(int hours, String publisher, String date) {
        Said said = said(hours, publisher, date);
        DeadlineStatement s = said.statement();
        return with(
                said,
                new DeadlineStatement(s.at(), s.date(), s.articleId(), s.title(), null, publisher, s.quote(), true));
    }

    /** The same, published at another hour than it was fetched. */
    static Said published(Said said, int hours) {
        DeadlineStatement s = said.statement();
        return with(
                said,
                new DeadlineStatement(
                        s.at(),
                        s.date(),
                        s.articleId(),
                        s.title(),
                        s.url(),
                        s.publisher(),
                        s.quote(),
                        s.backfill(),
                        s.turn(),
                        NOON.plus(Duration.ofHours(hours)),
                        s.move(),
                        s.agency()));
    }

    /** The same, its day counted there. */
    static Said in(ZoneId zone, Said said) {
        return new Said(said.id(), said.what(), said.kind(), said.pairs(), said.topics(), said.statement(), zone);
    }

    private static Said with(Said said, DeadlineStatement statement) {
        return new Said(said.id(), said.what(), said.kind(), said.pairs(), said.topics(), statement, said.zone());
    }

    private static Said said(
            int hours,
            String publisher,
            @Nullable String date,
            @Nullable DeadlineTurn turn,
            @Nullable DeadlineMove move,
            @Nullable String agency,
            @Nullable DeadlineKind kind) {
        Instant at = NOON.plus(Duration.ofHours(hours));
        String words = turn == null ? date : turn.name().toLowerCase(Locale.ROOT);
        return new Said(
                "id",
                "decision on the pact",
                kind,
                List.of(Pair.of("JPN", "KOR")),
                List.of("intelligence-sharing"),
                new DeadlineStatement(
                        at,
                        date == null ? null : new PartialDate(date),
                        ArticleId.of(publisher, at.toString()),
                        publisher + " title",
                        null,
                        publisher,
                        publisher + ": " + words,
                        null,
                        turn,
                        at,
                        move,
                        agency),
                null);
    }
}
