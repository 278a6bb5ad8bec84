package org.holdfast.presence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.wire.Frames;

/** Who is present in one room: of each account the newest change, by its number. Its roster's lock guards it. */
final class Present {
    private record Change(long account, PresenceState state) {}

    private record Told(long from, String frame) {}

    private final long room;
    private final int most;
    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final Map<Long, Long> numbers = new HashMap<>();
    private int count;
    private long newest;

    /** Whoever was told less begins anew. */
    private long floor = 1;

    /** Made last; null: there were changes since. */
    private Told last;

    /** @param most with more it tells nothing but that */
    Present(long room, int most) {
        this.room = room;
        this.most = most;
    }

    /** @return false: that is nothing new */
    boolean set(long account, PresenceState state, long number) {
        PresenceState before = stateOf(account);
        if (before == state) return false;
        boolean wasCrowded = isCrowded();
        count += weight(state) - weight(before);
        replace(account, new Change(account, state), number);
        if (isCrowded() != wasCrowded) floor = number;
        return true;
    }

    private PresenceState stateOf(long account) {
        Long number = numbers.get(account);
        return number == null ? PresenceState.OFFLINE : changes.get(number).state();
    }

    private static int weight(PresenceState state) {
        return state == PresenceState.OFFLINE ? 0 : 1;
    }

    private void replace(long account, Change change, long number) {
        Long old = numbers.put(account, number);
        if (old != null) changes.remove(old);
        changes.put(number, change);
        newest = number;
        last = null;
    }

    private boolean isCrowded() {
        return count > most;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Forgets who has been gone since that number, or before. */
    void forgetGone(long upTo) {
        changes.headMap(upTo, true).values().removeIf(change -> change.state() == PresenceState.OFFLINE);
        numbers.values().retainAll(changes.keySet());
        floor = Math.max(floor, Math.min(upTo, newest));
        last = null;
    }

    /** The frame for whoever was told up to that number, the same for all who lack the same; null: nothing is new. */
    String since(long told) {
        if (newest <= told) return null;
        long from = told < floor ? 0 : knownTo(told);
        if (last == null || last.from() != from) last = new Told(from, frame(from));
        return last.frame();
    }

    private long knownTo(long told) {
        Long change = changes.floorKey(told);
        return change == null ? floor : change;
    }

    private String frame(long from) {
        boolean anew = from == 0;
        if (isCrowded()) return anew ? frame(",\"all\":true,\"crowded\":true") : null;
        return frame((anew ? ",\"all\":true" : "") + lists(from));
    }

    private String frame(String members) {
        return Frames.frame("presence", "{\"room\":" + room + members + "}");
    }

    private String lists(long from) {
        return Arrays.stream(PresenceState.values())
                .filter(state -> from > 0 || state != PresenceState.OFFLINE)
                .map(state -> list(state, from))
                .collect(Collectors.joining());
    }

    private String list(PresenceState state, long from) {
        String ids = changes.tailMap(from, false).values().stream()
                .filter(change -> isTold(change.state(), state))
                .map(change -> Long.toString(change.account()))
                .collect(Collectors.joining(","));
        return ids.isEmpty() ? "" : ",\"" + state.wireName() + "\":[" + ids + "]";
    }

    /** Who is busy is in the list of those online, too: a client that does not know the word takes them for that. */
    private static boolean isTold(PresenceState state, PresenceState list) {
        return state == list || (state == PresenceState.BUSY && list == PresenceState.ONLINE);
    }
}
