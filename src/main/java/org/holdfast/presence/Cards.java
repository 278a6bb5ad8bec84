package org.holdfast.presence;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.wire.Frames;

/** How people of one room show themselves, of those with whom that changed lately. Its roster's lock guards it. */
final class Cards {
    private record Card(String profile, long number) {}

    private final long room;
    private final Map<Long, Card> cards = new TreeMap<>();
    private long newest;

    Cards(long room) {
        this.room = room;
    }

    /** @return false: that is nothing new */
    boolean set(long account, String profile, long number) {
        Card before = cards.get(account);
        if (before != null && before.profile().equals(profile)) return false;
        cards.put(account, new Card(profile, number));
        newest = number;
        return true;
    }

    boolean isEmpty() {
        return cards.isEmpty();
    }

    /** Forgets what was told up to that number. */
    void forget(long upTo) {
        cards.values().removeIf(card -> card.number() <= upTo);
    }

    /** The frame for whoever was told up to that number; null: nothing is new. */
    String since(long told) {
        if (newest <= told) return null;
        String list = cards.values().stream()
                .filter(card -> card.number() > told)
                .map(Card::profile)
                .collect(Collectors.joining(","));
        return list.isEmpty() ? null : Frames.frame("presence", "{\"room\":" + room + ",\"people\":[" + list + "]}");
    }
}
