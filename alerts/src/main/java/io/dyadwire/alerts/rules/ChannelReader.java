package io.dyadwire.alerts.rules;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.ChannelKind;
import io.dyadwire.alerts.channel.Rate;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a desk is reached, from its entry in the file: {@code channels}, or {@code webhook} for a single one. */
final class ChannelReader {
    private static final List<String> WEBHOOK = List.of("url", "secretFile");
    private static final List<String> CHANNEL =
            List.of("name", "kind", "url", "urlFile", "secretFile", "to", "file", "template", "rate");
    private static final int MAX_CHANNELS = 20;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;:\\\\]+@[^\\s@<>\",;:\\\\]+");

    private final Path folder;

    ChannelReader(Path folder) {
        this.folder = folder;
    }

    /** What could be read; to be used only when there were no problems. */
    List<ChannelConfig> read(Setting desk) {
        List<ChannelConfig> channels = new ArrayList<>();
        Setting webhook = desk.at("webhook");
        if (!webhook.absent()) {
            add(webhook(webhook), webhook, channels);
        }
        List<Setting> entries = desk.at("channels").entries();
        if (entries.size() > MAX_CHANNELS) {
            desk.at("channels").problem("has more than " + MAX_CHANNELS + " entries");
        }
        for (Setting entry : entries) {
            add(channel(entry), entry, channels);
        }
        return channels;
    }

    private static void add(@Nullable ChannelConfig channel, Setting entry, List<ChannelConfig> channels) {
        if (channel == null) {
            return;
        }
        if (channels.stream().anyMatch(other -> other.name().equals(channel.name()))) {
            entry.at("name").problem("'" + channel.name() + "' is there twice");
        }
        channels.add(channel);
    }

    private @Nullable ChannelConfig webhook(Setting entry) {
        if (hasSecret(entry) || !entry.hasOnly(WEBHOOK)) {
            return null;
        }
        Path secret = entry.at("secretFile").required(folder::resolve);
        return entry.at("url")
                .required(url -> ChannelConfig.webhook("webhook", URI.create(url), secret == null ? folder : secret));
    }

    private @Nullable ChannelConfig channel(Setting entry) {
        if (hasSecret(entry) || !entry.hasOnly(CHANNEL)) {
            return null;
        }
        int before = entry.problemsSoFar();
        ChannelKind kind = entry.at("kind").required(ChannelReader::kind);
        String name = entry.at("name").optional(text -> text);
        URI url = entry.at("url").optional(URI::create);
        Path urlFile = path(entry.at("urlFile"));
        Path secretFile = path(entry.at("secretFile"));
        List<String> to = entry.at("to").list(ChannelReader::address);
        Path file = entry.at("file").optional(text -> text.equals("-") ? Path.of("-") : folder.resolve(text));
        Path template = path(entry.at("template"));
        Rate rate = entry.at("rate").optional(Rate::parse);
        if (entry.problemsSoFar() > before || kind == null) {
            return null;
        }
        try {
            return new ChannelConfig(
                    Objects.requireNonNullElse(name, kind.word()),
                    kind,
                    url,
                    urlFile,
                    secretFile,
                    to == null ? List.of() : to,
                    file,
                    template,
                    rate == null ? kind.rate() : rate);
        } catch (IllegalArgumentException e) {
            entry.problem(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static boolean hasSecret(Setting entry) {
        if (entry.at("secret").absent()) {
            return false;
        }
        entry.at("secret")
                .problem("secrets do not stand in this file: put it in a file of its own, named here as secretFile");
        return true;
    }

    private @Nullable Path path(Setting entry) {
        return entry.optional(folder::resolve);
    }

    private static ChannelKind kind(String text) {
        try {
            return ChannelKind.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + Nearest.hint(text, ChannelKind.words()), e);
        }
    }

    private static String address(String text) {
        if (!ADDRESS.matcher(text).matches() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + text + "' is not a mail address, such as desk@example.org");
        }
        return text;
    }
}
