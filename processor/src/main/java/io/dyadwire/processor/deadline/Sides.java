package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.PartialDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who gives the date that is believed, and who gives another. One statement a publisher on either side. */
final class Sides {
    /** Two dates that others give within this time are a conflict; later the newer word counts. */
    private static final Duration CLOSE = Duration.ofDays(3);

    private final Voices voices;
    private final List<DeadlineStatement> supporters = new ArrayList<>();
    private final List<DeadlineStatement> disputing = new ArrayList<>();
    private Instant supportedAt = Instant.MIN;

    Sides(Voices voices) {
        this.voices = voices;
    }

    void support(DeadlineStatement word) {
        leave(word);
        if (supporters.stream().noneMatch(said -> voices.samePublisher(said, word))) {
            supporters.add(word);
        }
        supportedAt = word.saidAt();
    }

    /** Whether more voices now give this other date than the one that is believed. */
    boolean dispute(DeadlineStatement word) {
        leave(word);
        disputing.add(word);
        return voices.count(giving(word.date())) > voices.count(supporters);
    }

    /** From now on the date of this statement is believed; whoever gave it before supports it. */
    void turnTo(DeadlineStatement word) {
        leave(word);
        List<DeadlineStatement> alike = giving(word.date());
        supporters.clear();
        disputing.clear();
        supporters.addAll(alike);
        support(word);
    }

    void settle() {
        disputing.clear();
    }

    boolean isConfirmed() {
        return voices.areSeveral(supporters);
    }

    /** Whether it is told by a voice that gave the date which is believed. */
    boolean isOwnWord(DeadlineStatement word) {
        return supporters.stream().anyMatch(said -> voices.areOne(said, word));
    }

    /** Whether the date that is believed was given shortly before. */
    boolean isClose(DeadlineStatement word) {
        return Duration.between(supportedAt, word.saidAt()).compareTo(CLOSE) <= 0;
    }

    List<DeadlineStatement> supporters() {
        return supporters;
    }

    List<DeadlineStatement> disputing() {
        return disputing;
    }

    private List<DeadlineStatement> giving(PartialDate day) {
        return disputing.stream().filter(said -> day.equals(said.date())).toList();
    }

    private void leave(DeadlineStatement word) {
        disputing.removeIf(said -> voices.samePublisher(said, word));
    }
}
