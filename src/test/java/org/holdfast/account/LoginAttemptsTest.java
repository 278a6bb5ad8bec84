package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private final TestClock clock = new TestClock();
    private final LoginAttempts attempts = attempts("3");

    @Test
    void afterTheLastWrongPasswordANameIsToldWhenToTryAgain() {
        tryTimes(3);
        clock.pass(60_000);
        assertThatThrownBy(() -> attempts.begin("ann")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(Code.RATE_LIMITED);
            assertThat(refusal.retryAfterMillis()).isEqualTo(240_000);
        });
    }

    @Test
    void thePauseOfOneNameIsNotThatOfAnother() {
        tryTimes(3);
        assertThatCode(() -> attempts.begin("ben")).doesNotThrowAnyException();
    }

    @Test
    void tryingDuringThePauseDoesNotMakeItLonger() {
        tryTimes(3);
        clock.pass(299_000);
        assertThatThrownBy(() -> attempts.begin("ann")).isInstanceOf(Refusal.class);
        clock.pass(1_000);
        assertThatCode(() -> attempts.begin("ann")).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        tryTimes(3);
        attempts.succeeded("ann");
        assertThatCode(() -> tryTimes(3)).doesNotThrowAnyException();
    }

    @Test
    void zeroMeansNoLimit() {
        LoginAttempts endless = attempts("0");
        assertThatCode(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        endless.begin("ann");
                    }
                })
                .doesNotThrowAnyException();
    }

    private void tryTimes(int times) {
        for (int i = 0; i < times; i++) {
            attempts.begin("ann");
        }
    }

    private LoginAttempts attempts(String most) {
        return new LoginAttempts(Settings.of(Map.of("holdfast.login.attempts", most)), clock::nanos);
    }
}
