package io.dyadwire.alerts.http;

import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What is written to one client that follows a desk: an event for each alert, in the form of server-sent events, and a
 * comment when there is nothing for a while. A client that does not take what comes is cut off when what waits for it is
 * full; nobody waits for it.
 */
final class EventStream implements AlertView.Follower {
    /** Alerts that may wait for one client. */
    static final int MOST_WAITING = 256;

    private static final byte[] BEAT = utf8(": \n\n");
    private static final byte[] END = utf8("\n\n");

    private final Flow.Wire wire;
    private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean cut;

    EventStream(Flow.Wire wire) {
        this.wire = wire;
    }

    @Override
    public void tell(Told told) {
        if (!cut && !waiting.offer(told)) {
            cut();
        }
    }

    /** Ends it from another thread. */
    void cut() {
        cut = true;
        wire.cut().run();
    }

    /** @param place the id of an event that a client gives back to go on behind it */
    void begin(long place) throws IOException {
        write(utf8("retry: 3000\nid: " + place + "\n\n"));
        wire.out().flush();
    }

    /** Says that what stood between two places is no longer kept anywhere. */
    void gap(long from, long to) throws IOException {
        write(utf8("id: " + (to - 1) + "\nevent: gap\ndata: {\"from\":" + from + ",\"to\":" + (to - 1) + "}\n\n"));
    }

    void write(Iterable<Told> alerts) throws IOException {
        for (Told told : alerts) {
            write(told);
        }
        wire.out().flush();
    }

    /** Writes what comes until the client is gone, cut off, or no longer somebody who may have it. */
    void follow(Duration beat) throws IOException, InterruptedException {
        while (!cut) {
            Told told = waiting.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
            if (!wire.allowed().getAsBoolean()) {
                return;
            }
            if (told == null) {
                write(BEAT);
            }
            while (told != null) {
                write(told);
                told = waiting.poll();
            }
            wire.out().flush();
        }
    }

    private void write(Told told) throws IOException {
        write(utf8("id: " + told.moment().offset() + "\nevent: alert\ndata: "));
        write(told.whole().bytes());
        write(END);
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream out = wire.out();
        out.write(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
