package io.dyadwire.runner.rules;

import picocli.CommandLine.Option;

/** Who changes rules and silences; a picocli mixin. */
final class ByOption {
    @Option(names = "--by", paramLabel = "NAME", description = "Who; the name you are logged in by when left out.")
    private String by = System.getProperty("user.name", "somebody");

    String name() {
        return by;
    }
}
