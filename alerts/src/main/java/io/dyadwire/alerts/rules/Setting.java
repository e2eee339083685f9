package io.dyadwire.alerts.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of the file and where it stands. Every reading that fails adds a problem that names the place and gives
 * nothing, so that the reader can go on to the next.
 */
final class Setting {
    private static final Pattern FIELD = Pattern.compile("^[A-Za-z.]+: ");

    private final String path;
    private final JsonNode node;
    private final Problems problems;

    Setting(String path, JsonNode node, Problems problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    boolean absent() {
        return node.isMissingNode() || node.isNull();
    }

    boolean emptyList() {
        return node.isArray() && node.isEmpty();
    }

    /** Whether this is a table; tells of every key that is not known. */
    boolean hasOnly(Collection<String> known) {
        if (!node.isObject()) {
            problem("must be a table of " + String.join(", ", known));
            return false;
        }
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!known.contains(key)) {
                at(key).problem("is not known here" + Nearest.hint(key, known));
            }
        }
        return true;
    }

    Setting at(String key) {
        String below = path.isEmpty() ? key : path + "." + key;
        return new Setting(below, node.isObject() ? node.path(key) : MissingNode.getInstance(), problems);
    }

    /** The entries of this list; none when it is absent or no list. */
    List<Setting> entries() {
        List<Setting> entries = new ArrayList<>();
        if (!absent() && !node.isArray()) {
            problem("must be a list, such as [" + (node.isValueNode() ? node.asText() : "…") + "]");
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            entries.add(new Setting(path + "[" + i + "]", node.get(i), problems));
        }
        return entries;
    }

    /** The entries of this list, each read by this reader, none twice. Null when the list is absent. */
    <T> @Nullable List<T> list(Function<String, T> reader) {
        if (absent()) {
            return null;
        }
        List<T> values = new ArrayList<>();
        for (Setting entry : entries()) {
            T value = entry.required(reader);
            if (value != null && values.contains(value)) {
                entry.problem("'" + entry.node.asText() + "' is there twice");
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    <T> @Nullable T required(Function<String, T> reader) {
        if (absent()) {
            problem("is missing");
            return null;
        }
        return optional(reader);
    }

    <T> @Nullable T optional(Function<String, T> reader) {
        if (absent()) {
            return null;
        }
        if (!node.isTextual()) {
            problem(node.isValueNode() ? "must be text: put '" + node.asText() + "' in quotes" : "must be text");
            return null;
        }
        if (node.asText().isBlank()) {
            problem("must not be empty");
            return null;
        }
        try {
            return reader.apply(node.asText());
        } catch (IllegalArgumentException | DateTimeException e) {
            problem(FIELD.matcher(Objects.requireNonNullElse(e.getMessage(), "is wrong"))
                    .replaceFirst(""));
            return null;
        }
    }

    /** The same for a number, or true or false, as it stands. */
    <T> @Nullable T scalar(Function<String, T> reader) {
        boolean scalar = node.isNumber() || node.isBoolean();
        return scalar
                ? new Setting(path, TextNode.valueOf(node.asText()), problems).optional(reader)
                : optional(reader);
    }

    boolean isTable() {
        return node.isObject();
    }

    boolean isText() {
        return node.isTextual();
    }

    /** The keys of this table; none when it is absent or no table. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (!absent() && !node.isObject()) {
            problem("must be a table");
        }
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    int problemsSoFar() {
        return problems.count();
    }

    void problem(String problem) {
        problems.add(path, problem);
    }
}
