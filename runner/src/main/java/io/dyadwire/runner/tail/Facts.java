package io.dyadwire.runner.tail;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.Silence;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an event can be asked for.
 *
 * @param pairs absent where the kind of event has none at all
 * @param topics absent likewise
 * @param desk absent likewise
 */
record Facts(
        @Nullable List<Pair> pairs,
        @Nullable List<String> topics,
        @Nullable DeskId desk) {
    private static final Facts NONE = new Facts(null, null, null);

    static Facts of(Object event) {
        return switch (event) {
            case TaggedArticle tagged ->
                new Facts(
                        tagged.pairs().stream().map(PairTag::pair).toList(),
                        tagged.topics().stream().map(TopicTag::topic).toList(),
                        null);
            case PairMention mention -> new Facts(List.of(mention.pair()), mention.topics(), null);
            case PairActivity activity -> new Facts(List.of(activity.pair()), null, null);
            case Deadline deadline -> new Facts(deadline.pairs(), deadline.topics(), null);
            case Alert alert -> new Facts(alert.pairs(), alert.topics(), alert.desk());
            case Rule rule -> new Facts(rule.pairs(), rule.topics(), rule.desk());
            case Silence silence -> new Facts(null, null, silence.desk());
            case Delivery delivery -> new Facts(null, null, delivery.desk());
            case ChannelStatus status -> new Facts(null, null, status.desk());
            default -> NONE;
        };
    }
}
