package org.holdfast.presence;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.profile.Profile;
import org.holdfast.profile.ReadProfile;
import org.holdfast.wire.Frames;

/** How people of one room show themselves, of those with whom that changed lately. Its roster's lock guards it. */
final class Cards {
    /** @param number of the change by which it became so */
    private record Card(ReadProfile read, long number) {
        Profile profile() {
            return read.profile();
        }
    }

    private final long room;
    private final Map<Long, Card> cards = new TreeMap<>();
    private long newest;

    Cards(long room) {
        this.room = room;
    }

    /** @return false: that is nothing new */
    boolean set(ReadProfile read, long number) {
        Card before = cards.get(read.profile().id());
        if (before != null && before.read().revision() > read.revision()) return false;
        boolean isNew = before == null || !before.profile().equals(read.profile());
        cards.put(read.profile().id(), new Card(read, isNew ? number : before.number()));
        if (isNew) newest = number;
        return isNew;
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
                .map(card -> card.profile().json())
                .collect(Collectors.joining(","));
        return list.isEmpty() ? null : Frames.frame("presence", "{\"room\":" + room + ",\"people\":[" + list + "]}");
    }
}
