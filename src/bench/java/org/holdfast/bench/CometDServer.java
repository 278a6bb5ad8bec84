package org.holdfast.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.http.jakarta.CometDServlet;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** CometD on Jetty with its defaults, over WebSocket alone; any client may publish to any channel. */
public final class CometDServer {
    private static final String PATH = "/cometd";

    /** Clients open 256 at a time, and Java's own default is 50. */
    private static final int ACCEPT_QUEUE = 511;

    private CometDServer() {}

    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        server.addConnector(connector);
        server.setHandler(context(server));
        server.start();
    }

    private static ServletContextHandler context(Server server) {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        server.setHandler(context);
        // The transport takes the upgrade from this handler, which has to be there before it.
        context.insertHandler(WebSocketUpgradeHandler.from(server, context));
        context.addServlet(cometd(context), PATH + "/*");
        context.addServlet(new ServletHolder(new About()), "/about");
        return context;
    }

    private static ServletHolder cometd(ServletContextHandler context) {
        ServletHolder holder = new ServletHolder(new Rooms(context.getContext()));
        holder.setInitParameter("transports", JettyWebSocketTransport.class.getName());
        holder.setInitParameter("ws.cometdURLMapping", PATH);
        holder.setInitOrder(1);
        holder.setAsyncSupported(true);
        return holder;
    }

    /** Tells the transport in which of Jetty's contexts it is. */
    private static final class Rooms extends CometDServlet {
        private final transient Context context;

        Rooms(Context context) {
            this.context = context;
        }

        @Override
        protected BayeuxServerImpl newBayeuxServer() {
            BayeuxServerImpl bayeux = new BayeuxServerImpl();
            bayeux.setOption(Context.class.getName(), context);
            return bayeux;
        }
    }

    private static final class About extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String cometd = BayeuxServerImpl.class.getPackage().getImplementationVersion();
            response.getWriter().print(cometd + ", Jetty " + Server.getVersion());
        }
    }
}
