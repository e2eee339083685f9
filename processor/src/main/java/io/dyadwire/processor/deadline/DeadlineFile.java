package io.dyadwire.processor.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.PartialDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one deadline: what was said, in order, and what does not follow from it.
 *
 * @param said at least one and at most {@link Remembered#MOST}; all of it while there is no more
 * @param firstSeen fetch time of the first article, UTC
 * @param lastSeen fetch time of the last article, UTC
 * @param passed the date whose end came without an outcome; absent while none has
 * @param revision of the record that was written last
 */
public record DeadlineFile(
        List<Said> said,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable PartialDate passed,
        int revision) {
    public DeadlineFile {
        said = Check.some("said", said);
        Check.present("firstSeen", firstSeen);
        Check.present("lastSeen", lastSeen);
    }

    static DeadlineFile of(Said said) {
        Instant at = said.statement().at();
        return new DeadlineFile(List.of(said), at, at, null, 0);
    }

    @JsonIgnore
    public String id() {
        return said.getFirst().id();
    }

    /** With one statement more, put where it belongs; the same when it is there already. */
    DeadlineFile with(Said more) {
        if (said.contains(more)) {
            return this;
        }
        List<Said> all = new ArrayList<>(said);
        all.add(more);
        all.sort(Said.ORDER);
        Instant at = more.statement().at();
        return new DeadlineFile(
                Remembered.of(all),
                firstSeen.isBefore(at) ? firstSeen : at,
                lastSeen.isAfter(at) ? lastSeen : at,
                passed,
                revision);
    }

    DeadlineFile passedOn(PartialDate date) {
        return new DeadlineFile(said, firstSeen, lastSeen, date, revision);
    }

    DeadlineFile revised() {
        return new DeadlineFile(said, firstSeen, lastSeen, passed, revision + 1);
    }
}
