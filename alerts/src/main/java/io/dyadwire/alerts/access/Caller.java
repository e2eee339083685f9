package io.dyadwire.alerts.access;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks, and what for.
 *
 * @param name stands beside what is changed
 * @param desks may be asked about; all when empty
 */
public record Caller(String name, Set<Scope> scopes, Set<DeskId> desks) {
    /** A program on this machine, where no tokens are set. */
    public static final Caller LOCAL = new Caller("localhost", EnumSet.of(Scope.ADMIN), Set.of());

    public Caller {
        Check.slug("name", name);
        Check.atMost("name", name, 100);
        scopes = Set.copyOf(Check.notEmpty("scopes", scopes));
        desks = Set.copyOf(desks);
    }

    public boolean may(Scope scope) {
        return scopes.stream().anyMatch(own -> own.covers(scope));
    }

    public boolean knows(DeskId desk) {
        return desks.isEmpty() || desks.contains(desk);
    }
}
