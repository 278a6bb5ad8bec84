package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.Test;

class BansTest {
    private static final long LENGTH = 10_000;
    private static final int MOST = 10_000;

    private final Bans bans = new Bans(LENGTH);

    @Test
    void whoIsBannedIsToldHowLongAndNobodyElseIs() {
        bans.add(1, 5_000);
        assertThatThrownBy(() -> bans.check(1, 8_000))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.RATE_LIMITED))
                .satisfies(refusal -> assertThat(refusal.retryAfterMillis()).isEqualTo(7_000));
        comesIn(2, 8_000);
    }

    @Test
    void whoInsistsIsKnownAfterTheThirdTimeUntilTheBanEnds() {
        assertThat(bans.areOver(5_000)).isTrue();
        bans.add(1, 5_000);
        assertThat(bans.areOver(5_000)).isFalse();
        assertThat(bans.areOver(5_000 + LENGTH)).isTrue();
        for (int told = 0; told < 3; told++) {
            doesNotInsist(1, 6_000);
            assertThatThrownBy(() -> bans.check(1, 6_000)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> bans.checkInsistent(1, 8_000))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.retryAfterMillis()).isEqualTo(7_000));
        doesNotInsist(2, 8_000);
        doesNotInsist(1, 5_000 + LENGTH);
    }

    private void doesNotInsist(long account, long now) {
        assertThatCode(() -> bans.checkInsistent(account, now)).doesNotThrowAnyException();
    }

    @Test
    void aBanEndsByItself() {
        bans.add(1, 5_000);
        comesIn(1, 5_000 + LENGTH);
    }

    @Test
    void thereAreNotMoreOfThemThanItKeepsAndThoseThatHaveEndedMakeRoom() {
        for (long account = 1; account <= MOST; account++) bans.add(account, 0);
        bans.add(MOST + 1, 0);
        comesIn(MOST + 1, 0);
        bans.add(MOST + 2, LENGTH);
        assertThatThrownBy(() -> bans.check(MOST + 2, LENGTH)).isInstanceOf(Refusal.class);
    }

    @Test
    void ofNoLengthThereIsNone() {
        Bans none = new Bans(0);
        none.add(1, 0);
        assertThatCode(() -> none.check(1, 0)).doesNotThrowAnyException();
    }

    private void comesIn(long account, long now) {
        assertThatCode(() -> bans.check(account, now)).doesNotThrowAnyException();
    }
}
