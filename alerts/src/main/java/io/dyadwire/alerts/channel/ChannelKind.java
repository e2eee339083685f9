package io.dyadwire.alerts.channel;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a channel speaks. */
public enum ChannelKind {
    /** Standard Webhooks 1.0.0 with a CloudEvents body. */
    WEBHOOK(Receiver.ADDRESS, 0, 4),
    SLACK(Receiver.ADDRESS, 60, 1),
    TEAMS(Receiver.ADDRESS, 60, 1),
    DISCORD(Receiver.ADDRESS, 30, 1),
    MATTERMOST(Receiver.ADDRESS, 60, 1),
    NTFY(Receiver.ADDRESS, 60, 1),
    /** The body that Alertmanager posts to its webhooks, version 4. */
    ALERTMANAGER(Receiver.ADDRESS, 0, 4),
    MAIL(Receiver.PEOPLE, 30, 1),
    /** JSON lines, appended to a file or to standard output. */
    FILE(Receiver.FILE, 0, 1);

    /** Who is at the other end. */
    enum Receiver {
        ADDRESS,
        PEOPLE,
        FILE
    }

    private final Receiver receiver;
    private final int perMinute;
    private final int parallel;

    ChannelKind(Receiver receiver, int perMinute, int parallel) {
        this.receiver = receiver;
        this.perMinute = perMinute;
        this.parallel = parallel;
    }

    /** As it stands in a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ChannelKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of channel"));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ChannelKind::word).toList();
    }

    /** How much is sent where the file does not say; null for as much as there is. */
    public @Nullable Rate rate() {
        return perMinute == 0 ? null : new Rate(perMinute, Duration.ofMinutes(1));
    }

    /** How many messages may be under way at once. */
    public int parallel() {
        return parallel;
    }

    /** Whether it posts to an address. */
    public boolean hasAddress() {
        return receiver == Receiver.ADDRESS;
    }

    /** Whether it writes to mail addresses. */
    public boolean hasPeople() {
        return receiver == Receiver.PEOPLE;
    }
}
