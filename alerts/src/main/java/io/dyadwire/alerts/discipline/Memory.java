package io.dyadwire.alerts.discipline;

import io.dyadwire.contract.alert.AlertId;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of the desks. What is put is read again; what is dated is forgotten by itself. */
public interface Memory {
    @Nullable
    Group group(String key);

    void put(Group group);

    void remove(Group group);

    /** The story that an article with this story or text key was counted to. */
    @Nullable
    String story(DeskId desk, String key);

    void putStory(DeskId desk, String key, String story, Instant at);

    /** The newest alert that told the desk by this rule of this article or story. */
    @Nullable
    AlertId told(DeskId desk, RuleId rule, String subject);

    void putTold(DeskId desk, RuleId rule, String subject, AlertId alert, Instant at);

    /** When the source of an inhibition with these values in common was last seen. */
    @Nullable
    Instant fired(DeskId desk, String key);

    void putFired(DeskId desk, String key, Instant at);

    @Nullable
    Meter meter(DeskId desk, RuleId rule);

    void put(DeskId desk, RuleId rule, Meter meter);

    Ratings ratings(DeskId desk, RuleId rule);

    void put(DeskId desk, RuleId rule, Ratings ratings);
}
