package io.dyadwire.alerts.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.topic.CloudEvent;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;

/**
 * A message as a CloudEvent in JSON, with {@code timestamp}, which Standard Webhooks looks for, as an extension.
 *
 * @param test there and true for a sample that was sent to try the channel
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventBody(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        Instant timestamp,
        String datacontenttype,
        Boolean test,
        Object data) {
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    public static EventBody of(Told told) {
        return switch (told) {
            case Told.OfAlert(Alert alert, boolean test) ->
                of(told, Topics.ALERTS.event().apply(alert), test ? true : null, alert);
            case Told.OfChannel(ChannelStatus status, int undelivered) ->
                of(told, Topics.CHANNELS.event().apply(status), null, status);
        };
    }

    private static EventBody of(Told told, CloudEvent event, Boolean test, Object data) {
        return new EventBody(
                "1.0",
                told.id(),
                event.source(),
                event.type(),
                event.subject(),
                told.at(),
                told.at(),
                "application/json",
                test,
                data);
    }
}
