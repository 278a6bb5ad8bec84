package org.holdfast.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.holdfast.account.LoginEnded;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;

/**
 * Finds the connections that are due a heartbeat, and those that are to end. The container's idle timeout is no help: our own sends
 * refresh it, so a dead peer that is written to would live for ever.
 */
@ApplicationScoped
public class Liveness {
    private final ConnectionRegistry registry;
    private final long interval;
    private final long evictAfter;
    private final long helloLimit;
    private final long sendLimit;

    @Inject
    public Liveness(ConnectionRegistry registry, Settings settings) {
        this.registry = registry;
        this.interval = settings.duration(Setting.HEARTBEAT_INTERVAL);
        this.evictAfter = settings.duration(Setting.HEARTBEAT_EVICT);
        this.helloLimit = settings.duration(Setting.HELLO_LIMIT);
        this.sendLimit = settings.duration(Setting.SEND_LIMIT);
    }

    /** For the container's proxy. */
    protected Liveness() {
        registry = null;
        interval = 0;
        evictAfter = 0;
        helloLimit = 0;
        sendLimit = 0;
    }

    /** First: an observer that fails keeps those after it from hearing of the beat. */
    void sweep(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Beat beat) {
        for (Subscriber subscriber : registry.all()) check(subscriber, beat.now());
    }

    private void check(Subscriber subscriber, long now) {
        long sendingSince = subscriber.sendingSince();
        if (sendingSince > 0 && now - sendingSince > sendLimit) subscriber.close(CloseCode.TRY_AGAIN_LATER);
        else if (now - subscriber.signs().heardAt() > evictAfter) subscriber.close(CloseCode.TIMEOUT);
        else if (!subscriber.isWelcomed() && now - subscriber.openedAt() > helloLimit)
            subscriber.close(CloseCode.TIMEOUT);
        else if (now - subscriber.signs().beatAt() >= interval)
            subscriber.beat(now, now - subscriber.signs().heardAt() > interval / 2);
    }

    /** It said itself that it lives, and is about to be answered: the heads go along. Most of what an idle connection costs is texts. */
    public void pinged(Subscriber subscriber, long now) {
        if (now - subscriber.signs().beatAt() >= interval / 2) subscriber.beatWithReply(now, false);
    }

    /** Whoever signed out hears nothing more, on any of the connections of that login. */
    void ended(@Observes LoginEnded login) {
        registry.ofAccount(login.account()).stream()
                .filter(subscriber -> subscriber.login().tokenHash().equals(login.tokenHash()))
                .forEach(subscriber -> subscriber.close(CloseCode.POLICY));
    }
}
