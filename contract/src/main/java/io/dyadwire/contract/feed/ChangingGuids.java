package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.time.Instant;

/**
 * A feed whose items come under other guids than before, though their addresses stay.
 *
 * @param since the first answer in which most of the items known were so, UTC
 * @param answers that were so in a row; one alone may be a move to another system
 */
public record ChangingGuids(Instant since, int answers) {
    public ChangingGuids {
        Check.present("since", since);
        Check.atLeast("answers", answers, 1);
    }

    /** Whether guids of this feed mean nothing. */
    public boolean proved() {
        return answers >= 2;
    }
}
