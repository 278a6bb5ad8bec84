package org.holdfast.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;

/**
 * GlassFish 8.0.0 makes a 200 of each answer that has no body to send when it is complete, for each listener it tells so
 * ({@code AsyncContextImpl.notifyAsyncListeners}). The last of them makes it again what it was.
 */
record KeptStatus(int status) implements AsyncListener {

    void in(AsyncContext context) {
        context.addListener(this, context.getRequest(), context.getResponse());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (event.getSuppliedResponse() instanceof HttpServletResponse response && !response.isCommitted())
            response.setStatus(status);
    }

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
