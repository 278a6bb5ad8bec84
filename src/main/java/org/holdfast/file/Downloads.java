package org.holdfast.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Whose turn it is to be given a content: a few at once to each account, so that who reads slowly, or not at all, keeps none but their own waiting. */
@ApplicationScoped
public class Downloads {
    private static final long RETRY_MILLIS = 2_000;

    private final Executor threads;
    private final int perAccount;
    private final int mostWaiting;
    private final Map<Long, Turns> ofAccount = new HashMap<>();

    /** Of one account. */
    private static final class Turns {
        final Queue<Runnable> waiting = new ArrayDeque<>();
        int open;
    }

    @Inject
    public Downloads(DownloadThreads threads, Settings settings) {
        this.threads = threads.threads();
        this.perAccount = settings.number(Setting.FILES_DOWNLOADS_PER_ACCOUNT);
        this.mostWaiting = settings.number(Setting.FILES_DOWNLOADS_WAITING);
    }

    /** For the container's proxy. */
    protected Downloads() {
        threads = null;
        perAccount = 0;
        mostWaiting = 0;
    }

    /**
     * Gives it when there is a turn. Does not block.
     *
     * @param download may block; what it throws ends with it
     * @throws Refusal {@code busy}: too many of this account wait already, or of all
     */
    public void begin(long account, Runnable download) {
        if (takes(account, download) && !hasStarted(account, download)) throw busy();
    }

    /** @return whether it is its turn at once */
    private synchronized boolean takes(long account, Runnable download) {
        Turns turns = ofAccount.computeIfAbsent(account, first -> new Turns());
        if (turns.open < perAccount) {
            turns.open++;
            return true;
        }
        if (turns.waiting.size() >= mostWaiting) throw busy();
        turns.waiting.add(download);
        return false;
    }

    private boolean hasStarted(long account, Runnable download) {
        try {
            threads.execute(() -> give(account, download));
            return true;
        } catch (RejectedExecutionException full) {
            // Those who wait with it will get no thread either: the time limit of their requests answers them.
            while (end(account) != null) {}
            return false;
        }
    }

    /** The next of the same account has this thread only after all the others that wait for one. */
    private void give(long account, Runnable download) {
        try {
            download.run();
        } finally {
            Runnable next = end(account);
            if (next != null) hasStarted(account, next);
        }
    }

    /** @return whose turn it is now; none waits: null */
    private synchronized Runnable end(long account) {
        Turns turns = ofAccount.get(account);
        Runnable next = turns.waiting.poll();
        if (next == null && --turns.open == 0) ofAccount.remove(account);
        return next;
    }

    /** What is said to whoever waited too long. */
    public static Refusal busy() {
        return new Refusal(Code.BUSY, "Other downloads are under way. Try again.", RETRY_MILLIS);
    }
}
