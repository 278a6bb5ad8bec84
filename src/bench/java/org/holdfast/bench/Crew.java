package org.holdfast.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
}
