package io.dyadwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.dyadwire.contract.feed.FeedHints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** A feed in XML: the text's tree, put right where it must be, and ROME's view of it. */
final class XmlFeed {
    private final Element root;
    private final URI base;
    private final @Nullable FeedHints hints;
    private final HubLinks hubs;
    private final Problems problems;

    private XmlFeed(Element root, URI base, Problems problems) {
        this.root = root;
        this.hints = HintReader.take(root);
        this.hubs = HubLinks.in(root, base);
        this.base = base;
        this.problems = problems;
    }

    static ParsedFeed read(String text, URI base) throws UnreadableFeedException {
        Problems problems = new Problems();
        XmlTree tree = XmlTree.of(text, problems);
        Element root = FeedRepair.root(tree.root()).orElse(null);
        if (root == null) {
            throw Received.noFeed(tree.root(), tree.damage(), text, base);
        }
        if (tree.damage() != null) {
            problems.add("it is not well-formed XML and was pieced together: " + tree.damage());
        }
        ParsedFeed feed = new XmlFeed(FeedRepair.repair(root), base, problems).read();
        if (feed.items().isEmpty() && !feed.complete()) {
            throw new UnreadableFeedException("it is cut off before its first item ends");
        }
        return feed;
    }

    private ParsedFeed read() throws UnreadableFeedException {
        try {
            return new RomeFeed(rome(root), root, base, hints, hubs, problems).toParsedFeed();
        } catch (FeedException | RuntimeException e) {
            return itemByItem(e);
        }
    }

    /** One item that ROME chokes on must not cost the others. */
    private ParsedFeed itemByItem(Exception cause) throws UnreadableFeedException {
        List<Element> items = List.copyOf(FeedTree.items(root));
        List<Element> parents = items.stream().map(Element::getParentElement).toList();
        items.forEach(Element::detach);
        ParsedFeed empty = readAlone(root, cause);
        List<ParsedItem> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            parents.get(i).addContent(items.get(i));
            try {
                read.addAll(readAlone(root, cause).items());
            } catch (UnreadableFeedException e) {
                problems.add("an item cannot be read and was left out: " + e.getMessage());
            }
            items.get(i).detach();
        }
        return new ParsedFeed(
                empty.format(),
                empty.title(),
                empty.link(),
                empty.language(),
                read,
                hints,
                hubs,
                problems.list(),
                !problems.isCutOff());
    }

    private ParsedFeed readAlone(Element feed, Exception cause) throws UnreadableFeedException {
        try {
            return new RomeFeed(rome(feed), feed, base, hints, hubs, problems).toParsedFeed();
        } catch (FeedException | RuntimeException e) {
            throw new UnreadableFeedException("the feed cannot be read: " + cause.getMessage(), cause);
        }
    }

    private static SyndFeed rome(Element root) throws FeedException {
        Document document = root.getDocument();
        boolean whole = document != null && document.getRootElement().equals(root);
        Document alone = whole ? document : new Document(root.clone());
        return new SyndFeedImpl(new WireFeedInput(false, Locale.US).build(alone), false);
    }
}
