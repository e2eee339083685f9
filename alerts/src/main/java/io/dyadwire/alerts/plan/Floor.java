package io.dyadwire.alerts.plan;

import io.dyadwire.contract.Check;

/**
 * Below this a rule's alerts wait for the digest.
 *
 * @param precision share of the rated alerts that were useful, 0 to 1
 * @param rated how many must be rated before it counts
 */
public record Floor(double precision, int rated) {
    public Floor {
        Check.share("precision", precision);
        Check.atLeast("rated", rated, 1);
    }
}
