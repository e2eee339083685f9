package io.dyadwire.alerts.live;

import io.dyadwire.alerts.match.RuleMatcher;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.rule.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules, silences and desks as they stand now; any thread may change them or ask. A change counts for every article that
 * is matched after it; an article that is being matched meets a rule as it was or as it is, never neither.
 *
 * <p>Desks stand in the rules file beside the instance. A rule of another desk raises nothing here; it is kept apart, so that
 * it can be told, and counts once its desk is there.
 */
public final class LiveRules {
    /** How long a silence is kept when it is over: records that come late are still under it. */
    static final Duration SILENCE_KEPT = Duration.ofHours(1);

    /** How long the deadline that a desk had set is kept when it was removed: calendars show for as long that it is off. */
    static final Duration OWN_KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private volatile RuleBook desks;
    private final InstantSource clock;
    private final RuleMatcher matcher;
    private final ConcurrentMap<String, Rule> rules = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, Rule> ofNoDesk = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, Silence> silences = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RemovedRule> removedOwn = new ConcurrentSkipListMap<>();
    private final AtomicLong changesOnDeadlines = new AtomicLong();
    private final AtomicLong changesOfOwn = new AtomicLong();

    /**
     * No rules yet.
     *
     * @param book whose desks are known here
     * @param clock tells which silences are over
     */
    public LiveRules(RuleBook book, InstantSource clock) {
        this.desks = book.withoutRules();
        this.clock = clock;
        this.matcher = new RuleMatcher(desks);
    }

    /** The rules of a book, which nothing changes unless {@link #put} does. */
    public static LiveRules of(RuleBook book, InstantSource clock) {
        LiveRules live = new LiveRules(book, clock);
        book.rules().forEach(live::put);
        return live;
    }

    /** The desks that are known here, as they stand now; without rules. */
    public RuleBook desks() {
        return desks;
    }

    /** Where the days of this desk begin and end; UTC where it has just gone. */
    public ZoneId zone(DeskId id) {
        Desk desk = desks.find(id);
        return desk == null ? ZoneOffset.UTC : desk.zone();
    }

    /** The desks of this book from now on, with the rules that are theirs; the rules of desks that are gone raise nothing. */
    public synchronized void take(RuleBook book) {
        RuleBook next = book.withoutRules();
        // Before their desk goes, and after it has come: whoever has a rule finds its desk.
        List.copyOf(rules.values()).stream()
                .filter(rule -> next.find(rule.desk()) == null)
                .forEach(this::setAside);
        desks = next;
        List.copyOf(ofNoDesk.values()).stream()
                .filter(rule -> next.find(rule.desk()) != null)
                .forEach(this::putRule);
        // Their days may begin at another hour.
        changesOnDeadlines.incrementAndGet();
        changesOfOwn.incrementAndGet();
    }

    /** Matches with the rules as they stand at each call. */
    public RuleMatcher matcher() {
        return matcher;
    }

    public @Nullable Rule rule(RuleId id) {
        return rules.get(id.value());
    }

    /** All that count, in the order of their ids. */
    public Collection<Rule> rules() {
        return Collections.unmodifiableCollection(rules.values());
    }

    /** Rules of desks that are not known here, which raise nothing. */
    public Collection<Rule> ofNoDesk() {
        return Collections.unmodifiableCollection(ofNoDesk.values());
    }

    /** The silences that are on, that will be, and that ended less than an hour ago. */
    public Collection<Silence> silences() {
        Instant now = clock.instant();
        silences.values()
                .removeIf(silence -> !silence.until().plus(SILENCE_KEPT).isAfter(now));
        return Collections.unmodifiableCollection(silences.values());
    }

    /**
     * The rules by which a desk had set a deadline itself and that were removed in the last 30 days, or set none since. Nothing
     * on the topic says what a rule was that is gone: only those are known whose end this instance has read.
     */
    public Collection<RemovedRule> removedOwn() {
        Instant now = clock.instant();
        removedOwn.values().removeIf(removed -> !removed.at().plus(OWN_KEPT).isAfter(now));
        return Collections.unmodifiableCollection(removedOwn.values());
    }

    /** Goes up when a rule on deadlines is put or removed; the change itself is there before. */
    public long changesOnDeadlines() {
        return changesOnDeadlines.get();
    }

    /** Goes up when a rule by which a desk sets a deadline itself is put or removed; the change itself is there before. */
    public long changesOfOwn() {
        return changesOfOwn.get();
    }

    /** Everything that is known here, by the keys of the records; a copy. */
    public Map<String, RuleRecord> records() {
        Map<String, RuleRecord> records = new HashMap<>();
        List<RuleRecord> all = new ArrayList<>(rules.values());
        all.addAll(ofNoDesk.values());
        all.addAll(silences.values());
        all.forEach(record -> records.put(record.key(), record));
        return records;
    }

    /**
     * A rule or silence as it stands from now on.
     *
     * @throws IllegalArgumentException when a rule's keywords are not well-formed; all stays as it was then
     */
    public synchronized void put(RuleRecord record) {
        switch (record) {
            case Rule rule -> putRule(rule);
            case Silence silence -> silences.put(silence.key(), silence);
        }
    }

    /** The same of a key that is removed now. */
    public void remove(String key) {
        remove(key, clock.instant());
    }

    /** What has this key on the topic is no longer there since then. */
    public synchronized void remove(String key, Instant at) {
        silences.remove(key);
        if (key.startsWith(Rule.KEY)) {
            String id = key.substring(Rule.KEY.length());
            ofNoDesk.remove(id);
            Rule gone = rules.remove(id);
            if (gone != null) {
                matcher.remove(gone.id());
                count(gone, null);
                rememberOwn(gone, at);
            }
        }
    }

    private void putRule(Rule rule) {
        String id = rule.id().value();
        if (desks.find(rule.desk()) == null) {
            setAside(rule);
            return;
        }
        matcher.put(rule);
        ofNoDesk.remove(id);
        Rule before = rules.put(id, rule);
        count(rule, before);
        if (isOwn(rule)) {
            removedOwn.remove(id);
        } else if (before != null) {
            rememberOwn(before, rule.changedAt() == null ? clock.instant() : rule.changedAt());
        }
    }

    private void setAside(Rule rule) {
        remove(rule.key());
        ofNoDesk.put(rule.id().value(), rule);
        LOG.atWarn()
                .addKeyValue("ruleId", rule.id())
                .addKeyValue("desk", rule.desk())
                .log("a rule of a desk that is not in the rules file here, ignored");
    }

    private void rememberOwn(Rule gone, Instant at) {
        if (isOwn(gone)) {
            removedOwn(); // those of long ago leave
            removedOwn.put(gone.id().value(), new RemovedRule(gone, at));
        }
    }

    private void count(Rule one, @Nullable Rule other) {
        if (isOnDeadlines(one) || isOnDeadlines(other)) {
            changesOnDeadlines.incrementAndGet();
        }
        if (isOwn(one) || isOwn(other)) {
            changesOfOwn.incrementAndGet();
        }
    }

    private static boolean isOnDeadlines(@Nullable Rule rule) {
        return rule != null && rule.matchesArticles() && rule.alertOn().contains(AlertOn.DEADLINES);
    }

    private static boolean isOwn(@Nullable Rule rule) {
        return rule != null && rule.due() != null;
    }
}
