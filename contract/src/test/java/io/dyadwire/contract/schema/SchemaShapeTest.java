package io.dyadwire.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas say of every property what the records say: its name, whether it may be absent, its kind, its choices. */
class SchemaShapeTest {
    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldDescribeExactlyWhatTheRecordHolds(Topic<?> topic) {
        Place root = new Place(Schemas.fileOf(topic.type()), Schemas.tree(Schemas.fileOf(topic.type())), "");
        JsonSubTypes kinds = topic.type().getAnnotation(JsonSubTypes.class);
        if (kinds == null) {
            compareRecord(topic.type(), root);
            return;
        }
        assertThat(root.schema().path("oneOf")).hasSize(kinds.value().length);
        for (int i = 0; i < kinds.value().length; i++) {
            Place kind = root.at(root.schema().path("oneOf").path(i), "kind " + i);
            assertThat(kind.property("kind").schema().path("const").asText()).isEqualTo(kinds.value()[i].name());
            compareRecord(kinds.value()[i].value(), kind, "kind");
        }
    }

    private static void compareRecord(Class<?> record, Place place, String... always) {
        Set<String> names = new TreeSet<>(List.of(always));
        Set<String> present = new TreeSet<>(List.of(always));
        for (RecordComponent component : record.getRecordComponents()) {
            if (isUnwrapped(component)) {
                JsonNode base = place.schema().path("allOf").path(0);
                compareRecord(component.getType(), place.at(base, "allOf"));
                continue;
            }
            names.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isLeftOutWhenEmpty(component)) {
                present.add(component.getName());
            }
            compareProperty(component.getGenericType(), place.property(component.getName()));
        }
        assertThat(place.names("properties")).as("properties of %s", place).isEqualTo(names);
        assertThat(place.names("required")).as("required of %s", place).isEqualTo(present);
    }

    private static void compareProperty(Type type, Place place) {
        assertThat(place.description()).as("description of %s", place).isNotBlank();
        switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> {
                place.assertType("array");
                compareEntry(
                        list.getActualTypeArguments()[0],
                        place.at(place.schema().path("items"), "[]"));
            }
            case ParameterizedType map
            when map.getRawType() == Map.class -> {
                place.assertType("object");
                compareEntry(
                        map.getActualTypeArguments()[1], place.at(place.schema().path("additionalProperties"), "{}"));
            }
            case Class<?> one -> compareEntry(one, place);
            default -> throw new AssertionError(type + " at " + place);
        }
    }

    private static void compareEntry(Type type, Place place) {
        Class<?> one = (Class<?>) type;
        if (one.isEnum()) {
            assertThat(place.names("enum")).as("choices of %s", place).isEqualTo(choices(one));
        } else if (one.isRecord() && !isText(one)) {
            place.assertType("object");
            compareRecord(one, place);
        } else if (Set.of(boolean.class, Boolean.class).contains(one)) {
            place.assertType("boolean");
        } else if (Set.of(int.class, long.class, Integer.class, Long.class).contains(one)) {
            place.assertType("integer");
        } else if (Set.of(double.class, Double.class).contains(one)) {
            place.assertType("number");
        } else {
            place.assertType("string");
        }
    }

    private static Set<String> choices(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(Json.mapper().valueToTree(constant).asText());
        }
        return names;
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    /** Added later, so that records of old have none. */
    private static boolean isLeftOutWhenEmpty(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonInclude.class);
    }

    private static boolean isText(Class<?> record) {
        return Arrays.stream(record.getDeclaredMethods()).anyMatch(SchemaShapeTest::isValue);
    }

    private static boolean isValue(Method method) {
        return method.isAnnotationPresent(JsonValue.class);
    }

    /** A schema within a file, with all {@code $ref}s followed; {@code claimed} is the description beside the first. */
    private record Place(String file, JsonNode schema, String path, String claimed) {
        Place(String file, JsonNode schema, String path) {
            this(file, schema, path, "");
        }

        Place property(String name) {
            JsonNode property = schema.path("properties").path(name);
            assertThat(property.isObject()).as("%s.%s", this, name).isTrue();
            return at(property, name);
        }

        Place at(JsonNode part, String step) {
            String told = part.path("description").asText();
            String in = file;
            JsonNode found = part;
            while (found.has("$ref")) {
                String[] reference = found.path("$ref").asText().split("#", -1);
                in = reference[0].isEmpty() ? in : reference[0];
                JsonNode document = Schemas.tree(in);
                found = reference.length == 1 ? document : document.at(reference[1]);
                assertThat(found.isObject()).as("%s of %s", part, this).isTrue();
            }
            return new Place(in, found, path + "/" + step, told);
        }

        String description() {
            return claimed.isBlank() ? schema.path("description").asText() : claimed;
        }

        Set<String> names(String keyword) {
            Set<String> names = new TreeSet<>();
            JsonNode value = schema.path(keyword);
            if (value.isObject()) {
                value.fieldNames().forEachRemaining(names::add);
            } else {
                value.forEach(entry -> names.add(entry.asText()));
            }
            return names;
        }

        void assertType(String type) {
            assertThat(schema.path("type").asText()).as("type of %s", this).isEqualTo(type);
        }

        @Override
        public String toString() {
            return file + path;
        }
    }
}
