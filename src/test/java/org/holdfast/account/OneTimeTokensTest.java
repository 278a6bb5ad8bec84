package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneTimeTokensTest {
    @TempDir
    Path folder;

    private House house;
    private OneTimeTokens tokens;
    private Account ann;

    @BeforeEach
    void open() {
        house = new House(folder);
        tokens = new OneTimeTokens(house.jdbi, Settings.of(Map.of()));
        ann = house.signUp("Ann");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void check(OneTimeTokens.Issued issued) {
        house.jdbi.useHandle(handle -> OneTimeTokens.check(handle, Purpose.RESET, issued.secret()));
    }

    @Test
    void aResetEndsThoseBeforeItOrNothingDoes() {
        var first = tokens.reset(ann, ann.id());
        check(first);
        var nobody = new Account(999, 999, "nobody", "", Role.ADMIN);
        assertThatThrownBy(() -> tokens.reset(nobody, ann.id()))
                .as("a row of nobody's can't be")
                .isNotNull();
        check(first);
        check(tokens.reset(ann, ann.id()));
        assertThatThrownBy(() -> check(first)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOverForLongIsNotKept() {
        tokens.invite(ann, Role.MEMBER, "");
        long now = System.currentTimeMillis();
        tokens.deleteOld(now);
        assertThat(house.count("one_time_token")).isEqualTo(1);
        tokens.deleteOld(now + Duration.ofDays(100).toMillis());
        assertThat(house.count("one_time_token")).isZero();
    }
}
