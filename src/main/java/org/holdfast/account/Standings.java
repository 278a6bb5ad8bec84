package org.holdfast.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The role of each account now: a connection's login only knows what it was at the handshake. */
@ApplicationScoped
public class Standings {
    private final Jdbi jdbi;
    private final Cache<Long, Optional<Role>> known;

    @Inject
    public Standings(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.number(Setting.LOGIN_CACHE))
                .expireAfterWrite(settings.duration(Setting.LOGIN_RECHECK), TimeUnit.MILLISECONDS)
                .build();
    }

    /** For the container's proxy. */
    protected Standings() {
        jdbi = null;
        known = null;
    }

    /** Empty: it is disabled. May read the database. */
    public Optional<Role> roleOf(long account) {
        return known.get(account, id -> jdbi.withHandle(handle -> read(handle, id)));
    }

    /** The same for a write, by its transaction: it must not wait for a second connection. */
    public Optional<Role> roleOf(Handle transaction, long account) {
        Optional<Role> role = known.getIfPresent(account);
        return role != null ? role : read(transaction, account);
    }

    private static Optional<Role> read(Handle handle, long account) {
        return handle.createQuery("SELECT role FROM account WHERE id = :id AND disabled_at IS NULL")
                .bind("id", account)
                .mapTo(String.class)
                .findOne()
                .map(Role::of);
    }

    /** It has another one from now on. */
    void forget(long account) {
        known.invalidate(account);
    }
}
