package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Event;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** Section 5: the connections are looked after for ever, whatever goes wrong once. */
    @Test
    void aBeatThatFailsIsNotTheLast() {
        StaleSweep sweep = new StaleSweep();
        AtomicInteger beats = new AtomicInteger();
        InvocationHandler broken = (self, method, arguments) -> {
            beats.incrementAndGet();
            throw new IllegalStateException("broken");
        };
        @SuppressWarnings("unchecked")
        Event<Beat> event =
                (Event<Beat>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class}, broken);
        sweep.beats = event;
        sweep.beat();
        sweep.beat();
        assertThat(beats).hasValue(2);
    }

    @Test
    void noLockOfTheContainersMakesABeatFailTheNext() {
        assertThat(StaleSweep.class).hasAnnotations(Singleton.class, ConcurrencyManagement.class);
        assertThat(StaleSweep.class.getAnnotation(ConcurrencyManagement.class).value())
                .isEqualTo(ConcurrencyManagementType.BEAN);
    }
}
