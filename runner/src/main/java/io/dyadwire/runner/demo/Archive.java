package io.dyadwire.runner.demo;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that the newsroom ever publishes, and what of it is out at a moment. */
final class Archive {
    private static final List<String> FILES =
            List.of("pacific-wire", "hanseong-ledger", "kanto-courier", "meridian-post", "harbour-evening");
    private static final ObjectReader READER =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build().readerFor(Publication.class);

    private final List<Publication> publications;

    private Archive(List<Publication> publications) {
        this.publications = List.copyOf(publications);
    }

    /** The stories that come with the program. */
    static Archive bundled() {
        List<Publication> all = new ArrayList<>();
        for (String name : FILES) {
            try (InputStream file = Archive.class.getResourceAsStream(name + ".yaml")) {
                all.add(READER.readValue(file));
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled newsroom's " + name + ".yaml cannot be read", e);
            }
        }
        return new Archive(all);
    }

    List<Publication> publications() {
        return publications;
    }

    Optional<Publication> publication(String id) {
        return publications.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** What a feed lists at this time, the newest first. */
    List<Item> items(Publication publication, Instant now, URI site) {
        return publication.stories().stream()
                .filter(story -> !story.published().isAfter(now))
                .sorted(Comparator.comparing(Story::published).reversed())
                .map(story -> item(publication, story, site))
                .toList();
    }

    /** The article at this path, once it is out. */
    Optional<Story> story(String publication, String slug, Instant now) {
        return publication(publication).stream()
                .flatMap(one -> one.stories().stream())
                .filter(story -> slug.equals(story.slug()) && !story.published().isAfter(now))
                .findFirst();
    }

    private Item item(Publication publication, Story story, URI site) {
        if (story.carries() != null) {
            String[] origin = story.carries().split("/", 2);
            Publication other = publication(origin[0]).orElseThrow();
            Story original = story(origin[0], origin[1], Instant.MAX).orElseThrow();
            return item(publication, other, original, story.published(), site);
        }
        return item(publication, publication, story, story.published(), site);
    }

    private static Item item(Publication carrier, Publication origin, Story story, Instant published, URI site) {
        List<String> paragraphs = story.paragraphs();
        return new Item(
                site.resolve("/" + origin.id() + "/" + story.slug() + ".html"),
                story.title(),
                published,
                story.authors(),
                story.categories(),
                carrier.text() == Publication.Text.FULL ? paragraphs : paragraphs.subList(0, 1));
    }
}
