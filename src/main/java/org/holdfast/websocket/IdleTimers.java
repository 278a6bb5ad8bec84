package org.holdfast.websocket;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Asks for {@link TyrusTimers}. It names no class of Tyrus itself: WildFly looks at all that a listener names. */
@WebListener
public class IdleTimers implements ServletContextListener {
    private static final Logger LOG = System.getLogger(IdleTimers.class.getName());

    @Override
    public void contextInitialized(ServletContextEvent started) {
        Object container = started.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            TyrusTimers.spare(container);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, () -> "Another server, or Tyrus keeps its idle timers: " + e);
        }
    }
}
