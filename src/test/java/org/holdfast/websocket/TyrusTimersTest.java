package org.holdfast.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Constructor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.core.TyrusSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the timer's own class of the Tyrus in Payara: where it has another name, it is no longer spared. */
class TyrusTimersTest {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void aTimerThatIsOffMakesNoTask() throws Exception {
        TyrusTimers.sparing(executor).schedule(timer(), 0, TimeUnit.MILLISECONDS);
        assertThat(executor.getTaskCount()).isZero();
    }

    @Test
    void aTimerThatIsOnIsSet() throws Exception {
        TyrusTimers.sparing(executor).schedule(timer(), 1, TimeUnit.HOURS);
        assertThat(executor.getQueue()).hasSize(1);
    }

    @Test
    void anotherTaskRunsAtOnce() throws Exception {
        assertThat(TyrusTimers.sparing(executor)
                        .schedule(() -> "done", 0, TimeUnit.MILLISECONDS)
                        .get())
                .isEqualTo("done");
    }

    @Test
    void tyrusStillKeepsItsExecutorWhereItIsReplaced() {
        assertThatCode(TyrusTimers::executor).doesNotThrowAnyException();
    }

    private static Runnable timer() throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(TyrusSession.class.getName() + "$IdleTimeoutCommand")
                .getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Runnable) constructor.newInstance((Object) null);
    }
}
