package io.dyadwire.alerts.rules;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All desks and all rules, as they stand in the file; every rule's desk is one of them. Immutable. */
public final class RuleBook {
    private final Map<DeskId, Desk> desks = new LinkedHashMap<>();
    private final Map<RuleId, Rule> rules = new LinkedHashMap<>();
    private final Set<String> topics;

    /**
     * Puts them together; their rules may name any topic.
     *
     * @throws IllegalArgumentException when an id is there twice, or a rule names a desk that is not there
     */
    public RuleBook(Collection<Desk> desks, Collection<Rule> rules) {
        this(desks, rules, Set.of());
    }

    /**
     * Puts them together.
     *
     * @param topics the slugs that rules of these desks may name; empty when any will do
     * @throws IllegalArgumentException when an id is there twice, or a rule names a desk that is not there
     */
    public RuleBook(Collection<Desk> desks, Collection<Rule> rules, Set<String> topics) {
        this.topics = Set.copyOf(topics);
        for (Desk desk : desks) {
            Check.that(this.desks.put(desk.id(), desk) == null, "desk " + desk.id() + " is there twice");
        }
        for (Rule rule : rules) {
            Check.that(this.rules.put(rule.id(), rule) == null, "rule " + rule.id() + " is there twice");
            Check.that(this.desks.containsKey(rule.desk()), "rule " + rule.id() + ": no desk " + rule.desk());
        }
    }

    public List<Desk> desks() {
        return List.copyOf(desks.values());
    }

    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** The slugs that rules of these desks may name; empty when any will do. */
    public Set<String> topics() {
        return topics;
    }

    /** The same desks without any rule. */
    public RuleBook withoutRules() {
        return new RuleBook(desks.values(), List.of(), topics);
    }

    /**
     * The desk of this id.
     *
     * @throws IllegalArgumentException when there is no such desk
     */
    public Desk desk(DeskId id) {
        return Check.present("desk " + id, desks.get(id));
    }

    /** The desk of this id; null when there is none. */
    public @Nullable Desk find(DeskId id) {
        return desks.get(id);
    }

    public @Nullable Rule rule(RuleId id) {
        return rules.get(id);
    }
}
