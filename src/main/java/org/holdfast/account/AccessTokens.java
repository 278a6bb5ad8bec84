package org.holdfast.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.account.AccessTokenStore.Held;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** The access tokens of the accounts. The database knows; what it said last is believed for as long as of a login. */
@ApplicationScoped
public class AccessTokens {
    /**
     * A token that was just made.
     *
     * @param secret told to whoever asked for it, and never again
     */
    public record Issued(AccessToken token, String secret) {
        /** Not the secret: records print themselves into logs. */
        @Override
        public String toString() {
            return "Issued " + token.id();
        }
    }

    private static final int MOST_KNOWN = 10_000;

    private final AccessTokenStore store;
    private final Consumer<LoginEnded> ended;
    private final int most;
    private final Cache<String, Held> known;

    @Inject
    public AccessTokens(Jdbi jdbi, Settings settings, Event<LoginEnded> ended) {
        this(jdbi, settings, ended::fire);
    }

    AccessTokens(Jdbi jdbi, Settings settings, Consumer<LoginEnded> ended) {
        this.store = new AccessTokenStore(jdbi);
        this.ended = ended;
        this.most = settings.number(Setting.ACCESS_TOKENS);
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterWrite(settings.duration(Setting.LOGIN_RECHECK), TimeUnit.MILLISECONDS)
                .build();
    }

    /** For the container's proxy. */
    protected AccessTokens() {
        store = null;
        ended = null;
        most = 0;
        known = null;
    }

    /**
     * @param lifetime in milliseconds; 0: for ever
     * @throws Refusal {@code bad_field}, or {@code forbidden} when the account has as many as it may
     */
    public Issued issue(Account account, String name, Scope scope, long lifetime) {
        Name checked = Name.of("name", name);
        Secret secret = Secret.next();
        long now = System.currentTimeMillis();
        AccessToken token =
                new AccessToken(0, secret.hash(), checked.text(), scope, now, lifetime == 0 ? 0 : now + lifetime, 0);
        return new Issued(store.insert(token, account.id(), most), secret.text());
    }

    public List<AccessToken> of(Account account) {
        return store.of(account.id());
    }

    /** Whom a secret stands for, if it is valid. */
    public Optional<Login> find(String secret) {
        Secret presented = new Secret(secret);
        return presented.isWellFormed() ? ofHash(presented.hash()) : Optional.empty();
    }

    Optional<Login> ofHash(String tokenHash) {
        long now = System.currentTimeMillis();
        // Loaded inside the cache's lock for the key: a revocation that comes meanwhile removes what was loaded before.
        return Optional.ofNullable(known.get(tokenHash, hash -> store.used(hash, now)))
                .filter(held -> !held.token().isOver(now))
                .map(held -> new Login(
                        held.account(), held.token().hash(), held.token().scope()));
    }

    /** Whoever came with it is heard no more, on any connection. @return false: the account has none of that number */
    public boolean revoke(Account account, long id) {
        Optional<AccessToken> revoked = store.delete(account.id(), id);
        revoked.ifPresent(token -> end(token.hash(), account.id()));
        return revoked.isPresent();
    }

    /** It is over, by another node: nobody believes it any more. */
    public void forget(String hash) {
        known.invalidate(hash);
    }

    /** An account is something else now, or nothing any more: what was known of its tokens is read again. */
    void forget(long account) {
        known.asMap().values().removeIf(held -> held.account().id() == account);
    }

    public void revokeAll(Account account) {
        of(account).forEach(token -> revoke(account, token.id()));
    }

    private void end(String hash, long account) {
        known.invalidate(hash);
        ended.accept(new LoginEnded(hash, account));
    }

    /** Ends those whose time is over. */
    void endExpired() {
        store.deleteExpired(System.currentTimeMillis()).forEach(login -> end(login.tokenHash(), login.account()));
    }
}
