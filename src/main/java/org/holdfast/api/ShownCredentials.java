package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.holdfast.stream.Credentials;

/** What the request shows of who sent it: a login, a token, or nothing. */
@RequestScoped
public class ShownCredentials {
    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentLogin current;

    public Credentials get() {
        return Credentials.of(current.find(), request.getHeader(HttpHeaders.AUTHORIZATION));
    }
}
