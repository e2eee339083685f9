package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The deliveries that a running service follows. */
final class OpenDeliveries implements Deliveries {
    private static final long WITHIN_S = 10;

    private final DeliveryBook book;
    private final DeliveryLog log;
    private final CompletableFuture<Void> complete;

    /** @param complete done when the book is whole */
    OpenDeliveries(DeliveryBook book, DeliveryLog log, CompletableFuture<Void> complete) {
        this.book = book;
        this.log = log;
        this.complete = complete;
    }

    @Override
    public boolean isComplete() {
        return complete.isDone();
    }

    @Override
    public List<Delivery> newest() {
        return book.newest();
    }

    @Override
    public @Nullable ChannelStatus status(EndpointId id) {
        return book.status(id);
    }

    @Override
    public int waiting(EndpointId id) {
        return book.waiting(id).size();
    }

    @Override
    public void ask(ChannelStatus status, Collection<Delivery> again) throws InterruptedException {
        List<CompletableFuture<Void>> written = new ArrayList<>(List.of(log.write(status)));
        again.forEach(delivery -> written.add(log.write(delivery, () -> {})));
        try {
            CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).get(WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("the brokers did not take it in time", e);
        }
    }
}
