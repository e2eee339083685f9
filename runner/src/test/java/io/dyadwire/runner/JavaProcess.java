package io.dyadwire.runner;

import io.dyadwire.runner.config.ConfigOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of ours in a process of its own, in which it can be told to end, end by itself, or be killed. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * Starts it, with {@code home} as the project's folder and a folder for temporary files below it.
     *
     * @param log takes all that it says, after what is there
     */
    public static Process start(Path home, Path log, Class<?> main, String... arguments) throws IOException {
        Path tmp = Files.createDirectories(home.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + tmp,
                "-D" + ConfigOptions.HOME + "=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
