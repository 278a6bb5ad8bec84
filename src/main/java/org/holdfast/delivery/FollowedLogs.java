package org.holdfast.delivery;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.holdfast.presence.Told;

/** The logs that one connection is sent. They change when its account joins a room, or leaves one. */
final class FollowedLogs {
    private final Subscriber subscriber;
    private final List<Followed> all;
    private final Lane lane;

    /** How far the client was told who is here, in the logs that it goes on with. */
    private volatile Told told = Told.NOTHING;

    /** Rooms that were left before the welcome. */
    private final Set<Long> leftEarly = ConcurrentHashMap.newKeySet();

    /** @param all shared with the pump; safe for threads */
    FollowedLogs(Subscriber subscriber, List<Followed> all, Lane lane) {
        this.subscriber = subscriber;
        this.all = all;
        this.lane = lane;
    }

    void add(List<Start> starts) {
        starts.forEach(start -> all.add(new Followed(start, told.of(start.log().id()))));
    }

    /** Before they are added: the client was told up to there who is here. */
    void tellFrom(Told before) {
        told = before;
    }

    /** Hears of news in each, from now on. */
    void listen() {
        ids().forEach(this::listen);
    }

    private void listen(long log) {
        lane.follow(log, subscriber);
        // It went meanwhile, and left its lane before: else the lane would hold it, and the log, for ever.
        if (subscriber.isClosed()) lane.leave(subscriber);
    }

    List<Long> ids() {
        return all.stream().map(followed -> followed.log().id()).toList();
    }

    boolean contains(long log) {
        return all.stream().anyMatch(followed -> followed.isOf(log) && !followed.isCut());
    }

    /**
     * Begins to follow one more log, unless it does; the frame that says so goes ahead of its events.
     *
     * @param allowed asked when an {@link #endAt} finds the log already: between the two no removal is missed
     */
    synchronized void addOnce(Start start, String announcement, BooleanSupplier allowed) {
        long id = start.log().id();
        if (contains(id)) return;
        // It was left and is joined again: what was before is over.
        all.removeIf(followed -> followed.isOf(id));
        Followed added = Followed.held(start);
        all.add(added);
        if (!allowed.getAsBoolean()) {
            all.remove(added);
            return;
        }
        added.release(announcement, find(subscriber.login().account().log()));
        listen(id);
        lane.wake(subscriber);
    }

    /** @return null: it is not followed */
    private Followed find(long id) {
        return all.stream().filter(followed -> followed.isOf(id)).findFirst().orElse(null);
    }

    /** Sends nothing of the log beyond that sequence. */
    void endAt(long log, long last) {
        // First: the log that is about to be taken up is of the membership that ends here.
        if (!subscriber.isWelcomed()) leftEarly.add(log);
        all.stream().filter(followed -> followed.isOf(log)).forEach(followed -> followed.endAt(last));
    }

    /** Whether the log was left before the welcome; if the account may read it now, that is by another membership. */
    boolean hasLeftEarly(long log) {
        return leftEarly.contains(log);
    }

    /** A room was left, and all up to that was sent. */
    void drop(Followed left) {
        long id = left.log().id();
        all.remove(left);
        lane.unfollow(id, subscriber);
        if (find(id) == null) return;
        // It was joined again meanwhile.
        listen(id);
        lane.wake(subscriber);
    }

    /** Stops following at once. */
    void remove(long log) {
        all.removeIf(followed -> followed.isOf(log));
        lane.unfollow(log, subscriber);
    }
}
