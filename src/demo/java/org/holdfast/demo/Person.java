package org.holdfast.demo;

import java.util.List;
import org.holdfast.account.Account;

/** Somebody of the company, and the languages they talk in. */
record Person(Account account, List<String> languages) {
    static final String PASSWORD = "holdfast demo";

    static List<Person> all(House house) {
        return Script.read("people.txt").lines().map(line -> of(house, line)).toList();
    }

    private static Person of(House house, String line) {
        String[] parts = line.split(" \\| ");
        return new Person(house.accounts.signUp(parts[0], parts[1], PASSWORD), List.of(parts[2].split(" ")));
    }

    boolean speaks(String language) {
        return languages.contains(language);
    }
}
