package org.holdfast.websocket;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.core.BaseContainer;

/**
 * Spares Tyrus (Payara, GlassFish) the idle timers that are off. It restarts one with each connection and each message that comes, also
 * when there is none: as a task of a managed executor that captures its context by looking services up on the class path, and then
 * does nothing. That is a tenth of what the server has to do when a crowd comes back. A Tyrus that has it no longer stays as it is.
 */
final class TyrusTimers {
    private static final String TASK = "IdleTimeoutCommand";

    private TyrusTimers() {}

    static void spare(Object server) throws ReflectiveOperationException {
        if (!(server instanceof BaseContainer container)) return;
        Field executor = executor();
        executor.set(container, sparing(container.getScheduledExecutorService()));
    }

    /** Fails when Tyrus is not as it was. */
    static Field executor() throws NoSuchFieldException {
        Field executor = BaseContainer.class.getDeclaredField("managedScheduledExecutorService");
        executor.setAccessible(true);
        return executor;
    }

    static ScheduledExecutorService sparing(ScheduledExecutorService executor) {
        InvocationHandler handler =
                (self, method, arguments) -> isOff(method, arguments) ? null : pass(executor, method, arguments);
        return (ScheduledExecutorService) Proxy.newProxyInstance(
                TyrusTimers.class.getClassLoader(), new Class<?>[] {ScheduledExecutorService.class}, handler);
    }

    /** Whether it is Tyrus's timer with a time that it takes for none. It takes no future for "no timer runs". */
    private static boolean isOff(Method method, Object[] arguments) {
        return method.getName().equals("schedule")
                && arguments[0].getClass().getSimpleName().equals(TASK)
                && ((TimeUnit) arguments[2]).toMillis((long) arguments[1]) < 1;
    }

    private static Object pass(ScheduledExecutorService executor, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(executor, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
