package org.holdfast.sse;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Bounds what Grizzly (Payara, GlassFish) keeps for a reader that does not read. By itself that is four times the socket's send buffer, some
 * 10 MB of heap each, and until then it says that it is ready: a thousand mute readers would be the end of the server. Elsewhere a container
 * keeps no more than its output buffer.
 */
final class GrizzlyQueue {
    private static final Logger LOG = System.getLogger(GrizzlyQueue.class.getName());

    private GrizzlyQueue() {}

    /** @param mostBytes with more that waits it is not ready */
    static void bound(ServletRequest request, int mostBytes) {
        try {
            // By their names: elsewhere these classes are not there.
            Object catalina = call(unwrapped(request), "getUnwrappedCoyoteRequest");
            Object connection = call(call(call(catalina, "getCoyoteRequest"), "getContext"), "getConnection");
            connection
                    .getClass()
                    .getMethod("setMaxAsyncWriteQueueSize", int.class)
                    .invoke(connection, mostBytes);
        } catch (ReflectiveOperationException | RuntimeException other) {
            LOG.log(Level.DEBUG, () -> "Another server, or not as it was: " + other);
        }
    }

    private static ServletRequest unwrapped(ServletRequest request) {
        return request instanceof ServletRequestWrapper wrapper ? unwrapped(wrapper.getRequest()) : request;
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
