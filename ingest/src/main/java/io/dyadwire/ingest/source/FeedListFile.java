package io.dyadwire.ingest.source;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.ingest.opml.FeedList;
import io.dyadwire.ingest.opml.OpmlException;
import io.dyadwire.ingest.opml.OpmlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of feeds, an OPML file that somebody may edit while we run. A list with a mistake in it changes nothing. */
public final class FeedListFile {
    private static final Logger LOG = LoggerFactory.getLogger(FeedListFile.class);

    private record Look(@Nullable FileTime changedAt, long size) {}

    private final Path file;
    private Look last;
    private Look taken;

    /** A file whose present state is known already. */
    public FeedListFile(Path file) {
        this.file = file;
        this.taken = look();
        this.last = taken;
    }

    /**
     * The feeds, once the file has changed and was then left alone between two looks: editors do not write in one go.
     */
    public Optional<List<FeedSource>> changed() {
        Look now = look();
        boolean settled = now.equals(last);
        last = now;
        if (!settled || now.equals(taken)) {
            return Optional.empty();
        }
        taken = now;
        return read();
    }

    private Optional<List<FeedSource>> read() {
        try {
            FeedList list = OpmlFile.read(file);
            list.warnings().forEach(warning -> LOG.atWarn().log(warning));
            if (list.feeds().isEmpty()) {
                LOG.atError().addKeyValue("file", file).log("The list names no feed: the feeds stay as they were");
                return Optional.empty();
            }
            LOG.atInfo()
                    .addKeyValue("file", file)
                    .addKeyValue("feeds", list.feeds().size())
                    .log("The list of feeds changed");
            return Optional.of(list.feeds());
        } catch (OpmlException e) {
            e.problems().forEach(problem -> LOG.atError().log("The feeds stay as they were: {}", problem));
            return Optional.empty();
        }
    }

    private Look look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            // Reading it will say what is wrong, should it stay like this.
            return new Look(null, -1);
        }
    }
}
