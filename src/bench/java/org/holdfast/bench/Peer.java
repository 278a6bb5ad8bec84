package org.holdfast.bench;

import java.net.URI;
import java.nio.file.Path;

/** A server that is measured beside others: what it runs as, and who is there. */
record Peer(String name, Program program, Gathering gathering) {
    /** What the programs are set up with. */
    static final Path FILES = Path.of("src", "bench", "peers");

    /** Brings a crowd together in one room; it is not open yet. */
    interface Gathering {
        Crowd crowd(URI server, int subscribers);
    }

    /** Where nobody has to sign up, and all clients are alike. */
    static Peer open(String name, Program program, String path, Speech speech) {
        return new Peer(name, program, (server, subscribers) -> {
            Crowd crowd = new Crowd();
            BenchRoom room = crowd.addRoom(() -> {});
            Place place = Place.open(server, path, speech);
            for (int i = 0; i < subscribers; i++) crowd.add(place, room);
            return crowd;
        });
    }
}
