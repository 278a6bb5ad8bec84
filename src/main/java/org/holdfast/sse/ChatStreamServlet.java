package org.holdfast.sse;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.account.Login;
import org.holdfast.api.CurrentLogin;
import org.holdfast.api.JsonBody;
import org.holdfast.api.RefusalAnswer;
import org.holdfast.command.HelloData;
import org.holdfast.wire.Query;
import org.holdfast.wire.Refusal;

/**
 * The chat as an event stream: protocol section 3.4. A servlet and not JAX-RS: only here the container says whether a write would block,
 * and takes bytes that are encoded once for all.
 */
@WebServlet(urlPatterns = "/sse/chat", asyncSupported = true)
public class ChatStreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient ChatStreams streams;

    @Inject
    private transient CurrentLogin current;

    @Inject
    private transient JsonBody json;

    /** Where the hello of a request is. */
    private interface Source {
        HelloData hello();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(request, response, () -> HelloData.of(new Query(request::getParameter)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(request, response, () -> HelloData.of(json.fields()));
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Source source) throws IOException {
        try {
            Login login = current.login();
            // An EventSource that comes back by itself names the last id that it saw: newer than its URL.
            HelloData hello = source.hello().goingOnAt(request.getHeader("Last-Event-ID"));
            streams.open(request, response, login, hello);
        } catch (Refusal refusal) {
            RefusalAnswer.write(response, refusal);
        }
    }
}
