package org.holdfast.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.log.Author;
import org.holdfast.profile.ReadProfile;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** The rosters of the rooms. Their changes are numbered together, so that one number says how much a connection was told of all of them. */
@ApplicationScoped
public class Rosters {
    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,16})\\.([0-9]{1,18})(?:\\.([0-9]{1,18}))?");

    /** Hears that somebody said at this node that they type, or stopped. Must not block. */
    public interface TypingEar {
        /** @param author of whoever stopped the account alone */
        void typed(long room, Author author, boolean isTyping);
    }

    private final int mostPresent;
    private volatile TypingEar announced = (room, author, isTyping) -> {};

    /** Numbers of another server, or of this one before it was started, mean nothing here. */
    private final String name = Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX);

    private final Map<Long, Roster> rosters = new ConcurrentHashMap<>();

    /** Rooms whose members were not woken yet to be told what is new, the longest waiting first. Guarded by this. */
    private final Set<Long> fresh = new LinkedHashSet<>();

    /** The newest number; of 0 nobody was told. Written under the lock after the change is in its roster: whoever reads it finds all up to there. */
    private volatile long number = 1;

    /** The newest number when the gone were last forgotten. Guarded by this. */
    private long known;

    @Inject
    public Rosters(Settings settings) {
        mostPresent = settings.number(Setting.PRESENCE_PEOPLE);
    }

    /** For the container's proxy. */
    protected Rosters() {
        mostPresent = 0;
    }

    /** How far a connection can be told now. */
    public long number() {
        return number;
    }

    /** For a client that keeps it, and may come to another server with it. */
    public String token(Told told) {
        String all = name + "." + told.number();
        return told.upTo() == Long.MAX_VALUE ? all : all + "." + told.upTo();
    }

    /** @return empty: it means nothing here */
    public Optional<Told> told(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches() || !parts.group(1).equals(name)) return Optional.empty();
        long upTo = parts.group(3) == null ? Long.MAX_VALUE : Long.parseLong(parts.group(3));
        return Optional.of(new Told(Math.min(number, Long.parseLong(parts.group(2))), upTo));
    }

    /** The frames for whoever was told up to there, joined by a comma; empty: there is nothing new. */
    public String news(long room, long told) {
        Roster roster = rosters.get(room);
        return roster == null || roster.version() <= told ? "" : roster.since(told);
    }

    void set(long room, long account, PresenceState state) {
        boolean isHere = state != PresenceState.OFFLINE;
        change(room, isHere, (roster, next) -> {
            boolean hasStopped = !isHere && roster.typists().stop(account, next);
            return roster.present().set(account, state, next) || hasStopped;
        });
    }

    /** Who tells the other nodes. */
    public void announceTypingTo(TypingEar ear) {
        announced = ear;
    }

    /** Each time that it is said the others are told, who have a lease of their own. @param until on any clock that does not jump */
    public void type(long room, Author author, long until) {
        typeElsewhere(room, author, until);
        announced.typed(room, author, true);
    }

    /** Another node said so. */
    public void typeElsewhere(long room, Author author, long until) {
        change(room, true, (roster, next) -> roster.typists().start(author, until, next));
    }

    /** A person of the room shows themself otherwise. Who read what comes last may have read it first. */
    void show(long room, ReadProfile read) {
        change(room, true, (roster, next) -> roster.cards().set(read, next));
    }

    public void stopTyping(long room, long account) {
        if (stopTypingElsewhere(room, account)) announced.typed(room, new Author(account, ""), false);
    }

    /** Another node said so. @return false: that is nothing new */
    public boolean stopTypingElsewhere(long room, long account) {
        return change(room, false, (roster, next) -> roster.typists().stop(account, next));
    }

    /** Whoever has not said so again has stopped typing. */
    public void expire(long now) {
        rosters.keySet()
                .forEach(room ->
                        change(room, false, (roster, next) -> roster.typists().expire(now, next)));
    }

    /** @param makes whether there may be no roster of the room yet. @return false: that is nothing new */
    private boolean change(long room, boolean makes, Roster.Change change) {
        // Posts come here, mostly for rooms in which nobody types or is shown.
        return (makes || rosters.containsKey(room)) && changeInOrder(room, makes, change);
    }

    private synchronized boolean changeInOrder(long room, boolean makes, Roster.Change change) {
        Roster roster = makes ? rosters.computeIfAbsent(room, id -> new Roster(id, mostPresent)) : rosters.get(room);
        if (roster == null || !roster.change(number + 1, change)) return false;
        fresh.add(room);
        number++;
        return true;
    }

    /** Forgets who has been gone since the call before this one: by now everybody was told. */
    public synchronized void forgetGone() {
        rosters.values().removeIf(roster -> roster.forgetGone(known));
        known = number;
    }

    /** A room whose members are to be told something: each once, until there is more. Empty: none. */
    public synchronized OptionalLong nextFresh() {
        Iterator<Long> rooms = fresh.iterator();
        if (!rooms.hasNext()) return OptionalLong.empty();
        long room = rooms.next();
        rooms.remove();
        return OptionalLong.of(room);
    }
}
