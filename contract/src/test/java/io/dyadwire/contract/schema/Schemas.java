package io.dyadwire.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.dyadwire.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The schemas as they lie in the jar, found by their own addresses and without a network. */
final class Schemas {
    static final String ADDRESS = "https://dyadwire.io/schema/v1/";
    private static final String FOLDER = "/io/dyadwire/contract/schema/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemas(
                            address -> address.startsWith(ADDRESS) ? text(address.substring(ADDRESS.length())) : null));

    /** {@code TaggedArticle} is described by {@code tagged-article.schema.json}. */
    static String fileOf(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".schema.json";
    }

    /** What this schema has against this JSON. */
    List<Error> errors(Class<?> event, String json) {
        Schema schema = registry.getSchema(SchemaLocation.of(ADDRESS + fileOf(event)));
        return schema.validate(json, InputFormat.JSON);
    }

    /** What the standard has against this schema. */
    List<Error> errors(String file) {
        String standard = SpecificationVersion.DRAFT_2020_12.getDialectId();
        return registry.getSchema(SchemaLocation.of(standard)).validate(text(file), InputFormat.JSON);
    }

    static JsonNode tree(String file) {
        try {
            return Json.mapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String text(String file) {
        try (InputStream in = Schemas.class.getResourceAsStream(FOLDER + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
