package org.holdfast.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One log in memory: its head, and a ring of its newest events as frame text, encoded once. Everybody who is sent this log reads it by
 * position. The ring begins empty: whoever lacks what is older reads {@link Pages}, and a log of which nobody lacks anything costs no read.
 * An event that is there already is dropped, and a hole is filled from the store, so a batch whose commit was reported as failed, or
 * another node's, is found too.
 */
public final class RoomLog {
    private static final Slice NONE = new Slice(-1, -1, "", false);

    private final long id;
    private final EventStore store;
    private final RingSize ringSize;
    private final int sliceChars;
    private final Arrivals arrivals;

    /** Whether somebody is reading it already: a crowd that comes back reads the store once. */
    private final AtomicBoolean claimed = new AtomicBoolean();

    private final CompletableFuture<Void> loaded = new CompletableFuture<>();

    /** Null until it begins to load. Guarded by this, as the ring itself; nothing blocks under the lock. */
    private Ring ring;

    /** Whether something came before the ring was there. Guarded by this. */
    private boolean early;

    private volatile String epoch;
    private volatile long head = -1;

    /** The events up to there are not kept, here or in the store: whoever is before it has missed them. */
    private volatile long keptAfter;

    /** The slice made last: subscribers at the same position share it. */
    private volatile Slice shared = NONE;

    RoomLog(long id, EventStore store, RingSize ringSize, int sliceChars, Arrivals arrivals) {
        this.id = id;
        this.store = store;
        this.ringSize = ringSize;
        this.sliceChars = sliceChars;
        this.arrivals = arrivals;
    }

    /** One that is in memory only: numbered from 1 under an epoch of its own, and of its events only the newest are kept. */
    static RoomLog ephemeral(long id, RingSize ringSize, int sliceChars) {
        RoomLog log = new RoomLog(id, null, ringSize, sliceChars, Arrivals.IGNORED);
        log.begin(Epoch.next(), 0);
        log.loaded.complete(null);
        return log;
    }

    public long id() {
        return id;
    }

    public String epoch() {
        return epoch;
    }

    /** The newest sequence that may be sent. */
    public long head() {
        return head;
    }

    /** The events up to there are deleted; 0: none is. */
    public long keptAfter() {
        return keptAfter;
    }

    /** They are about to be deleted, or are. */
    public synchronized void keepAfter(long sequence) {
        keptAfter = Math.max(keptAfter, sequence);
    }

    /** The position from which on the ring has all; whoever is behind it reads {@link Pages}. */
    public synchronized long base() {
        return ring.base();
    }

    /**
     * The events after a position, up to {@code last}, as many as fit a frame; there has to be one.
     *
     * @return null when they are older than the ring
     */
    public Slice after(long position, long last) {
        return after(position, last, sliceChars);
    }

    /** @param mostChars as many as fit that, too */
    public Slice after(long position, long last, int mostChars) {
        Slice slice = shared;
        boolean isFit = slice.isOf(position, Math.min(head, last)) && slice.fits(mostChars);
        return isFit ? slice : join(position, last, mostChars);
    }

    private synchronized Slice join(long position, long last, int mostChars) {
        if (position < ring.base()) return null;
        List<String> newer = ring.after(position, Math.min(ring.head(), last));
        shared = Slice.join(position, newer, Math.min(mostChars, sliceChars));
        return shared;
    }

    /** Whether the caller is the one that has to {@link #load} it, or say that it is {@link #missing}. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void load(LogState state) {
        keepAfter(state.keptAfter());
        // What was committed after the state was read, and came too early, is in the store.
        if (begin(state.epoch(), state.head())) catchUp();
        loaded.complete(null);
    }

    /** It does not exist. */
    void missing() {
        loaded.complete(null);
    }

    /** It could not be read, or not to its end: those who wait for it are not to take it for one that does not exist. */
    void unreadable(RuntimeException reason) {
        loaded.completeExceptionally(reason);
    }

    boolean isLoaded() {
        return head >= 0 && !loaded.isCompletedExceptionally();
    }

    /** Waits for whoever claimed it, and fails as that one did. */
    boolean isThere() {
        loaded.join();
        return head >= 0;
    }

    /** @return whether something came before */
    private synchronized boolean begin(String named, long newest) {
        if (ring != null) return false;
        epoch = named;
        ring = new Ring(ringSize, newest);
        head = newest;
        return early;
    }

    /** Somebody was sent an event up to there: if it is not here, another node wrote it. Reads the database then. */
    public void catchUpTo(long sequence) {
        if (sequence > head && store != null) catchUp();
    }

    /** Another look at the store found it like that. */
    void catchUpWith(LogState state) {
        catchUpTo(state.head());
        // Not beyond the head: what came after that is unknown here yet.
        keepAfter(Math.min(state.keptAfter(), head));
    }

    /** Reads what the store has beyond the head. */
    void catchUp() {
        long before = head;
        List<Event> newer;
        do {
            newer = store.after(id, head, ringSize.events());
            if (!newer.isEmpty()) skipTo(newer.get(0).sequence() - 1);
            newer.forEach(this::arrive);
        } while (newer.size() == ringSize.events());
        if (head > before) arrivals.arrived(id);
    }

    private void arrive(Event event) {
        arrivals.arriving(event);
        append(event);
    }

    /** What is missing here and in the store was deleted meanwhile. */
    private synchronized void skipTo(long position) {
        if (position <= ring.head()) return;
        keepAfter(position);
        ring = new Ring(ringSize, position);
        head = position;
    }

    /** Adds an event to a log that is in memory only. */
    public synchronized Event add(Draft draft, long now) {
        Event event = draft.at(ring.head() + 1, now);
        ring.add(event.frame());
        keptAfter = ring.base();
        head = ring.head();
        return event;
    }

    /** An event in here has lost its content: whoever lacks any reads the store, which has it as it is now. */
    private void empty() {
        ring = new Ring(ringSize, ring.head());
        shared = NONE;
    }

    /** @return false: events before this one are missing here, {@link #catchUp()} */
    synchronized boolean append(Event event) {
        if (ring == null) {
            early = true;
            return true;
        }
        if (event.sequence() <= ring.head()) return true;
        if (event.sequence() > ring.head() + 1) return false;
        if (event.isRedaction()) empty();
        ring.add(event.frame());
        head = ring.head();
        return true;
    }
}
