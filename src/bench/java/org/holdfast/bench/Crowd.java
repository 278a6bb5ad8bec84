package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.lab.Person;

/** Connections of the crew in rooms, as many in each; they leave the rooms when they close. */
final class Crowd implements AutoCloseable {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(120);

    private final Tally tally = new Tally();
    private final List<BenchRoom> rooms = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<List<Person>> members = new ArrayList<>();

    /** @param subscribers in all; a multiple of the rooms */
    Crowd(Crew crew, int rooms, int subscribers) {
        this(crew, crew.people().subList(0, Math.min(Crew.SIZE, subscribers)), rooms, subscribers);
    }

    Crowd(Crew crew, List<Person> people, int rooms, int subscribers) {
        for (int i = 0; i < rooms; i++) {
            members.add(every(people, rooms, i));
            this.rooms.add(new BenchRoom(crew.room(members.get(i))));
        }
        for (int i = 0; i < subscribers; i++) add(people.get(i % people.size()), this.rooms.get(i % rooms));
    }

    private static List<Person> every(List<Person> people, int step, int first) {
        return IntStream.range(0, people.size())
                .filter(i -> i % step == first)
                .mapToObj(people::get)
                .toList();
    }

    private void add(Person person, BenchRoom room) {
        Place place = Place.chat(person.base(), person.cookie());
        Wire wire = new Wire(place, new Ear(room, tally, !room.hasSender()));
        room.add(wire);
        wires.add(wire);
    }

    Crowd open(Loop loop) {
        if (!new Opening(loop, wires).all(OPEN_LIMIT)) throw new IllegalStateException("Not all are there: " + fault());
        return this;
    }

    Tally tally() {
        return tally;
    }

    List<BenchRoom> rooms() {
        return rooms;
    }

    List<Wire> wires() {
        return wires;
    }

    /** Why wires are gone; empty: all are there. */
    String fault() {
        var gone = wires.stream().filter(Wire::isGone).map(Wire::ended).toList();
        return gone.isEmpty() ? "" : gone.size() + " connections ended, the first: " + gone.get(0);
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
        for (int i = 0; i < rooms.size(); i++) {
            long log = rooms.get(i).log();
            members.get(i).forEach(person -> person.leave(log));
        }
    }
}
