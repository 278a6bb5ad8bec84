package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Reads the bodies of requests. Whoever sends one byte by byte, or never, holds a thread of the server, and it has two hundred: so only a
 * few are waited for, and those not for ever; strangers take no place of those who are signed in. A body that has come with its head is read
 * at once, whoever else is slow.
 */
@ApplicationScoped
public class SlowBodies {
    private static final int MOST_OF_STRANGERS = 50;
    private static final int MOST_OF_PEOPLE = 100;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long RETRY_MILLIS = 5_000;

    private final Logins logins;
    private final Semaphore strangers = new Semaphore(MOST_OF_STRANGERS);
    private final Semaphore people = new Semaphore(MOST_OF_PEOPLE);

    @Inject
    public SlowBodies(Logins logins) {
        this.logins = logins;
    }

    /** For the container's proxy. */
    protected SlowBodies() {
        logins = null;
    }

    /**
     * As many bytes of it as there are, up to {@code most}.
     *
     * @throws Refusal {@code busy}: too many are waited for already, or this one is too slow; {@code login_required}: the login ended meanwhile
     */
    byte[] read(HttpServletRequest request, int most) throws IOException {
        InputStream in = request.getInputStream();
        if (hasCome(request, in)) return in.readNBytes(most);
        Semaphore waiting = request.getAttribute(LoginFilter.ATTRIBUTE) == null ? strangers : people;
        if (!waiting.tryAcquire()) throw new Refusal(Code.BUSY, "Too many send slowly at this moment.", RETRY_MILLIS);
        try {
            byte[] bytes = inTime(in, most);
            checkLogin((Login) request.getAttribute(LoginFilter.ATTRIBUTE));
            return bytes;
        } finally {
            waiting.release();
        }
    }

    /** It may have ended meanwhile: whoever has it no more is not to do with it what they began before. */
    private void checkLogin(Login login) {
        if (login != null && !logins.isStill(login))
            throw new Refusal(Code.LOGIN_REQUIRED, "You were signed out before all of this came.");
    }

    private static boolean hasCome(HttpServletRequest request, InputStream in) throws IOException {
        int length = request.getContentLength();
        return length >= 0 && in.available() >= length;
    }

    private static byte[] inTime(InputStream in, int most) throws IOException {
        long begin = System.nanoTime();
        byte[] bytes = new byte[most];
        int length = 0;
        for (int read = in.read(bytes); read > 0; read = in.read(bytes, length, most - length)) {
            length += read;
            if (System.nanoTime() - begin > PATIENCE_NANOS)
                throw new Refusal(Code.BUSY, "This came too slowly.", RETRY_MILLIS);
        }
        return Arrays.copyOf(bytes, length);
    }
}
