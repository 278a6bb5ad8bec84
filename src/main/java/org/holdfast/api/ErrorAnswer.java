package org.holdfast.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.wire.Refusal;

/** What the server itself refuses, in place of a page of its own that tells what it is. See web.xml. */
@WebServlet(urlPatterns = "/error", asyncSupported = true)
public class ErrorAnswer extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Tomcat asks for a page for a stream that broke, too.
        if (response.isCommitted()) return;
        int status = status(request);
        RefusalAnswer.write(response, status, new Refusal(WebErrorMapper.code(status), "HTTP status " + status + "."));
    }

    private static int status(HttpServletRequest request) {
        boolean isAsked = request.getDispatcherType() != DispatcherType.ERROR;
        return isAsked
                ? HttpServletResponse.SC_NOT_FOUND
                : (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    }
}
