package io.dyadwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one run, gone afterwards. */
public record TempFolder(Path path) implements AutoCloseable {
    /** A new one. */
    public static TempFolder make() throws IOException {
        return new TempFolder(Files.createTempDirectory("dyadwire-bench"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(path)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
