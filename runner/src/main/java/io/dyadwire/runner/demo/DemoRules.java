package io.dyadwire.runner.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the desks of the demo ask for, in the format of {@code config/rules.yaml}. */
public final class DemoRules {
    /** For messages. */
    public static final String NAME = "the demo's rules.yaml";

    private DemoRules() {}

    /** The file, YAML. */
    public static String yaml() {
        try (InputStream file = DemoRules.class.getResourceAsStream("rules.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " cannot be read", e);
        }
    }
}
