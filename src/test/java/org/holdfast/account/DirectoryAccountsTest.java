package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryAccountsTest {
    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 1, true", "3, 3, true", "4, 8, true", "4, 7, false", "900, 1000, false"})
    void thatMostPeopleLeaveAtOnceIsNotLikely(int gone, int all, boolean isLikely) {
        assertThat(DirectoryAccounts.isLikely(gone, all)).isEqualTo(isLikely);
    }
}
