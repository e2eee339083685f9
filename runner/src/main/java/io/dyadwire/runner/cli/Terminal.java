package io.dyadwire.runner.cli;

/** Whether a person looks at what we print. */
public final class Terminal {
    /** Set by the start script, which can tell; Java 21 cannot. */
    private static final String PROPERTY = "dyadwire.terminal";

    private Terminal() {}

    /** True when standard output is a terminal. A file, a pipe, or a NO_COLOR that is not empty get no colours. */
    public static boolean isOne() {
        return Boolean.getBoolean(PROPERTY)
                && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }
}
