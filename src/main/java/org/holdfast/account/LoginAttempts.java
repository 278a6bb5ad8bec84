package org.holdfast.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Slows down whoever guesses passwords, name by name. Not by address: behind a proxy all have the same, and a header that
 * names another is the guesser's to write. The right password waits too, or the pause would tell it from the wrong ones.
 */
@ApplicationScoped
public class LoginAttempts {

    private static final int MOST_NAMES = 100_000;

    private final int most;
    private final long pauseMillis;
    private final Cache<String, AtomicInteger> open;

    @Inject
    public LoginAttempts(Settings settings) {
        this(settings, Ticker.systemTicker());
    }

    LoginAttempts(Settings settings, Ticker ticker) {
        most = settings.number(Setting.LOGIN_ATTEMPTS);
        pauseMillis = settings.duration(Setting.LOGIN_PAUSE);
        open = Caffeine.newBuilder()
                .maximumSize(MOST_NAMES)
                .expireAfterWrite(pauseMillis, TimeUnit.MILLISECONDS)
                .ticker(ticker)
                .build();
    }

    /** For the container's proxy. */
    protected LoginAttempts() {
        most = 0;
        pauseMillis = 0;
        open = null;
    }

    /** Counted before the password is checked: attempts at the same moment must not all slip through. */
    void begin(String nameKey) {
        int attempts = open.get(nameKey, key -> new AtomicInteger()).incrementAndGet();
        if (most > 0 && attempts > most) {
            throw new Refusal(Code.RATE_LIMITED, "Too many wrong passwords for this name.", remainingMillis(nameKey));
        }
    }

    /** It was no attempt after all. */
    void takeBack(String nameKey) {
        AtomicInteger attempts = open.getIfPresent(nameKey);
        if (attempts != null) attempts.decrementAndGet();
    }

    void succeeded(String nameKey) {
        open.invalidate(nameKey);
    }

    private long remainingMillis(String nameKey) {
        long age = open.policy()
                .expireAfterWrite()
                .flatMap(expiry -> expiry.ageOf(nameKey, TimeUnit.MILLISECONDS).stream()
                        .boxed()
                        .findFirst())
                .orElse(0L);
        return Math.max(1, pauseMillis - age);
    }
}
