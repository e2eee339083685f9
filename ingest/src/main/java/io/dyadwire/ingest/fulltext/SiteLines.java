package io.dyadwire.ingest.fulltext;

import io.dyadwire.ingest.page.Page;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands on page after page of a site is no news: short lines that several other pages of the same host had are
 * taken out of a text. Kept in memory only, bounded: so many hosts, so many lines each, the oldest forgotten first.
 */
final class SiteLines {
    private static final int HOSTS = 500;
    private static final int LINES = 1_000;
    private static final int OTHER_PAGES = 3;

    /** Stories of one site share whole paragraphs of background, which are theirs. */
    private static final int SHORT = 160;

    private final Map<String, Map<Integer, Set<Integer>>> hosts = bounded(HOSTS);

    synchronized Page withoutRepeated(Page page, URI url) {
        Map<Integer, Set<Integer>> pagesOfLine =
                hosts.computeIfAbsent(HttpUri.host(url).orElse(""), host -> bounded(LINES));
        int here = url.toString().hashCode();
        String text = page.text()
                .lines()
                .filter(line -> line.length() > SHORT || isNew(pagesOfLine, line, here))
                .collect(Collectors.joining("\n"));
        return page.withText(text);
    }

    private static boolean isNew(Map<Integer, Set<Integer>> pagesOfLine, String line, int here) {
        Set<Integer> pages = pagesOfLine.computeIfAbsent(line.hashCode(), hash -> new LinkedHashSet<>(4));
        boolean onOthers = pages.stream().filter(page -> page != here).count() >= OTHER_PAGES;
        if (pages.size() <= OTHER_PAGES) {
            pages.add(here);
        }
        return !onOthers;
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
