package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import io.dyadwire.ingest.page.PageExtractor;
import io.dyadwire.runner.cli.Logs;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;

/**
 * Our reading of pages (text, title, date, author, language) against readability4j alone (text), on the same pages in one
 * thread, in turns. Prints pages a second of thread CPU time, the share of the articles' paragraphs that each finds,
 * and the median of the ratios.
 *
 * <p>Arguments: pages a round (default 300), rounds (default 7). The first three rounds only warm up.
 */
public final class PagesRatio {
    private static final URI ADDRESS = URI.create("https://bench.example/news/1");
    private static final int WARM_UP = 3;

    private interface Reader {
        String text(String html);
    }

    private record Round(double rate, double found) {}

    private final List<Article> articles;
    private final List<String> pages = new ArrayList<>();

    private PagesRatio(int count) {
        this.articles = BenchArticles.make(count, 42);
        for (int i = 0; i < count; i++) {
            pages.add(BenchPages.html(articles.get(i), i));
        }
    }

    /** Runs it. */
    public static void main(String[] args) {
        // It writes whole pages into its debug log, which is not what is measured.
        Logs.forTool(false);
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        new PagesRatio(count).run(rounds);
    }

    private void run(int rounds) {
        var extractor = new PageExtractor();
        List<Double> ratios = new ArrayList<>();
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            Round theirs = round(PagesRatio::readability);
            Round ours = round(html -> extractor
                    .extract(html.getBytes(StandardCharsets.UTF_8), ADDRESS, "text/html; charset=utf-8")
                    .text());
            print(String.format(
                    Locale.ROOT,
                    "%s readability4j %,6.0f/s, %.1f %% found   dyadwire %,6.0f/s, %.1f %% found   ratio %.2f%n",
                    round < 1 ? "warm-up " : "round " + round + " ",
                    theirs.rate,
                    100 * theirs.found,
                    ours.rate,
                    100 * ours.found,
                    ours.rate / theirs.rate));
            if (round > 0) {
                ratios.add(ours.rate / theirs.rate);
            }
        }
        ratios.sort(null);
        print(String.format(Locale.ROOT, "median ratio %.2f%n", ratios.get(ratios.size() / 2)));
    }

    private static String readability(String html) {
        String text = new Readability4JExtended(ADDRESS.toString(), Jsoup.parse(html, ADDRESS.toString()))
                .parse()
                .getTextContent();
        return text == null ? "" : text;
    }

    private Round round(Reader reader) {
        List<String> texts = new ArrayList<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        for (String page : pages) {
            texts.add(reader.text(page));
        }
        double seconds = (threads.getCurrentThreadCpuTime() - started) / 1e9;
        return new Round(pages.size() / seconds, found(texts));
    }

    private double found(List<String> texts) {
        int all = 0;
        int found = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (String paragraph : BenchPages.paragraphs(articles.get(i).text())) {
                all++;
                found += texts.get(i).contains(paragraph.strip()) ? 1 : 0;
            }
        }
        return found / (double) all;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
