package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.holdfast.audit.Action;
import org.holdfast.audit.AuditLog;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change and its entry in the audit log: both are, or neither is. */
class PasswordChangeTest {
    private static final Settings SETTINGS = Settings.of(Map.of("holdfast.password.iterations", "1024"));
    private static final String NEXT = "another horse";

    @TempDir
    Path folder;

    private House house;
    private PasswordChange passwords;
    private Account ann;
    private Consumer<Handle> entry;

    @BeforeEach
    void open() {
        house = new House(folder);
        passwords = new PasswordChange(house.jdbi, house.accounts, new Passwords(SETTINGS));
        ann = house.signUp("Ann");
        entry = new AuditLog(house.jdbi, SETTINGS).entry(Action.PASSWORD_CHANGED, ann.id(), "Ann", "", "");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsChangedIsWrittenDown() {
        passwords.change(ann, "correct horse", NEXT, entry);
        house.accounts.authenticate("Ann", NEXT);
        assertThat(house.count("audit")).isEqualTo(1);
    }

    @Test
    void whatCanNotBeWrittenDownIsNotChanged() {
        house.jdbi.useHandle(handle -> handle.execute("ALTER TABLE audit RENAME TO gone"));
        assertThatThrownBy(() -> passwords.change(ann, "correct horse", NEXT, entry))
                .isNotNull();
        house.accounts.authenticate("Ann", "correct horse");
    }

    @Test
    void whatIsNotChangedIsNotWrittenDown() {
        Consumer<Handle> failing = entry.andThen(transaction -> {
            throw new IllegalStateException("a failure after it");
        });
        assertThatThrownBy(() -> passwords.change(ann, "correct horse", NEXT, failing))
                .hasMessageContaining("after it");
        house.accounts.authenticate("Ann", "correct horse");
        assertThat(house.count("audit")).isZero();
    }
}
