package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.alert.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message that a channel has to deliver.
 *
 * @param offset where the alert stands on its desk's topic; less than 0 for word of another channel, which stands nowhere
 * @param told null when it is to be read again
 * @param attempts made so far
 * @param notBefore when it may be tried
 * @param written whether the brokers have been told that it waits, so that a restart finds it without reading the alert again
 */
record Item(AlertId id, long offset, @Nullable Told told, int attempts, Instant notBefore, boolean written) {
    static Item of(Alert alert, long offset) {
        return new Item(alert.id(), offset, new Told.OfAlert(alert, false), 0, Instant.MIN, false);
    }

    /** What waits since before this start. */
    static Item of(Delivery delivery, long offset) {
        Instant next = delivery.nextAt() == null ? Instant.MIN : delivery.nextAt();
        return new Item(delivery.alertId(), offset, null, delivery.attempts(), next, true);
    }

    static Item of(Told.OfChannel word, long place) {
        return new Item(AlertId.of(word.id()), place, word, 0, Instant.MIN, true);
    }

    boolean isWord() {
        return offset < 0;
    }

    /** After one more attempt. */
    Item tried() {
        return new Item(id, offset, told, attempts + 1, notBefore, written);
    }

    /** To be tried no sooner; the alert is read again then, so that what waits long needs little memory. */
    Item waiting(Instant when) {
        return new Item(id, offset, isWord() ? told : null, attempts, when, true);
    }
}
