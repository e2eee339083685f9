package io.dyadwire.alerts.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rules file that somebody may edit while we run. Not thread-safe. */
public final class DeskFile {
    private final Path path;
    private final Supplier<Set<String>> topics;
    private Look last;
    private Look taken;

    private record Look(@Nullable FileTime changedAt, long size) {}

    /** @param topics gives the slugs that its rules may name, at each reading; none when any will do */
    public DeskFile(Path path, Supplier<Set<String>> topics) {
        this.path = path;
        this.topics = topics;
        this.taken = look();
        this.last = taken;
    }

    /**
     * What stands in it now.
     *
     * @throws RulesException when it cannot be read or is wrong, with every mistake
     */
    public RuleBook read() throws RulesException {
        // Before reading: what is written meanwhile is seen as a change.
        taken = look();
        last = taken;
        return RulesFile.read(path, topics.get());
    }

    /** Whether it has changed and was then left alone between two looks: editors do not write in one go. */
    public boolean changed() {
        Look now = look();
        boolean settled = now.equals(last);
        last = now;
        return settled && !now.equals(taken);
    }

    private Look look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Look(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            // Reading it will say what is wrong, should it stay like this.
            return new Look(null, -1);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
