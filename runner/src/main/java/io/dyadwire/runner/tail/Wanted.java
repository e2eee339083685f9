package io.dyadwire.runner.tail;

import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import org.jspecify.annotations.Nullable;

/** Which events are asked for: all that is given must hold. */
record Wanted(
        @Nullable Pair pair,
        @Nullable String topic,
        @Nullable DeskId desk) {
    boolean matches(Object event) {
        if (pair == null && topic == null && desk == null) {
            return true;
        }
        Facts facts = Facts.of(event);
        return (pair == null || (facts.pairs() != null && facts.pairs().contains(pair)))
                && (topic == null || (facts.topics() != null && facts.topics().contains(topic)))
                && (desk == null || desk.equals(facts.desk()));
    }
}
