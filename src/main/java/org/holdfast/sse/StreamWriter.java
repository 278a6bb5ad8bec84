package org.holdfast.sse;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.holdfast.delivery.Trampoline;
import org.holdfast.delivery.Uptime;

/**
 * Writes to a response as fast as it takes, and never waits. Everything that touches the response runs on the trampoline, one at a time: a
 * container may call back from within a write, and after the end it gives the response to another request.
 *
 * <p>What breaks it the container has seen too, and ends it. Whoever ends it beside that has Tomcat handle the end twice, and the second
 * time it is another request's ("error handling on that thread conflicts with the error handling Tomcat is performing", Tomcat bug 63817).
 */
final class StreamWriter implements WriteListener {
    /** Bytes written at once: that a slow reader takes a part of a text shows that it reads. */
    private static final int PART = 8 * 1024;

    private static final long MOST_WAIT_MILLIS = 1_000;

    /** Pieces that belong together. */
    private static final class Job {
        private final byte[][] pieces;
        private final Consumer<Throwable> done;
        private int next;
        private int written;
        private boolean flushed;

        Job(Consumer<Throwable> done, byte[]... pieces) {
            this.done = done;
            this.pieces = pieces;
        }
    }

    private final AsyncContext request;
    private final ServletOutputStream out;
    private final Runnable whenOver;
    private final Trampoline trampoline = new Trampoline(this::step);

    /** At most two: a send in flight, and the last words. */
    private final Queue<Job> jobs = new ConcurrentLinkedQueue<>();

    /** Held while the response is written to, and while nothing else of ours is called: for the container, that takes the response back. */
    private final ReentrantLock touching = new ReentrantLock();

    /** The container has called back: only then a write is allowed. */
    private volatile boolean open;

    /** When the container took the last part, by {@link Uptime}; 0: it has taken none. */
    private volatile long movedAt;

    /** What broke it. */
    private volatile Throwable broken;

    /** When it broke, by {@link Uptime}; 0: it did not. */
    private volatile long brokenAt;

    /** Whether the container has ended it. */
    private volatile boolean gone;

    /** Whether to end it, whatever is not written. */
    private volatile boolean ending;

    /** Whether to end it although the container should have. */
    private volatile boolean abandoned;

    /** Whether nothing is written any more. Of the trampoline alone. */
    private boolean over;

    /** Whether the response is not ours any more. */
    private volatile boolean ended;

    /** @param whenOver called when nothing more can be written, once; does not block */
    StreamWriter(AsyncContext request, Runnable whenOver) throws IOException {
        this.request = request;
        this.out = request.getResponse().getOutputStream();
        this.whenOver = whenOver;
    }

    void begin() {
        out.setWriteListener(this);
    }

    /** @param done called once, with null or with what went wrong */
    void write(Consumer<Throwable> done, byte[]... pieces) {
        jobs.add(new Job(done, pieces));
        trampoline.wake();
    }

    /** Ends it, or leaves that to the container when it broke. */
    void end() {
        ending = true;
        trampoline.wake();
    }

    /** Ends it even if it broke: the container had time enough. */
    void abandon() {
        abandoned = true;
        trampoline.wake();
    }

    /**
     * The container says that it is over, and ends it: the response is not to be touched again. When the trampoline comes to it, it may be
     * another request's, and Payara would end that one in its place. Nor is it given back while a write is on its way out of it: Tomcat notes
     * what broke that write in the response, on another thread than it ends it on, and then it is another request that broke.
     */
    void lost(Throwable error) {
        gone = true;
        awaitTouched();
        onError(error);
    }

    /** Not for ever: there are servers whose write may block. */
    private void awaitTouched() {
        try {
            if (touching.tryLock(MOST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) touching.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onWritePossible() {
        open = true;
        trampoline.wake();
    }

    @Override
    public void onError(Throwable error) {
        breaks(error);
        trampoline.wake();
    }

    private void breaks(Throwable error) {
        broken = error;
        brokenAt = Uptime.millis();
    }

    private boolean step() {
        try {
            while (!jobs.isEmpty() && isWritten(jobs.element()))
                jobs.remove().done.accept(null);
        } catch (IOException | RuntimeException e) {
            breaks(e);
        }
        if (!isGoing()) stop();
        return false;
    }

    private boolean isGoing() {
        return !gone && !ended && !ending && !abandoned && broken == null;
    }

    private void stop() {
        if (!over) whenOver.run();
        over = true;
        if (!ended && (gone || abandoned || broken == null)) finish();
        jobs.removeIf(this::fail);
    }

    private boolean isWritten(Job job) throws IOException {
        touching.lock();
        try {
            while (isGoing() && open && out.isReady()) {
                if (job.flushed) return true;
                writeNext(job);
            }
            return false;
        } finally {
            touching.unlock();
        }
    }

    /** A part of a piece after the other, then the flush, then the news that it is done: before each of them the container is asked whether it is ready. */
    private void writeNext(Job job) throws IOException {
        movedAt = Uptime.millis();
        if (job.next < job.pieces.length) {
            if (!writePart(job, job.pieces[job.next])) job.next++;
        } else {
            out.flush();
            job.flushed = true;
        }
    }

    /** @return whether there is more of it */
    private boolean writePart(Job job, byte[] piece) throws IOException {
        int length = Math.min(PART, piece.length - job.written);
        out.write(piece, job.written, length);
        job.written += length;
        if (job.written < piece.length) return true;
        job.written = 0;
        return false;
    }

    long movedAt() {
        return movedAt;
    }

    /** When it broke, by {@link Uptime}; 0: it did not. */
    long brokenAt() {
        return brokenAt;
    }

    /** Whether the response is not ours any more. */
    boolean isEnded() {
        return ended;
    }

    private void finish() {
        ended = true;
        if (gone) return;
        try {
            request.complete();
        } catch (IllegalStateException completed) {
            // The container was faster: it completes what it calls broken.
            broken = completed;
        }
    }

    private boolean fail(Job job) {
        job.done.accept(broken != null ? broken : new IOException("The stream has ended"));
        return true;
    }
}
