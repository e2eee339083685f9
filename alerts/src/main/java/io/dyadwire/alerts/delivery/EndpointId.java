package io.dyadwire.alerts.delivery;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.rule.DeskId;

/** Names one channel of one desk. */
public record EndpointId(DeskId desk, String channel) {
    public EndpointId {
        Check.present("desk", desk);
        Check.slug("channel", channel);
    }

    static EndpointId of(Delivery delivery) {
        return new EndpointId(delivery.desk(), delivery.channel());
    }

    static EndpointId of(ChannelStatus status) {
        return new EndpointId(status.desk(), status.channel());
    }

    @Override
    public String toString() {
        return desk + "/" + channel;
    }
}
