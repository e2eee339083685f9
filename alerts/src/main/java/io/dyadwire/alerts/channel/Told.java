package io.dyadwire.alerts.channel;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.rule.DeskId;
import java.time.Instant;

/** What a channel carries. */
public sealed interface Told {
    /** The same on every attempt and on every channel, so that a receiver can recognise a repeat. */
    String id();

    DeskId desk();

    Instant at();

    /**
     * An alert.
     *
     * @param test true when it is a sample, sent to try the channel
     */
    record OfAlert(Alert alert, boolean test) implements Told {
        @Override
        public String id() {
            return alert.id().value();
        }

        @Override
        public DeskId desk() {
            return alert.desk();
        }

        @Override
        public Instant at() {
            return alert.at();
        }
    }

    /**
     * That another channel of the desk has been given up.
     *
     * @param undelivered how many alerts it was to deliver then
     */
    record OfChannel(ChannelStatus status, int undelivered) implements Told {
        @Override
        public String id() {
            return status.desk() + "-" + status.channel() + "-off-"
                    + status.at().getEpochSecond();
        }

        @Override
        public DeskId desk() {
            return status.desk();
        }

        @Override
        public Instant at() {
            return status.at();
        }
    }
}
