package io.dyadwire.runner.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Single settings from the environment: {@code DYADWIRE_OPS_HOST} sets {@code ops.host}. The name is the path in the
 * file in capitals, with {@code _} between the steps and none within ({@code DYADWIRE_KAFKA_BOOTSTRAPSERVERS}).
 */
final class SettingsEnvironment {
    private static final String PREFIX = "DYADWIRE_";

    /** Read by the start script, and by us elsewhere. */
    private static final Set<String> NOT_OURS = Set.of("DYADWIRE_JAVA_OPTS");

    private SettingsEnvironment() {}

    /** The variables that set something, by name. */
    static Map<String, String> variables(Map<String, String> environment) {
        Map<String, String> ours = new TreeMap<>(environment);
        ours.keySet().removeIf(name -> !name.startsWith(PREFIX) || NOT_OURS.contains(name));
        return ours;
    }

    /** Puts the value of one variable where its name says. */
    static void put(ObjectNode settings, String variable, String value) {
        List<String> steps = Arrays.asList(variable.substring(PREFIX.length()).split("_", -1));
        ObjectNode node = settings;
        Class<?> type = DyadwireConfig.class;
        for (int i = 0; i < steps.size(); i++) {
            RecordComponent component = component(variable, type, steps.get(i));
            boolean last = i == steps.size() - 1;
            if (last != !component.getType().isRecord()) {
                throw new ConfigException(variable + ": '" + component.getName() + "' "
                        + (last ? "is a group of settings: name one of them" : "has no settings below it"));
            }
            if (last) {
                node.put(component.getName(), value);
            } else {
                node = node.withObject("/" + component.getName());
                type = component.getType();
            }
        }
    }

    private static RecordComponent component(String variable, Class<?> type, String step) {
        RecordComponent[] components = type.getRecordComponents();
        return Arrays.stream(components)
                .filter(component ->
                        component.getName().toUpperCase(Locale.ROOT).equals(step))
                .findFirst()
                .orElseThrow(() -> new ConfigException(variable + ": sets nothing; known at '" + step + "': "
                        + String.join(
                                ", ",
                                Arrays.stream(components)
                                        .map(component -> component.getName().toUpperCase(Locale.ROOT))
                                        .sorted()
                                        .toList())));
    }
}
