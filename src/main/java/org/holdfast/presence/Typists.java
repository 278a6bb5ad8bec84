package org.holdfast.presence;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.log.Author;
import org.holdfast.wire.Frames;
import org.holdfast.wire.JsonText;

/** Who types in one room. Its roster's lock guards it. */
final class Typists {
    /** More are not named: nobody would read that. */
    private static final int MOST = 20;

    private record Typist(String name, long until) {}

    private final long room;
    private final Map<Long, Typist> people = new TreeMap<>();
    private long newest;

    Typists(long room) {
        this.room = room;
    }

    /** @return false: that is nothing new */
    boolean start(Author author, long until, long number) {
        boolean isThere = people.containsKey(author.id());
        if (!isThere && people.size() == MOST) return false;
        people.put(author.id(), new Typist(author.name(), until));
        return !isThere && changed(number);
    }

    /** @return false: that is nothing new */
    boolean stop(long account, long number) {
        return people.remove(account) != null && changed(number);
    }

    /** Whoever has not said so again has stopped. @return false: nobody has */
    boolean expire(long now, long number) {
        return people.values().removeIf(typist -> typist.until() <= now) && changed(number);
    }

    private boolean changed(long number) {
        newest = number;
        return true;
    }

    boolean isEmpty() {
        return people.isEmpty();
    }

    /** The frame for whoever was told up to that number: all who type now; null: nothing is new. */
    String since(long told) {
        if (newest <= told) return null;
        String list = people.entrySet().stream()
                .map(one -> "{\"id\":" + one.getKey() + ",\"name\":"
                        + JsonText.quote(one.getValue().name()) + "}")
                .collect(Collectors.joining(","));
        return Frames.frame("typing", "{\"room\":" + room + ",\"people\":[" + list + "]}");
    }
}
