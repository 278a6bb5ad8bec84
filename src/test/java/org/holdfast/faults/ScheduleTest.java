package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void theShortSetPlaysEveryMishapThatNeedsNoNewStart() {
        var played = EnumSet.noneOf(Mishap.class);
        Arrays.stream(Schedule.SHORT).mapToObj(Schedule::of).forEach(each -> played.addAll(each.mishaps()));
        assertThat(played).containsAll(Mishap.of(false)).contains(Mishap.KILL_9, Mishap.DEAD_AFTER_ACK);
    }

    @Test
    void theShortSetHasABrowserInIt() {
        assertThat(Arrays.stream(Schedule.SHORT).mapToObj(Schedule::of)).anyMatch(each -> each.pages() > 0);
    }

    @Test
    void aSeedAlwaysDecidesTheSame() {
        assertThat(Schedule.of(241)).isEqualTo(Schedule.of(241)).isNotEqualTo(Schedule.of(242));
    }
}
