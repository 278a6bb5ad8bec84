package org.holdfast.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** As what people want others to see them, of all who want anything but how it is: they are few. */
@ApplicationScoped
public class ShownPeople {
    private final Jdbi jdbi;
    private final Consumer<ShownOtherwise> changed;

    /** Hears that somebody said so at this node. Must not block. */
    private volatile Runnable announced = () -> {};

    /** Null: nobody has looked yet. Written under the lock, and replaced as a whole. */
    private volatile Map<Long, ShownAs> chosen;

    /** Whether somebody has said so, and it could not be read. */
    private volatile boolean missed;

    /** How many looks have begun. Guarded by this. */
    private long begun;

    /** Which of them found what is known. Guarded by this. */
    private long taken;

    @Inject
    public ShownPeople(Jdbi jdbi, Event<ShownOtherwise> changed) {
        this(jdbi, changed::fire);
    }

    public ShownPeople(Jdbi jdbi, Consumer<ShownOtherwise> changed) {
        this.jdbi = jdbi;
        this.changed = changed;
    }

    /** For the container's proxy. */
    protected ShownPeople() {
        this(null, (Consumer<ShownOtherwise>) null);
    }

    /** Who tells the other nodes. */
    public void announceTo(Runnable listener) {
        announced = listener;
    }

    /** @return null: as it is */
    public ShownAs of(long account) {
        Map<Long, ShownAs> all = chosen;
        return all == null ? null : all.get(account);
    }

    /** While it is not known who is, everybody is: nobody is to be seen for a moment by mistake. */
    public boolean isInvisible(long account) {
        return chosen == null || of(account) == ShownAs.INVISIBLE;
    }

    /** Somebody has said so here, and it is committed. It reads the database. */
    void changedHere() {
        missed = true;
        look();
        missed = false;
        announced.run();
    }

    /** Reads what could not be read when it was said. Without other nodes nothing else would. */
    public void catchUp() {
        if (missed) changedHere();
    }

    public boolean hasMissed() {
        return missed;
    }

    /** Reads the database once. */
    public void know() {
        if (chosen == null) look();
    }

    /** Reads the database. */
    public void look() {
        long turn = begin();
        take(turn, read()).forEach(account -> changed.accept(new ShownOtherwise(account)));
    }

    private synchronized long begin() {
        return ++begun;
    }

    private Map<Long, ShownAs> read() {
        return jdbi.withHandle(handle -> handle.select("SELECT id, shown_as FROM account WHERE shown_as IS NOT NULL")
                .map((row, context) -> Map.entry(row.getLong("id"), ShownAs.of(row)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What began later has read what is newer. @return who is shown otherwise now */
    private synchronized Set<Long> take(long turn, Map<Long, ShownAs> found) {
        if (turn < taken) return Set.of();
        Map<Long, ShownAs> before = chosen == null ? Map.of() : chosen;
        taken = turn;
        chosen = found;
        Set<Long> others = new HashSet<>(before.keySet());
        others.addAll(found.keySet());
        others.removeIf(account -> before.get(account) == found.get(account));
        return others;
    }
}
