package org.holdfast.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.holdfast.account.Account;

/** The talk of one room: exchange after exchange, as fast as its share of the messages wants. */
final class Talk {
    private final Place place;
    private final Script script;
    private final Random random;
    private final Deque<Line> coming = new ArrayDeque<>();
    private final Map<String, Account> voices = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    /** How many messages are owed. */
    private double due;

    /** What the exchange began with; 0: that is not written yet. */
    private long first;

    Talk(Place place, Script script, Random random) {
        this.place = place;
        this.script = script;
        this.random = random;
    }

    /** What is said at this moment, with some more owed than before. */
    List<Said> go(double more) {
        due += more;
        if (coming.isEmpty()) begin();
        return due < coming.size() && first == 0 ? List.of() : say((int) Math.ceil(more));
    }

    /** What is owed still. */
    List<Said> end() {
        return say((int) Math.round(due));
    }

    private List<Said> say(int count) {
        List<Said> said = new ArrayList<>();
        for (int n = 0; n < count; n++) said.add(next());
        due -= count;
        return said;
    }

    private void begin() {
        coming.addAll(script.any(random));
        voices.clear();
        words.clear();
        first = 0;
    }

    private Said next() {
        if (coming.isEmpty()) begin();
        Line line = coming.remove();
        Account by = voice(line.voice());
        for (String other : List.of("A", "B"))
            words.put("{" + other + "}", "@" + voice(other).name());
        return new Said(this, place, by, line, script.fill(line.text(), words, random), line.has(">") ? first : 0);
    }

    /** In a room of two the third voice is the first again. */
    private Account voice(String name) {
        Account known = voices.get(name);
        if (known != null) return known;
        List<Account> free = place.people().stream()
                .filter(person -> !voices.containsValue(person))
                .toList();
        Account chosen = free.isEmpty() ? place.people().get(0) : free.get(random.nextInt(free.size()));
        voices.put(name, chosen);
        return chosen;
    }

    void wrote(long sequence) {
        if (first == 0) first = sequence;
    }
}
