package org.holdfast.bench;

import java.util.List;

/** How fast the rooms' senders post. */
interface Pace {
    /** Begins, in these rooms. */
    Loop.Work in(List<BenchRoom> rooms);

    String name();

    /** So many posts a second, evenly, over all rooms in turn. A post that is late counts from when it was to be sent. */
    static Pace even(int perSecond) {
        return new Even(perSecond);
    }

    /** So many posts of each room on the way: not yet acknowledged, or not yet received by every subscriber. */
    static Pace window(int posts) {
        return new Window(posts);
    }

    record Even(int perSecond) implements Pace {
        @Override
        public String name() {
            return perSecond + "/s";
        }

        @Override
        public Loop.Work in(List<BenchRoom> rooms) {
            long interval = 1_000_000_000L / perSecond;
            long begin = System.nanoTime();
            return new Loop.Work() {
                private long count;

                @Override
                public long run(long now) {
                    for (; now - begin - count * interval >= 0; count++) {
                        BenchRoom room = rooms.get((int) (count % rooms.size()));
                        room.post(begin + count * interval);
                        room.flush();
                    }
                    return begin + count * interval;
                }
            };
        }
    }

    record Window(int posts) implements Pace {
        private static final long LOOK_AGAIN = 50_000_000;

        @Override
        public String name() {
            return posts + " in flight";
        }

        @Override
        public Loop.Work in(List<BenchRoom> rooms) {
            return now -> {
                for (BenchRoom room : rooms) fill(room);
                return now + LOOK_AGAIN;
            };
        }

        private void fill(BenchRoom room) {
            if (room.inFlight() >= posts) return;
            while (room.inFlight() < posts) room.post(System.nanoTime());
            room.flush();
        }
    }
}
