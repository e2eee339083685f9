package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The desks and how they are reached, at one time.
 *
 * @param endpoints of desks that have any
 */
record DeskChannels(List<Desk> desks, List<Endpoint> endpoints) {
    DeskChannels {
        desks = List.copyOf(desks);
        endpoints = List.copyOf(endpoints);
    }

    /** The desks that have channels. */
    Set<DeskId> reached() {
        return endpoints.stream().map(Endpoint::desk).collect(Collectors.toSet());
    }

    /** The topics of those. */
    Set<String> topics() {
        return reached().stream().map(desk -> Topics.alertsOf(desk).name()).collect(Collectors.toSet());
    }

    /** The desk whose alerts are there. */
    Desk of(TopicPartition partition) {
        return desks.stream()
                .filter(desk -> Topics.alertsOf(desk.id()).name().equals(partition.topic()))
                .findFirst()
                .orElseThrow();
    }

    List<Endpoint> of(DeskId desk) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.desk().equals(desk))
                .toList();
    }

    void close() {
        endpoints.forEach(endpoint -> endpoint.sender().close());
    }
}
