package io.dyadwire.alerts.channel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of a message: a logic-less template (Mustache) over {@link View}. What it puts in is escaped before it comes
 * to the template, so that no template can let text of others through.
 */
public final class Wording {
    private static final int MAX_FILE_BYTES = 64 * 1024;

    private final Template template;
    private final Markup markup;
    private final ZoneId zone;

    private Wording(Template template, Markup markup, ZoneId zone) {
        this.template = template;
        this.markup = markup;
        this.zone = zone;
    }

    /**
     * The built-in words of this name, or those of the desk.
     *
     * @param name of the built-in template, such as {@code slack}
     * @param own the desk's file; null for the built-in one
     * @param zone of the times it tells
     * @throws IllegalArgumentException when the desk's file cannot be read or is no template; the message says what is wrong
     */
    public static Wording of(String name, @Nullable Path own, Markup markup, ZoneId zone) {
        Wording wording = new Wording(own == null ? builtIn(name) : compiled(own), markup, zone);
        if (own != null) {
            try {
                wording.of(Sample.alert(), Integer.MAX_VALUE);
            } catch (MustacheException e) {
                throw new IllegalArgumentException("template " + own + ": " + e.getMessage(), e);
            }
        }
        return wording;
    }

    /** The message, at most so many characters; what is longer ends in an ellipsis. */
    public String of(Told told, int longest) {
        String text = template.execute(View.of(told, markup, zone)).strip();
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static Template builtIn(String name) {
        try (InputStream file = Wording.class.getResourceAsStream(name + ".mustache")) {
            return compiled(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name, e);
        }
    }

    private static Template compiled(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IllegalArgumentException(
                        "template " + file + ": is longer than " + MAX_FILE_BYTES + " bytes");
            }
            return compiled(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("template " + file + ": cannot be read: " + e, e);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("template " + file + ": " + e.getMessage(), e);
        }
    }

    private static Template compiled(String text) {
        return Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).compile(text);
    }
}
