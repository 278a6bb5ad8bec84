package org.holdfast.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.holdfast.account.Account;
import org.jdbi.v3.core.Handle;

/** Writes the year: thirty people, forty rooms, and what they say there. */
final class Year {
    private static final long SEED = 20_261_129;
    private static final int MOST_BEHIND = 40;

    /** The tables beside the logs have the times of the day on which the demonstration was made. */
    private static final List<String> TIMES = List.of(
            "UPDATE reply SET at = (SELECT e.at FROM event e WHERE e.log = room AND e.sequence = message)",
            "UPDATE reaction SET at = (SELECT e.at FROM event e WHERE e.log = room AND e.sequence = message)",
            "UPDATE message_change SET edited_at = (SELECT MAX(e.at) FROM message_edit m JOIN event e ON e.log = m.room"
                    + " AND e.sequence = m.sequence WHERE m.room = message_change.room AND m.message = message_change.message)",
            "UPDATE message_change SET pinned_at = (SELECT e.at FROM event e WHERE e.log = room AND e.sequence = message)"
                    + " WHERE pinned_at IS NOT NULL",
            "UPDATE room SET created_at = (SELECT MIN(e.at) FROM event e WHERE e.log = room.log)",
            "UPDATE membership SET joined_at = (SELECT r.created_at FROM room r WHERE r.log = membership.room)");

    private final House house;
    private final List<Long> moments;
    private final Random random = new Random(SEED);
    private final Map<String, Script> scripts = new HashMap<>();

    private Year(House house, List<Long> moments) {
        this.house = house;
        this.moments = moments;
    }

    /**
     * @param messages in all
     * @param largest of them those in the largest room
     */
    static void write(Path folder, long messages, long largest) {
        List<Long> moments = Calendar.until(System.currentTimeMillis());
        try (House house = new House(folder, new Hours(moments.get(0)))) {
            new Year(house, moments).write(messages, largest);
        }
    }

    private void write(long messages, long largest) {
        List<Place> places = Place.all(house, Person.all(house), random);
        talk(places, messages - largest, largest);
        places.forEach(place -> place.putAway(house));
        places.forEach(this::read);
        house.hours.write();
        house.jdbi.useTransaction((Handle all) -> TIMES.forEach(all::execute));
    }

    private void talk(List<Place> places, long messages, long largest) {
        double shares = places.stream().mapToInt(Place::share).sum();
        Map<Talk, Double> paces = new LinkedHashMap<>();
        for (Place place : places)
            paces.put(talk(place), (place.share() == 0 ? largest : messages * place.share() / shares) / moments.size());
        Pen pen = new Pen(house, random);
        for (long moment : moments) {
            house.hours.set(moment);
            paces.forEach((talk, pace) -> talk.go(pace).forEach(pen::post));
            pen.write();
        }
        paces.keySet().forEach(talk -> talk.end().forEach(pen::post));
        pen.write();
        house.hours.write();
    }

    private Talk talk(Place place) {
        return new Talk(place, scripts.computeIfAbsent(place.language(), Script::of), random);
    }

    /** Most have read most; some are behind. */
    private void read(Place place) {
        long head =
                house.jdbi.withHandle(handle -> handle.select("SELECT last_sequence FROM log WHERE id = ?", place.log())
                        .mapTo(Long.class)
                        .one());
        List<Account> people = new ArrayList<>(place.people());
        for (Account person : people) {
            int behind = random.nextInt(3) == 0 ? random.nextInt(MOST_BEHIND) : 0;
            house.rooms.read(person, place.log(), Math.max(1, head - behind));
        }
    }
}
