package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.holdfast.AtOnce;
import org.holdfast.Holds;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
    @TempDir
    Path folder;

    private House house;
    private Account ann;

    @BeforeEach
    void open() {
        house = new House(folder, Map.of("holdfast.access.tokens", "2"));
        ann = house.signUp("Ann");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTokenStandsForItsAccountWithItsScope() {
        Login login = house.tokens.find(issue(Scope.READ, 0).secret()).orElseThrow();
        assertThat(login.account()).isEqualTo(ann);
        assertThat(login.scope()).isEqualTo(Scope.READ);
    }

    @Test
    void theDatabaseHoldsOnlyAHash() {
        String secret = issue(Scope.READ, 0).secret();
        String stored = house.jdbi.withHandle(handle -> handle.createQuery("SELECT token_hash FROM access_token")
                .mapTo(String.class)
                .one());
        assertThat(stored).matches("[0-9a-f]{64}").isNotEqualTo(secret);
        assertThat(house.tokens.find(stored)).isEmpty();
    }

    @Test
    void whatIsOverIsWorthNothingAndItsConnectionsAreToldOnce() {
        AccessTokens.Issued issued = issue(Scope.READ, 1);
        issue(Scope.READ, 0);
        while (System.currentTimeMillis() < issued.token().expiresAt()) Thread.onSpinWait();
        assertThat(house.tokens.find(issued.secret())).isEmpty();
        house.tokens.endExpired();
        house.tokens.endExpired();
        assertThat(house.ended).containsExactly(new LoginEnded(issued.token().hash(), ann.id()));
        assertThat(house.tokens.of(ann)).hasSize(1);
    }

    @Test
    void nobodyRevokesTheTokenOfAnother() {
        AccessTokens.Issued issued = issue(Scope.WRITE, 0);
        assertThat(house.tokens.revoke(house.signUp("Ben"), issued.token().id()))
                .isFalse();
        assertThat(house.tokens.find(issued.secret())).isPresent();
        assertThat(house.tokens.revoke(ann, issued.token().id())).isTrue();
        assertThat(house.tokens.find(issued.secret())).isEmpty();
    }

    @Test
    @Holds("7: access tokens of an account")
    void anAccountHasSoManyTokensAndNoMore() {
        issue(Scope.READ, 0);
        issue(Scope.READ, 0);
        assertThatThrownBy(() -> issue(Scope.READ, 0))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.FORBIDDEN));
    }

    private AccessTokens.Issued issue(Scope scope, long lifetime) {
        return house.tokens.issue(ann, "a program", scope, lifetime);
    }

    @Test
    void ofManyWhoMakeOneAtOnceNoneIsOverTheLimit() {
        house.close();
        house = new House(folder, Map.of("holdfast.access.tokens", "3"));
        Account ann = house.signUp("Ann at once");
        assertThat(AtOnce.failures(8, () -> house.tokens.issue(ann, "one", Scope.READ, 0)))
                .hasSize(5)
                .hasOnlyElementsOfType(Refusal.class);
        assertThat(house.tokens.of(ann)).hasSize(3);
    }
}
