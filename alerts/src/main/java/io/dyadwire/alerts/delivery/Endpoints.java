package io.dyadwire.alerts.delivery;

import io.dyadwire.alerts.channel.ChannelConfig;
import io.dyadwire.alerts.channel.Markup;
import io.dyadwire.alerts.channel.Sender;
import io.dyadwire.alerts.channel.Wording;
import io.dyadwire.alerts.channel.alertmanager.AlertmanagerFormat;
import io.dyadwire.alerts.channel.discord.DiscordFormat;
import io.dyadwire.alerts.channel.file.FileSender;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.http.HttpSender;
import io.dyadwire.alerts.channel.mail.MailSender;
import io.dyadwire.alerts.channel.mail.MailServer;
import io.dyadwire.alerts.channel.mattermost.MattermostFormat;
import io.dyadwire.alerts.channel.ntfy.NtfyFormat;
import io.dyadwire.alerts.channel.slack.SlackFormat;
import io.dyadwire.alerts.channel.teams.TeamsFormat;
import io.dyadwire.alerts.channel.webhook.WebhookFormat;
import io.dyadwire.alerts.channel.webhook.WebhookSecret;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.outbound.OutboundClient;
import io.dyadwire.outbound.OutboundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the desks' channels ready to send: reads their secrets and templates, and judges their addresses. */
public final class Endpoints {
    private static final int MAX_LINE_BYTES = 4 * 1024;

    private final OutboundClient client;
    private final @Nullable MailServer mail;
    private final InstantSource clock;

    /** @param mail the server that takes mail; null when none is set up */
    public Endpoints(OutboundClient client, @Nullable MailServer mail, InstantSource clock) {
        this.client = client;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * This channel of this desk.
     *
     * @throws IllegalArgumentException when it cannot work as it is set up; the message says which, and what is wrong
     */
    public Endpoint of(Desk desk, ChannelConfig channel) {
        EndpointId id = new EndpointId(desk.id(), channel.name());
        try {
            return new Endpoint(id, sender(desk, channel), channel.kind().parallel(), channel.rate());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "desk " + desk.id() + ": channel " + channel.name() + ": " + e.getMessage(), e);
        }
    }

    private Sender sender(Desk desk, ChannelConfig channel) {
        return switch (channel.kind()) {
            case WEBHOOK ->
                http(channel, new WebhookFormat(WebhookSecret.read(Objects.requireNonNull(channel.secretFile()))));
            case SLACK -> http(channel, new SlackFormat(wording(desk, channel, "slack", Markup.SLACK)));
            case TEAMS -> http(channel, new TeamsFormat(wording(desk, channel, "markdown", Markup.MARKDOWN)));
            case DISCORD -> http(channel, new DiscordFormat(wording(desk, channel, "markdown", Markup.MARKDOWN)));
            case MATTERMOST -> http(channel, new MattermostFormat(wording(desk, channel, "markdown", Markup.MARKDOWN)));
            case NTFY -> {
                NtfyFormat.topic(address(channel));
                yield http(channel, new NtfyFormat(wording(desk, channel, "plain", Markup.PLAIN), token(channel)));
            }
            case ALERTMANAGER -> http(channel, new AlertmanagerFormat(channel.name(), token(channel)));
            case MAIL -> mail(desk, channel);
            case FILE -> file(Objects.requireNonNull(channel.file()));
        };
    }

    private static Wording wording(Desk desk, ChannelConfig channel, String name, Markup markup) {
        return Wording.of(name, channel.template(), markup, desk.zone());
    }

    private Sender http(ChannelConfig channel, HttpFormat format) {
        URI url = address(channel);
        try {
            client.check(url);
        } catch (OutboundException e) {
            throw new IllegalArgumentException("url: " + e.kind().words() + ": " + e.reason(), e);
        }
        return new HttpSender(client, url, format, clock);
    }

    private Sender mail(Desk desk, ChannelConfig channel) {
        if (mail == null) {
            throw new IllegalArgumentException("kind: mail needs a server that takes it: set alerts.mail.host and"
                    + " alerts.mail.from in config/dyadwire.yaml");
        }
        return new MailSender(client, mail, desk.id(), desk.zone(), channel);
    }

    private static URI address(ChannelConfig channel) {
        if (channel.urlFile() == null) {
            return Objects.requireNonNull(channel.url());
        }
        URI url;
        try {
            url = URI.create(line("urlFile", channel.urlFile()));
        } catch (IllegalArgumentException e) {
            // Without the cause: what was read may be a secret.
            throw new IllegalArgumentException("urlFile " + channel.urlFile() + ": must hold one line, an address");
        }
        ChannelConfig.checkAddress(url);
        return url;
    }

    private static @Nullable String token(ChannelConfig channel) {
        return channel.secretFile() == null ? null : line("secretFile", channel.secretFile());
    }

    private static String line(String name, Path file) {
        try {
            String text = Files.size(file) > MAX_LINE_BYTES
                    ? ""
                    : Files.readString(file).strip();
            if (text.isEmpty() || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException(name + " " + file + ": must hold one line of ASCII");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " " + file + ": cannot be read: " + e, e);
        }
    }

    private static Sender file(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!file.equals(Path.of("-")) && (folder == null || !Files.isDirectory(folder))) {
            throw new IllegalArgumentException("file " + file + ": its folder does not exist");
        }
        return new FileSender(file);
    }
}
