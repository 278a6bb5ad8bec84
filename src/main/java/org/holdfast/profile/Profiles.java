package org.holdfast.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.room.Access;
import org.holdfast.room.People;
import org.holdfast.room.SitePermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Knows how people show themselves, and changes it. */
@ApplicationScoped
public class Profiles {
    /** The database's clock, and not a node's: what changed lately is asked by it. */
    static final String NEXT_REVISION = "profile_revision ="
            + " GREATEST(profile_revision + 1, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT))";

    private final Jdbi jdbi;
    private final Access access;
    private final Consumer<ProfileChanged> changed;

    /** Nothing passing that this node knows of ends before. 0: it has not looked. */
    private final AtomicLong nextEnd = new AtomicLong();

    @Inject
    public Profiles(Jdbi jdbi, Access access, Event<ProfileChanged> changed) {
        this(jdbi, access, changed::fire);
    }

    public Profiles(Jdbi jdbi, Access access, Consumer<ProfileChanged> changed) {
        this.jdbi = jdbi;
        this.access = access;
        this.changed = changed;
    }

    /** For the container's proxy. */
    protected Profiles() {
        this(null, null, (Consumer<ProfileChanged>) null);
    }

    /** Of those whom the account may know of; the others are left out. */
    public List<Profile> of(Account account, List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + Profile.COLUMNS
                        + " FROM account a WHERE a.id IN (<ids>) AND " + People.KNOWN + " ORDER BY a.id")
                .bindList("ids", ids)
                .bind("everybody", access.may(account.id(), SitePermission.FIND_PEOPLE) ? 1 : 0)
                .bind("account", account.id())
                .bind("now", System.currentTimeMillis())
                .map(Profile::of)
                .list());
    }

    /** As it is now, for whoever tells others. */
    public ReadProfile read(long account) {
        ReadProfile read = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT a.profile_revision, " + Profile.COLUMNS + " FROM account a WHERE a.id = :id")
                .bind("id", account)
                .bind("now", System.currentTimeMillis())
                .map(ReadProfile::of)
                .one());
        // Said at this node or another: here its end is waited for.
        read.profile().ends().forEach(this::waitFor);
        return read;
    }

    /** An empty status is none. */
    public void say(long account, Status status) {
        boolean isNone = status.isNone();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE account SET status_emoji = ?, status_text = ?, status_until = ?, " + NEXT_REVISION
                        + " WHERE id = ?",
                isNone ? null : status.emoji(),
                isNone ? null : status.text(),
                isNone ? null : status.until(),
                account));
        show(account);
    }

    /** @throws Refusal {@code forbidden}: another name, of an account whose name comes from elsewhere */
    public void change(Account account, ProfileChange change) {
        String name = change.displayName();
        boolean isRenamed = name != null && !name.equals(account.displayName());
        jdbi.useTransaction(transaction -> {
            if (isRenamed && rename(transaction, account.id(), name) == 0)
                throw new Refusal(Code.FORBIDDEN, "Your name comes from where you sign in. It is changed there.");
            if (change.about() != null)
                transaction.execute("UPDATE account SET about = ? WHERE id = ?", change.about(), account.id());
            transaction.execute("UPDATE account SET " + NEXT_REVISION + " WHERE id = ?", account.id());
        });
        changed.accept(new ProfileChanged(account.id(), isRenamed));
    }

    private static int rename(Handle transaction, long account, String name) {
        return transaction.execute(
                "UPDATE account SET display_name = ? WHERE id = ? AND source = 'own'", name, account);
    }

    /** @param hash of its content; null: none. @return that of the one before; null: there was none. @throws Refusal {@code not_found} */
    public String picture(long account, String hash) {
        String before = jdbi.inTransaction(transaction -> {
            String shown = transaction
                    .select("SELECT picture FROM account WHERE id = ? FOR UPDATE", account)
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            String update = "UPDATE account SET picture = ?, " + NEXT_REVISION + " WHERE id = ?";
            if (transaction.execute(update, hash, account) == 0)
                throw new Refusal(Code.NOT_FOUND, "There is no such account.");
            return shown;
        });
        show(account);
        return before;
    }

    /** A person shows themself otherwise, and it is committed. */
    void show(long account) {
        changed.accept(new ProfileChanged(account, false));
    }

    /** Whether something is over that others are still shown. */
    public boolean isDue(long now) {
        return nextEnd.get() <= now;
    }

    /** Takes away what is over. */
    public void end(long now) {
        nextEnd.set(Long.MAX_VALUE);
        try {
            for (Passing passing : Passing.values()) end(passing, now);
        } catch (RuntimeException away) {
            // The database does not answer: it is looked at again with the next beat.
            nextEnd.set(0);
            throw away;
        }
    }

    private void end(Passing passing, long now) {
        for (long account : jdbi.withHandle(handle -> passing.over(handle, now)))
            if (jdbi.withHandle(handle -> passing.end(handle, account, now))) show(account);
        jdbi.withHandle(passing::soonest).ifPresent(this::waitFor);
    }

    private void waitFor(long until) {
        nextEnd.accumulateAndGet(until, Math::min);
    }
}
