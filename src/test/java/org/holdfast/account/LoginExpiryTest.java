package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class LoginExpiryTest {
    /** A container discards a timer whose call fails twice: nobody would be signed out any more. */
    @Test
    void aDatabaseThatIsAwayDoesNotEndTheTimer() {
        AtomicInteger asked = new AtomicInteger();
        ConnectionFactory away = () -> {
            asked.incrementAndGet();
            throw new SQLException("the database is away");
        };
        LoginExpiry expiry = new LoginExpiry();
        expiry.logins = new LoginSessions(Jdbi.create(away), Settings.of(Map.of()), ended -> {}, Clock.systemUTC());
        expiry.end();
        expiry.end();
        assertThat(asked).hasValue(2);
    }
}
