package org.holdfast.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.lab.Person;

/** The accounts that all scenarios share: signed up once, since each costs the server a tenth of a second for its password. */
final class Crew {
    static final int SIZE = 100;

    private final List<Person> people = new ArrayList<>();
    private int rooms;

    Crew(URI server) {
        for (int i = 0; i < SIZE; i++) people.add(Person.signUp(server, "bench-%03d".formatted(i)));
    }

    List<Person> people() {
        return people;
    }

    /** A room that only these are in. */
    long room(List<Person> members) {
        long log = members.get(0).createRoom("bench room " + ++rooms);
        members.stream().skip(1).forEach(person -> person.join(log));
        return log;
    }

    /** @param subscribers in all; a multiple of the rooms */
    Crowd crowd(int rooms, int subscribers) {
        return crowd(people.subList(0, Math.min(SIZE, subscribers)), rooms, subscribers);
    }

    /** These in new rooms, which they leave when it closes. */
    Crowd crowd(List<Person> people, int rooms, int subscribers) {
        Crowd crowd = new Crowd();
        List<Long> logs = new ArrayList<>();
        for (int i = 0; i < rooms; i++) logs.add(addRoom(crowd, every(people, rooms, i)));
        for (int i = 0; i < subscribers; i++) {
            Person person = people.get(i % people.size());
            Place place = Place.chat(person.base(), person.cookie(), logs.get(i % rooms));
            crowd.add(place, crowd.rooms().get(i % rooms));
        }
        return crowd;
    }

    /** Event streams in one room, and beside them the WebSocket of its sender. */
    Crowd readers(int count) {
        Crowd crowd = new Crowd();
        long log = addRoom(crowd, people);
        BenchRoom room = crowd.rooms().get(0);
        crowd.add(Place.chat(people.get(0).base(), people.get(0).cookie(), log), room);
        for (int i = 0; i < count; i++) addReader(crowd, room, people.get(i % SIZE));
        return crowd;
    }

    private static void addReader(Crowd crowd, BenchRoom room, Person person) {
        String session = UUID.randomUUID().toString();
        crowd.add(Place.stream(person, session), room);
        crowd.add(Heartbeat.request(person, session));
    }

    private long addRoom(Crowd crowd, List<Person> members) {
        long log = room(members);
        crowd.addRoom(() -> members.forEach(person -> person.leave(log)));
        return log;
    }

    private static List<Person> every(List<Person> people, int step, int first) {
        return IntStream.range(0, people.size())
                .filter(i -> i % step == first)
                .mapToObj(people::get)
                .toList();
    }
}
