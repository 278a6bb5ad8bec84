package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSessionsTest {

    private static final long LIFETIME = 30L * 24 * 60 * 60 * 1_000;

    @TempDir
    Path folder;

    private House house;
    private Account ann;
    private String token;

    @BeforeEach
    void signIn() {
        house = new House(folder);
        ann = house.signUp("Ann");
        token = house.logins.begin(ann, "a browser");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTokenStandsForItsAccountAlsoAfterARestart() {
        assertThat(house.logins.find(token).orElseThrow().account()).isEqualTo(ann);
        house.close();
        house = new House(folder);
        assertThat(house.logins.find(token).orElseThrow().account()).isEqualTo(ann);
    }

    @Test
    void theDatabaseHoldsOnlyAHashOfTheToken() {
        String stored = house.jdbi.withHandle(handle -> handle.createQuery("SELECT token_hash FROM login_session")
                .mapTo(String.class)
                .one());
        assertThat(stored).matches("[0-9a-f]{64}").isNotEqualTo(token);
        assertThat(house.logins.find(stored)).isEmpty();
    }

    @Test
    void everyLoginHasATokenOfItsOwn() {
        assertThat(house.logins.begin(ann, "")).isNotEqualTo(token).hasSize(43);
    }

    @Test
    void afterItsEndATokenIsWorthNothingAtOnceAndTheEndIsToldOnce() {
        Login login = house.logins.find(token).orElseThrow();
        house.logins.end(login);
        house.logins.end(login);
        assertThat(house.logins.find(token)).isEmpty();
        assertThat(house.ended).isEqualTo(List.of(new LoginEnded(login.tokenHash(), ann.id())));
    }

    @Test
    void whatAnotherNodeEndedIsFoundAndNoProgramsTokenIsTakenForIt() {
        Login ended = house.logins.find(token).orElseThrow();
        Login open = house.logins.find(house.logins.begin(ann, "")).orElseThrow();
        String secret = house.tokens.issue(ann, "robot", Scope.READ, 0).secret();
        Login program = house.tokens.find(secret).orElseThrow();
        List<Login> connected = List.of(ended, open, program, Login.NOBODY);
        assertThat(house.logins.over(connected)).isEmpty();
        house.jdbi.useHandle(
                handle -> handle.execute("DELETE FROM login_session WHERE token_hash = ?", ended.tokenHash()));
        assertThat(house.logins.over(connected)).containsExactly(new LoginEnded(ended.tokenHash(), ann.id()));
        house.jdbi.useHandle(handle -> handle.execute("UPDATE account SET disabled_at = 1"));
        assertThat(house.logins.over(connected)).hasSize(3);
    }

    @Test
    void aTokenIsWorthNothingAfterItsLifetimeEvenWhileItIsRemembered() {
        house.clock.pass(LIFETIME - 1);
        assertThat(house.logins.find(token)).isPresent();
        house.clock.pass(1);
        assertThat(house.logins.find(token)).isEmpty();
    }

    @Test
    void theSweepEndsWhatIsExpiredAndNothingElse() {
        house.clock.pass(LIFETIME / 2);
        String younger = house.logins.begin(ann, "");
        house.clock.pass(LIFETIME / 2);
        house.logins.endExpired();
        assertThat(house.ended).extracting(LoginEnded::account).containsExactly(ann.id());
        assertThat(house.count("login_session")).isEqualTo(1);
        assertThat(house.logins.find(younger)).isPresent();
    }

    @Test
    void whatAnotherServerEndedIsNoticedAfterTheRecheck() {
        assertThat(house.logins.find(token)).isPresent();
        house.jdbi.useHandle(handle -> handle.execute("DELETE FROM login_session"));
        assertThat(house.logins.find(token)).as("still believed").isPresent();
        house.clock.pass(10_001);
        assertThat(house.logins.find(token)).isEmpty();
    }

    @Test
    void aDisabledAccountIsSignedOut() {
        house.jdbi.useHandle(handle -> handle.execute("UPDATE account SET disabled_at = 1"));
        assertThat(house.logins.find(token)).isEmpty();
    }

    @Test
    void lastSeenIsWrittenOnceAMinuteAtMost() {
        long begun = lastSeen();
        house.clock.pass(30_000);
        house.logins.find(token);
        assertThat(lastSeen()).isEqualTo(begun);
        house.clock.pass(30_000);
        house.logins.find(token);
        assertThat(lastSeen()).isEqualTo(begun + 60_000);
    }

    @Test
    void aLongNameOfADeviceIsCut() {
        assertThat(house.logins.find(house.logins.begin(ann, "x".repeat(1_000))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "' OR '1'='1", "ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"})
    void whatIsNoTokenSignsNobodyIn(String text) {
        assertThat(house.logins.find(text)).isEmpty();
    }

    @Test
    void theCookieIsFoundAmongOthers() {
        Logins logins = new Logins(
                house.logins,
                house.tokens,
                new Tickets(house.jdbi, house.logins, house.tokens),
                new LoginCookieName(Settings.of(Map.of())));
        assertThat(logins.from("a=1; holdfast=" + token + "; holdfastx=2", null))
                .map(Login::account)
                .contains(ann);
        assertThat(logins.from("xholdfast=" + token, null)).isEmpty();
        assertThat(logins.from("holdfast=", null)).isEmpty();
        assertThat(logins.from(null, null)).isEmpty();
    }

    private long lastSeen() {
        return house.jdbi.withHandle(handle -> handle.createQuery("SELECT last_seen_at FROM login_session")
                .mapTo(Long.class)
                .one());
    }
}
