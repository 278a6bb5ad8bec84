package org.holdfast.sse;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.api.RefusalAnswer;
import org.holdfast.api.ShownCredentials;
import org.holdfast.command.TopicGreeting;
import org.holdfast.command.TopicHello;
import org.holdfast.wire.Query;
import org.holdfast.wire.Refusal;

/** A topic as an event stream: the streams page, section 4. */
@WebServlet(urlPatterns = "/sse/streams/*", asyncSupported = true)
public class TopicStreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient TopicStreams streams;

    @Inject
    private transient TopicGreeting greeting;

    @Inject
    private transient ShownCredentials shown;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            // An EventSource that comes back by itself names the last id that it saw: newer than its URL.
            TopicHello hello =
                    TopicHello.of(new Query(request::getParameter)).goingOnAt(request.getHeader("Last-Event-ID"));
            boolean isFramed = "1".equals(request.getParameter("frames"));
            streams.open(request, response, greeting.reading(name(request), shown.get(), hello), isFramed);
        } catch (Refusal refusal) {
            RefusalAnswer.write(response, refusal);
        }
    }

    private static String name(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }
}
