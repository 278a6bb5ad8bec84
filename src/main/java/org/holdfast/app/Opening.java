package org.holdfast.app;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;

/**
 * Says where the house is when it answers. It serves nothing: a container starts its servlets last, in the order of web.xml, and until then
 * Payara answers 500.
 */
public class Opening extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Start start;

    @Override
    public void init() {
        start.announce();
    }
}
