package io.dyadwire.runner.service;

import io.dyadwire.contract.Check;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A part that works until it is closed.
 *
 * @param start returns once it works or goes on starting by itself; throws when it cannot
 * @param close ends it cleanly, within seconds; called once, also after a failed start of a later service
 * @param problems why it is not ready, in words; empty when it is
 * @param alive false once it has stopped for good by itself: the process should then end and be started anew
 */
public record Service(
        String name, Runnable start, Runnable close, Supplier<List<String>> problems, BooleanSupplier alive) {
    public Service {
        Check.text("name", name);
    }

    /** Something without a state of its own to ask for, such as a server that listens. */
    public static Service of(String name, Runnable start, Runnable close) {
        return new Service(name, start, close, List::of, () -> true);
    }
}
