package org.holdfast.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Who is signed in. The database knows; what it said last is believed for a few seconds. */
@ApplicationScoped
public class LoginSessions {

    private final LoginStore store;
    private final Consumer<LoginEnded> ended;
    private final Clock clock;
    private final long lifetimeMillis;
    private final Cache<String, LoginSession> known;

    @Inject
    public LoginSessions(Jdbi jdbi, Settings settings, Event<LoginEnded> ended) {
        this(jdbi, settings, ended::fire, Clock.systemUTC());
    }

    LoginSessions(Jdbi jdbi, Settings settings, Consumer<LoginEnded> ended, Clock clock) {
        this.store = new LoginStore(jdbi);
        this.ended = ended;
        this.clock = clock;
        this.lifetimeMillis = settings.duration(Setting.LOGIN_LIFETIME);
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.number(Setting.LOGIN_CACHE))
                .expireAfterWrite(settings.duration(Setting.LOGIN_RECHECK), TimeUnit.MILLISECONDS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** For the container's proxy. */
    protected LoginSessions() {
        store = null;
        ended = null;
        clock = null;
        lifetimeMillis = 0;
        known = null;
    }

    /** Signs a browser in. Returns the token for its cookie, which is told nowhere else. */
    public String begin(Account account, String device) {
        return begin(Proof.of(account), device);
    }

    /** Refuses with {@code wrong_login}: the password was changed meanwhile, or the account disabled. */
    public String begin(Proof proof, String device) {
        Secret token = Secret.next();
        long now = clock.millis();
        Login login = new Login(proof.account(), token.hash());
        store.insert(new LoginSession(login, now + lifetimeMillis), device, now, proof.passwordHash());
        return token.text();
    }

    /** Whose browser a cookie's token stands for, if it is still valid. */
    public Optional<Login> find(String token) {
        Secret presented = new Secret(token);
        return presented.isWellFormed() ? ofHash(presented.hash()) : Optional.empty();
    }

    Optional<Login> ofHash(String tokenHash) {
        long now = clock.millis();
        // Loaded inside the cache's lock for the key: a revocation that comes meanwhile removes what was loaded before
        // it.
        return Optional.ofNullable(
                        known.get(tokenHash, hash -> store.seen(hash, now).orElse(null)))
                .filter(session -> session.expiresAt() > now)
                .map(LoginSession::login);
    }

    /** Where an account is signed in, the place that was seen last first. */
    public List<LoginRecord> of(Account account) {
        return store.of(account.id(), clock.millis());
    }

    /** Ends a login session; ending it twice changes nothing. */
    public void end(Login login) {
        end(login.tokenHash(), login.account().id());
    }

    public void end(LoginEnded login) {
        end(login.tokenHash(), login.account());
    }

    /** Ends one of an account's own. @return false: it has none of that id */
    public boolean end(Account account, String id) {
        Optional<LoginRecord> found =
                of(account).stream().filter(login -> login.id().equals(id)).findFirst();
        found.ifPresent(login -> end(login.tokenHash(), account.id()));
        return found.isPresent();
    }

    /** Ends all of an account's own but one. @param kept null: none is kept */
    public void endOthers(long account, Login kept) {
        store.of(account, clock.millis()).stream()
                .map(LoginRecord::tokenHash)
                .filter(hash -> kept == null || !hash.equals(kept.tokenHash()))
                .forEach(hash -> end(hash, account));
    }

    private void end(String tokenHash, long account) {
        boolean existed = store.delete(tokenHash);
        known.invalidate(tokenHash);
        if (existed) ended.accept(new LoginEnded(tokenHash, account));
    }

    /** It is over, by another node: nobody believes it any more. */
    public void forget(String tokenHash) {
        known.invalidate(tokenHash);
    }

    /** Which of them are over, whoever ended them. Reads the database. */
    public List<LoginEnded> over(Collection<Login> logins) {
        List<Login> ours =
                logins.stream().filter(login -> login.account().id() > 0).toList();
        Set<String> valid = store.valid(ours.stream().map(Login::tokenHash).toList(), clock.millis());
        return ours.stream()
                .filter(login -> !valid.contains(login.tokenHash()))
                .map(login -> new LoginEnded(login.tokenHash(), login.account().id()))
                .toList();
    }

    /** An account is something else now, or nothing any more: what was known of its logins is read again. */
    void forget(long account) {
        known.asMap().values().removeIf(session -> session.login().account().id() == account);
    }

    /** Ends those whose time is over. */
    void endExpired() {
        List<LoginEnded> expired = store.deleteExpired(clock.millis());
        expired.forEach(login -> known.invalidate(login.tokenHash()));
        expired.forEach(ended);
    }
}
