package io.dyadwire.processor.topic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A desk's own topics, in files that somebody may edit while we run. Not thread-safe. */
public final class OwnTopics {
    private final Path path;
    private List<Look> last = List.of();
    private List<Look> taken = List.of();

    private record Look(Path file, @Nullable FileTime changedAt, long size) {}

    /** @param path a file or a folder, as {@link TopicBook#read} has it */
    public OwnTopics(Path path) {
        this.path = path;
    }

    /**
     * The topics as the files have them now.
     *
     * @throws TopicsException when they cannot be used, with every mistake
     */
    public TopicBook read() throws TopicsException {
        // Before reading: what is written meanwhile is seen as a change.
        taken = look();
        last = taken;
        return TopicBook.read(path);
    }

    /** Whether the files have changed and were then left alone between two looks: editors do not write in one go. */
    public boolean changed() {
        List<Look> now = look();
        boolean settled = now.equals(last);
        last = now;
        return settled && !now.equals(taken);
    }

    private List<Look> look() {
        List<Look> looks = new ArrayList<>();
        try {
            TopicBook.files(path).forEach(file -> looks.add(look(file)));
        } catch (TopicsException e) {
            // Reading them will say what is wrong, should it stay like this.
            looks.add(new Look(path, null, -1));
        }
        return looks;
    }

    private static Look look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(file, attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return new Look(file, null, -1);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
