package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between a right password and the login that it begins, things may change. */
class ProofTest {
    @TempDir
    Path folder;

    private House house;
    private Proof proof;

    @BeforeEach
    void open() {
        house = new House(folder);
        house.signUp("Ann");
        proof = house.accounts.prove("Ann", "correct horse");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void noLogin() {
        assertThatThrownBy(() -> house.logins.begin(proof, "")).isInstanceOf(Refusal.class);
        assertThat(house.count("login_session")).isZero();
    }

    @Test
    void aPasswordThatIsStillRightBeginsALogin() {
        house.logins.begin(proof, "");
        assertThat(house.count("login_session")).isEqualTo(1);
    }

    @Test
    void aPasswordThatWasChangedMeanwhileBeginsNone() {
        house.jdbi.useHandle(handle -> handle.execute("UPDATE account SET password_hash = 'another'"));
        noLogin();
    }

    @Test
    void anAccountThatWasDisabledMeanwhileBeginsNone() {
        house.jdbi.useHandle(handle -> handle.execute("UPDATE account SET disabled_at = 1"));
        noLogin();
        proof = Proof.of(proof.account());
        noLogin();
    }

    @Test
    void itDoesNotPrintTheHash() {
        assertThat(proof.passwordHash()).isNotEmpty();
        assertThat(proof.toString()).doesNotContain(proof.passwordHash());
    }
}
