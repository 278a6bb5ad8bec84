package org.holdfast.sse;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.holdfast.delivery.Trampoline;
import org.holdfast.delivery.Uptime;

/**
 * Writes to a response as fast as it takes, and never waits. Everything that touches the response runs on the trampoline, one at a time and
 * under no lock: a container may call back from within a write, and after the end it gives the response to another request.
 */
final class StreamWriter implements WriteListener {
    /** Bytes written at once: that a slow reader takes a part of a text shows that it reads. */
    private static final int PART = 8 * 1024;

    /** Pieces that belong together. */
    private static final class Job {
        private final byte[][] pieces;
        private final Consumer<Throwable> done;
        private int next;
        private int written;

        Job(Consumer<Throwable> done, byte[]... pieces) {
            this.done = done;
            this.pieces = pieces;
        }
    }

    private final AsyncContext request;
    private final ServletOutputStream out;
    private final Runnable over;
    private final Trampoline trampoline = new Trampoline(this::step);

    /** At most two: a send in flight, and the last words. */
    private final Queue<Job> jobs = new ConcurrentLinkedQueue<>();

    /** The container has called back: only then a write is allowed. */
    private volatile boolean open;

    /** When the container took the last part, by {@link Uptime}; 0: it has taken none. */
    private volatile long movedAt;

    /** What broke it. */
    private volatile Throwable broken;

    /** Whether the container has ended it. */
    private volatile boolean gone;

    /** Whether to end it, whatever is not written. */
    private volatile boolean ending;

    /** Whether the response is not ours any more. Of the trampoline alone. */
    private boolean ended;

    /** @param over called when nothing more can be written, once; does not block */
    StreamWriter(AsyncContext request, Runnable over) throws IOException {
        this.request = request;
        this.out = request.getResponse().getOutputStream();
        this.over = over;
    }

    void begin() {
        out.setWriteListener(this);
    }

    /** @param done called once, with null or with what went wrong */
    void write(Consumer<Throwable> done, byte[]... pieces) {
        jobs.add(new Job(done, pieces));
        trampoline.wake();
    }

    void end() {
        ending = true;
        trampoline.wake();
    }

    /**
     * The container says that it is over, and ends it: the response is not to be touched again. When the trampoline comes to it, it may be
     * another request's, and Payara would end that one in its place.
     */
    void lost(Throwable error) {
        gone = true;
        broken = error;
        trampoline.wake();
    }

    @Override
    public void onWritePossible() {
        open = true;
        trampoline.wake();
    }

    @Override
    public void onError(Throwable error) {
        broken = error;
        trampoline.wake();
    }

    private boolean step() {
        try {
            while (isGoing() && !jobs.isEmpty() && open && out.isReady()) writeNext(jobs.element());
        } catch (IOException | RuntimeException e) {
            broken = e;
        }
        if (!isGoing() && !ended) finish();
        if (ended) jobs.removeIf(job -> fail(job));
        return false;
    }

    private boolean isGoing() {
        return !ended && !ending && broken == null;
    }

    /** A part of a piece after the other, then the flush, then the news that it is done: before each of them the container is asked whether it is ready. */
    private void writeNext(Job job) throws IOException {
        movedAt = Uptime.millis();
        if (job.next < job.pieces.length) {
            if (writePart(job, job.pieces[job.next])) return;
        } else if (job.next == job.pieces.length) {
            out.flush();
        } else {
            jobs.remove();
            job.done.accept(null);
        }
        job.next++;
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

    private void finish() {
        ended = true;
        over.run();
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
