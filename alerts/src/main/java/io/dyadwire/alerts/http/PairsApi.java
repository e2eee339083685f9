package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.view.PairView;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much is written about each pair. */
final class PairsApi {
    static final String PAIRS = Endpoint.V1 + "/pairs";
    static final String PAIR = PAIRS + "/{pair}";

    private final PairView view;

    PairsApi(PairView view) {
        this.view = view;
    }

    /** Each as on {@code news.pair-activity}. */
    record Pairs(List<PairActivity> pairs, @Nullable String next) {}

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(PAIRS, Scope.ALERTS_READ, Page.PARAMETERS, this::list),
                Endpoint.get(PAIR, Scope.ALERTS_READ, Set.of(), this::show));
    }

    private Reply list(Request request) {
        String after = Cursor.read(request.parameters());
        Stream<PairActivity> found = complete().all().stream()
                .dropWhile(activity -> after != null && !activity.pair().value().equals(after))
                .skip(after == null ? 0 : 1);
        Page<PairActivity> page =
                Page.of(found, request.parameters(), activity -> activity.pair().value());
        return Reply.json(new Pairs(page.items(), page.next()));
    }

    private Reply show(Request request) {
        Pair pair = request.step("pair", Pair::new);
        return complete().all().stream()
                .filter(activity -> activity.pair().equals(pair))
                .findFirst()
                .map(Reply::json)
                .orElseThrow(() -> RefusedException.notFound("nothing is known to be written about " + pair));
    }

    private PairView complete() {
        if (!view.isComplete()) {
            throw RefusedException.notYet("the pairs are still being read");
        }
        return view;
    }
}
