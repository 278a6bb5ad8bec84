package org.holdfast.sse;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.util.Objects;

/** Hears from the container that a stream is over, however that came. */
final class StreamEnd implements AsyncListener {
    private final EventStream stream;

    StreamEnd(EventStream stream) {
        this.stream = stream;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        lost(event);
    }

    @Override
    public void onError(AsyncEvent event) {
        lost(event);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        lost(event);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it again.
    }

    private void lost(AsyncEvent event) {
        stream.lost(Objects.requireNonNullElseGet(event.getThrowable(), () -> new IOException("The stream has ended")));
    }
}
