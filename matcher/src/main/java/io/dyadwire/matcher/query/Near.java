package io.dyadwire.matcher.query;

/**
 * Two sides of which some places lie at most {@code distance} words apart, counted from the end of one to the start of the
 * other: neighbours are 1 apart. Places that overlap are not near: "korea" is not near the "South Korea" it is in.
 */
record Near(Placed left, Placed right, int distance) implements Clause {
    @Override
    public boolean holds(Occurrences there) {
        if (!left.holds(there) || !right.holds(there)) {
            return false;
        }
        if (left instanceof Placed.Word one && right instanceof Placed.Word other) {
            return areNear(there, there.head(one.term()), there.head(other.term()));
        }
        Places found = new Places();
        evidence(there, found);
        return found.count() > 0;
    }

    /** Two words, from their first places on: of each pair that follow each other, the earlier is left behind. */
    private boolean areNear(Occurrences there, int one, int other) {
        int left = one;
        int right = other;
        while (left >= 0 && right >= 0) {
            int from = there.position(left);
            int to = there.position(right);
            int nextLeft = from <= to ? there.next(left) : left;
            int nextRight = to <= from ? there.next(right) : right;
            boolean near = from == to // one word cannot be near itself, but the next may be
                    ? isWithin(there, from, nextLeft) || isWithin(there, from, nextRight)
                    : Math.abs(to - from) <= distance;
            if (near) {
                return true;
            }
            left = nextLeft;
            right = nextRight;
        }
        return false;
    }

    private boolean isWithin(Occurrences there, int position, int next) {
        return next >= 0 && there.position(next) - position <= distance;
    }

    @Override
    public void evidence(Occurrences there, Places places) {
        addThoseNear(placesOf(left, there), placesOf(right, there), places);
        addThoseNear(placesOf(right, there), placesOf(left, there), places);
    }

    @Override
    public void addTo(Terms needed) {
        left.addTo(needed);
        right.addTo(needed);
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

    private static Places placesOf(Placed side, Occurrences there) {
        Places places = new Places();
        side.places(there, places);
        return places;
    }
}
