package io.dyadwire.runner.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings: defaults, over them the file, over it {@code DYADWIRE_*} and {@code KAFKA_*} of the environment.
 * What is not known is refused, with the line, the path, the keys that are known there and the one that may be meant.
 */
public final class ConfigFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A key with nothing after it is a key left out.
            .withCoercionConfig(
                    LogicalType.POJO,
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .build();

    private ConfigFile() {}

    /**
     * The settings.
     *
     * @param file absent means defaults and environment only
     * @throws ConfigException when something in it cannot be used
     */
    public static DyadwireConfig read(@Nullable Path file, Map<String, String> environment) {
        String yaml = file == null ? "" : text(file);
        DyadwireConfig config = bind(file, yaml);
        Map<String, String> variables = SettingsEnvironment.variables(environment);
        if (!variables.isEmpty()) {
            config = override(yaml, variables);
        }
        return config.with(config.kafka().with(KafkaEnvironment.properties(environment)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(file + ": " + ConfigException.why(e), e);
        }
    }

    private static DyadwireConfig bind(@Nullable Path file, String yaml) {
        try {
            DyadwireConfig config = MAPPER.readValue(yaml, DyadwireConfig.class);
            return config == null ? DyadwireConfig.DEFAULTS : config;
        } catch (MismatchedInputException e) {
            // A file that holds nothing but comments.
            if (e.getPath().isEmpty() && e.getMessage().contains("end-of-input")) {
                return DyadwireConfig.DEFAULTS;
            }
            throw refused(file, yaml, e);
        } catch (JsonProcessingException e) {
            throw refused(file, yaml, e);
        }
    }

    /** One variable at a time, so that a mistake is laid at its door. */
    private static DyadwireConfig override(String yaml, Map<String, String> variables) {
        try {
            JsonNode tree = MAPPER.readTree(yaml);
            ObjectNode settings = tree instanceof ObjectNode object ? object : MAPPER.createObjectNode();
            DyadwireConfig config = DyadwireConfig.DEFAULTS;
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                SettingsEnvironment.put(settings, variable.getKey(), variable.getValue());
                try {
                    config = MAPPER.treeToValue(settings, DyadwireConfig.class);
                } catch (JsonMappingException e) {
                    throw new ConfigException(variable.getKey() + ": " + reason(e), e);
                }
            }
            return config;
        } catch (JsonProcessingException e) {
            throw new ConfigException("the settings cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static ConfigException refused(@Nullable Path file, String yaml, JsonProcessingException e) {
        int line =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? line(yaml, pointer(mapping))
                        : e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return new ConfigException(file + (line < 1 ? "" : ":" + line) + ": " + reason(e), e);
    }

    /** The line that this key is on; the exception itself knows only how far the file had been read. */
    private static int line(String yaml, JsonPointer key) {
        try (JsonParser parser = MAPPER.createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.getParsingContext().pathAsPointer().equals(key)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException e) {
            // The file was read once already, so this cannot be; without a line the message still names the path.
        }
        return 0;
    }

    private static JsonPointer pointer(JsonMappingException e) {
        return JsonPointer.valueOf(e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining()));
    }

    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case InvalidFormatException format ->
                path(format) + ": '" + format.getValue() + "' is not " + kind(format.getTargetType());
            case JsonMappingException mapping
            when mapping.getCause() instanceof IllegalArgumentException rule -> parent(mapping) + rule.getMessage();
            case MismatchedInputException shape
            when shape.getTargetType() != null -> path(shape) + ": must be " + kind(shape.getTargetType());
            default -> e.getOriginalMessage();
        };
    }

    private static String unknown(UnrecognizedPropertyException e) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        String guess = NearMiss.of(e.getPropertyName(), known)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
        return path(e) + ": is not known (known here: " + String.join(", ", known) + ")" + guess;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    /** The path of the group whose constructor refused; the rule's message goes on with the field. */
    private static String parent(JsonMappingException e) {
        String path = path(e);
        return path.isEmpty() ? "" : path + ".";
    }

    private static String kind(Class<?> type) {
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "a duration such as PT30S or PT15M";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "a group of settings"
                : "a " + type.getSimpleName();
    }
}
