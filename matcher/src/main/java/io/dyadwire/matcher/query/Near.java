package io.dyadwire.matcher.query;

/**
 * Two sides of which some places lie at most {@code distance} words apart, counted from the end of one to the start of the
 * other: neighbours are 1 apart. Places that overlap are not near: "korea" is not near the "South Korea" it is in.
 */
record Near(Placed left, Placed right, int distance) implements Clause {
    @Override
    public boolean holds(Hits hits) {
        if (!left.holds(hits) || !right.holds(hits)) {
            return false;
        }
        Places found = new Places();
        evidence(hits, found);
        return found.count() > 0;
    }

    @Override
    public void evidence(Hits hits, Places places) {
        addThoseNear(placesOf(left, hits), placesOf(right, hits), places);
        addThoseNear(placesOf(right, hits), placesOf(left, hits), places);
    }

    private void addThoseNear(Places side, Places other, Places near) {
        Places starts = other.sorted();
        Places ends = other.endsFirst().sorted();
        for (int i = 0; i < side.count(); i++) {
            if (beginsSoonAfter(side.last(i), starts) || endedShortlyBefore(side.first(i), ends)) {
                near.add(side.first(i), side.last(i));
            }
        }
    }

    private boolean beginsSoonAfter(int position, Places starts) {
        int i = starts.firstAfter(position);
        return i < starts.count() && starts.first(i) - position <= distance;
    }

    private boolean endedShortlyBefore(int position, Places ends) {
        int i = ends.firstAfter(position - 1) - 1;
        return i >= 0 && position - ends.first(i) <= distance;
    }

    private static Places placesOf(Placed side, Hits hits) {
        Places places = new Places();
        side.places(hits, places);
        return places;
    }
}
