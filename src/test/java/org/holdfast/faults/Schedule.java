package org.holdfast.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens, as a seed decides it.
 *
 * @param clients how many people talk by the laboratory's client
 * @param pages how many by the JavaScript library in a browser
 */
record Schedule(long seed, int clients, int pages, List<Mishap> mishaps) {
    /** The seeds that {@code mvn verify} plays: together every mishap that needs no new start, and two that do. */
    static final long[] SHORT = {84, 48, 445, 241, 1172, 2476, 67};

    /** A server takes long to come back, and a browser long to look at: some schedules have them, the others are many. */
    private static final int DEADLY_EVERY = 12;

    private static final int PAGE_EVERY = 8;
    private static final int PAGE_PHASE = 5;

    static Schedule of(long seed) {
        var chance = new SplittableRandom(seed);
        var mishaps = new ArrayList<Mishap>();
        var harmless = Mishap.of(false);
        for (int n = chance.nextInt(2, 6); n > 0; n--) mishaps.add(harmless.get(chance.nextInt(harmless.size())));
        if (Math.floorMod(seed, DEADLY_EVERY) == 0) mishaps.add(chance.nextInt(mishaps.size() + 1), deadly(seed));
        var pages = Math.floorMod(seed, PAGE_EVERY) == PAGE_PHASE ? 1 : 0;
        return new Schedule(seed, chance.nextInt(3, 7), pages, List.copyOf(mishaps));
    }

    /** Each in turn, so that none is left to chance. */
    private static Mishap deadly(long seed) {
        var deadly = Mishap.of(true);
        return deadly.get((int) Math.floorMod(seed / DEADLY_EVERY, deadly.size()));
    }
}
