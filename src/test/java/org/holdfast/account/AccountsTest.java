package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6: accounts. */
class AccountsTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theFirstAccountIsTheAdministratorAndTheNextIsNot() {
        assertThat(house.signUp("Ann").role()).isEqualTo(Role.ADMIN);
        assertThat(house.signUp("Ben").role()).isEqualTo(Role.MEMBER);
        assertThat(house.accounts.authenticate("Ann", "correct horse").role()).isEqualTo(Role.ADMIN);
        assertThat(house.accounts.authenticate("Ben", "correct horse").role()).isEqualTo(Role.MEMBER);
    }

    @RepeatedTest(3)
    void ofManyFirstSignUpsAtOnceExactlyOneIsTheAdministrator() throws Exception {
        int people = 4;
        CyclicBarrier start = new CyclicBarrier(people);
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Future<Account>> signUps = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                String name = "person-" + i;
                signUps.add(threads.submit(() -> {
                    SignUp signUp = new SignUp(Name.of("name", name), name, "hash", true, "", house.clock.millis());
                    start.await();
                    return house.jdbi.inTransaction(signUp::in);
                }));
            }
            List<Role> roles = new ArrayList<>();
            for (Future<Account> signUp : signUps) {
                roles.add(signUp.get().role());
            }
            assertThat(roles).hasSize(people).containsOnlyOnce(Role.ADMIN);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anAccountHasALogOfItsOwn() {
        Account ann = house.signUp("Ann");
        assertThat(ann.log()).isNotEqualTo(house.signUp("Ben").log());
        assertThat(house.accounts.find(ann.id())).contains(ann);
        assertThat(house.count("log WHERE id = " + ann.log() + " AND last_sequence = 0"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", " ANN ", "Ａｎｎ"})
    void aNameThatReadsTheSameIsTakenAndLeavesNothingBehind(String name) {
        house.signUp("Ann");
        refused(Code.NAME_TAKEN, () -> house.signUp(name));
        assertThat(house.count("log")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\tb", "ann\u200b", "\u202eann", "\ud800", "ﷺﷺﷺﷺ"})
    void aNameThatIsEmptyOrInvisibleOrTooLongWhenFoldedIsRefused(String name) {
        refused(Code.BAD_FIELD, () -> house.signUp(name));
    }

    @Test
    void aNameHasAtMostSixtyCharacters() {
        assertThat(house.signUp("a".repeat(60)).name()).hasSize(60);
        refused(Code.BAD_FIELD, () -> house.signUp("b".repeat(61)));
    }

    @Test
    void thePasswordHasEightToTwoHundredCharacters() {
        refused(Code.BAD_FIELD, () -> house.accounts.signUp("Ann", "", "1234567"));
        refused(Code.BAD_FIELD, () -> house.accounts.signUp("Ann", "", "x".repeat(201)));
        assertThat(house.accounts.signUp("Ann", "", "12345678").name()).isEqualTo("Ann");
    }

    @Test
    void withoutADisplayNameTheNameIsShown() {
        assertThat(house.signUp("Ann").displayName()).isEqualTo("Ann");
        assertThat(house.accounts
                        .signUp("ben", "Ben B.", "correct horse")
                        .author()
                        .name())
                .isEqualTo("Ben B.");
    }

    @Test
    void aClosedHouseLetsOnlyTheFirstIn() {
        house.close();
        house = new House(folder, Map.of("holdfast.signup", "false"));
        assertThat(house.signUp("Ann").role()).isEqualTo(Role.ADMIN);
        refused(Code.FORBIDDEN, () -> house.signUp("Ben"));
        assertThat(house.count("account")).isEqualTo(1);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreToldAlike() {
        house.signUp("Ann");
        Refusal wrong = refused(Code.WRONG_LOGIN, () -> house.accounts.authenticate("Ann", "wrong horse"));
        Refusal unknown = refused(Code.WRONG_LOGIN, () -> house.accounts.authenticate("Nobody", "wrong horse"));
        assertThat(unknown.json(null)).isEqualTo(wrong.json(null));
    }

    @Test
    void howManyAreCalledSoIsKnownHoweverFewAreListed() {
        for (String name : List.of("Ann", "joanna", "Ben")) house.signUp(name);
        house.accounts.signUp("zed", "Hanna", "correct horse");
        assertThat(house.accounts.list(" ANN", 2)).hasSize(2);
        assertThat(house.accounts.count(" ANN")).isEqualTo(3);
        assertThat(house.accounts.count("")).isEqualTo(4);
        assertThat(house.accounts.count("%")).isZero();
    }

    @Test
    void aDisabledAccountCannotSignIn() {
        Account ann = house.signUp("Ann");
        house.jdbi.useHandle(handle -> handle.execute("UPDATE account SET disabled_at = 1"));
        refused(Code.WRONG_LOGIN, () -> house.accounts.authenticate("Ann", "correct horse"));
        assertThat(house.accounts.find(ann.id())).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoPassword() {
        house.signUp("Ann");
        String hash = house.jdbi.withHandle(handle -> handle.createQuery("SELECT password_hash FROM account")
                .mapTo(String.class)
                .one());
        assertThat(hash).startsWith("PBKDF2WithHmacSHA512:1024:").doesNotContain("correct horse");
    }

    private static Refusal refused(Code code, ThrowingCallable asked) {
        Throwable thrown = catchThrowable(asked);
        assertThat(thrown).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).code()).isEqualTo(code);
        return (Refusal) thrown;
    }
}
