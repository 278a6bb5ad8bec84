package org.holdfast.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.room.RoomKind;
import org.holdfast.room.RoomSettings;

/**
 * A room, and who talks there.
 *
 * @param share of the messages that are not the largest room's; 0: it is that one
 */
record Place(long log, String language, int share, List<Account> people, boolean isPutAway) {
    /** By the first of its people; the others join. */
    static List<Place> all(House house, List<Person> people, Random random) {
        return Script.read("rooms.txt")
                .lines()
                .map(line -> of(house, line.split("\\|", -1), people, random))
                .toList();
    }

    private static Place of(House house, String[] parts, List<Person> people, Random random) {
        List<String> said = List.of(parts).stream().map(String::strip).toList();
        String language = said.get(3);
        List<Account> chosen = choose(people, language, Integer.parseInt(said.get(5)), random);
        long log = open(house, said, chosen);
        return new Place(
                log,
                language,
                Integer.parseInt(said.get(4)),
                chosen,
                said.get(6).equals("archived"));
    }

    /** The first of all is nearly everywhere: who signs in as the administrator sees a full house. */
    private static List<Account> choose(List<Person> people, String language, int count, Random random) {
        List<Person> able = new ArrayList<>(
                people.stream().filter(person -> person.speaks(language)).toList());
        Collections.shuffle(able.subList(Math.min(1, able.size()), able.size()), random);
        return able.stream().limit(count).map(Person::account).collect(Collectors.toCollection(ArrayList::new));
    }

    private static long open(House house, List<String> said, List<Account> people) {
        Account first = people.get(0);
        RoomKind kind = RoomKind.valueOf(said.get(0).toUpperCase(Locale.ROOT));
        List<Account> others = people.subList(1, people.size());
        if (kind == RoomKind.DIRECT)
            return house.hours.done(
                    house.directs.open(first, others.stream().map(Account::id).toList()));
        long log = house.hours.done(house.rooms.create(first, said.get(1), said.get(2), kind));
        for (Account other : others) house.hours.done(house.people.add(first, other.id(), log));
        return log;
    }

    void putAway(House house) {
        RoomSettings archived = new RoomSettings(null, null, true, null);
        if (isPutAway) house.hours.done(house.rooms.change(people.get(0), log, archived, transaction -> {}));
    }

    Account anybody(Random random) {
        return people.get(random.nextInt(people.size()));
    }
}
