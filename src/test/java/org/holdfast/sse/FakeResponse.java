package org.holdfast.sse;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/** A container's side of an async response: takes writes while it is ready, and notes whoever does not ask first. */
final class FakeResponse extends ServletOutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private WriteListener listener;
    private boolean asked;
    boolean ready = true;
    /** Bytes until it is not ready any more. */
    int takes = Integer.MAX_VALUE;

    boolean misused;
    int completed;
    IOException failure;
    Runnable whileWriting = () -> {};

    AsyncContext context() {
        ServletResponse response = proxy(ServletResponse.class, (self, method, arguments) -> this);
        return proxy(AsyncContext.class, (self, method, arguments) -> {
            if (method.getName().equals("getResponse")) return response;
            if (method.getName().equals("complete")) completed++;
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The reader reads on. */
    void drain() throws IOException {
        ready = true;
        listener.onWritePossible();
    }

    String taken() {
        return taken.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isReady() {
        if (completed > 0) misused = true;
        asked = ready;
        return ready;
    }

    @Override
    public void setWriteListener(WriteListener writes) {
        listener = writes;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        spend();
        whileWriting.run();
        taken.write(bytes, offset, length);
        takes -= length;
        if (takes <= 0) ready = false;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void flush() throws IOException {
        spend();
    }

    private void spend() throws IOException {
        if (!asked || completed > 0) misused = true;
        asked = false;
        if (failure != null) throw failure;
    }
}
