package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the container is told of the timer; that it does beat, a test in the container shows. */
class StaleSweepTest {
    @Test
    void itsOneTimerIsOfThisServerAloneAndBeatsEachSecond() {
        assertThat(Arrays.stream(StaleSweep.class.getDeclaredMethods())
                        .map(method -> method.getAnnotation(Schedule.class))
                        .filter(schedule -> schedule != null))
                .singleElement()
                .satisfies(schedule -> {
                    assertThat(schedule.persistent()).isFalse();
                    assertThat(schedule.hour() + schedule.minute() + schedule.second())
                            .isEqualTo("***");
                });
    }

    @Test
    void noLockOfTheContainersMakesABeatFailTheNext() {
        assertThat(StaleSweep.class).hasAnnotations(Singleton.class, ConcurrencyManagement.class);
        assertThat(StaleSweep.class.getAnnotation(ConcurrencyManagement.class).value())
                .isEqualTo(ConcurrencyManagementType.BEAN);
    }
}
