package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.json.JsonSerde;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Tagged articles to what their desks may be told: each rule that matches, and whether an earlier version of the article
 * matched it, so that an edit is not news; a correction also goes to the rules that only an earlier version matched.
 *
 * <p>Store {@value #STORE}: article id, with the record time of a version that matched something, to the ids of the rules
 * matched so far, joined by blanks. An entry goes when the newest record time is {@code memory} ahead of it; so its size is the number of articles that matched something in that time.
 */
final class ArticleAlerts implements ProcessorSupplier<byte[], byte[], String, Outcome> {
    static final String STORE = "matched-articles";

    private final ArticleProposals proposals;
    private final Duration memory;
    private final AlertCounters counters;
    private final CommitTiming commits;

    ArticleAlerts(LiveRules live, Duration memory, AlertCounters counters, CommitTiming commits) {
        this.proposals = new ArticleProposals(live, memory);
        this.memory = memory;
        this.counters = counters;
        this.commits = commits;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(DatedStore.builder(STORE));
    }

    @Override
    public Processor<byte[], byte[], String, Outcome> get() {
        return new Matching();
    }

    private final class Matching implements Processor<byte[], byte[], String, Outcome> {
        private final JsonSerde<TaggedArticle> json = Topics.TAGGED.valueSerde();
        private ProcessorContext<String, Outcome> context;
        private DatedStore matched;
        private Guard guard;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.matched = new DatedStore(context.getStateStore(STORE), "", memory);
            this.guard = new Guard("match-rules", context, counters, commits);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            counters.read(Topics.TAGGED.name());
            matched.forget(Instant.ofEpochMilli(Math.max(0, context.currentStreamTimeMs())));
            guard.run(record, value -> match(json.read(Check.present("value", value)), record.timestamp()));
        }

        private Plan match(TaggedArticle tagged, long at) {
            String article = tagged.article().id().value();
            Instant when = Instant.ofEpochMilli(at);
            Instant newest = Instant.ofEpochMilli(Math.max(0, context.currentStreamTimeMs()));
            ArticleProposals.Proposal proposal = proposals.of(tagged, when, newest, () -> matchedBefore(article));
            if (proposal.candidates().isEmpty()) {
                return new Plan(
                        proposal.decided().stream().map(Outcome.Decided::new).toList(), () -> {});
            }
            String rules = String.join(" ", proposal.matched());
            return Plan.proposing(proposal.candidates(), () -> matched.put(article, rules, when));
        }

        /** By any version that is remembered, earlier or later. */
        private Set<String> matchedBefore(String article) {
            String ids = matched.get(article);
            return ids == null ? new TreeSet<>() : new TreeSet<>(List.of(ids.split(" ")));
        }
    }
}
