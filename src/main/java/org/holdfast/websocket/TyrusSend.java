package org.holdfast.websocket;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * A way round a fault of Tyrus in Payara and GlassFish. At every send it restarts its idle timer, even when there is none, through a managed
 * executor that looks for context providers on the whole class path of the thread's class loader: over a third of what a send costs.
 * During the send the thread has a loader that finds nothing, at once. The timer's task needs no context: it does nothing.
 */
final class TyrusSend {
    private static final ClassLoader BARE = new ClassLoader("holdfast-send", null) {
        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
        }
    };

    private TyrusSend() {}

    static void with(Runnable send) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(BARE);
        try {
            send.run();
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}
