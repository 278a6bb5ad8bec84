package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static final String READ = "FROM event WHERE log";

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private LogServer server;
    private Pages pages;
    private long log;

    @BeforeEach
    void start() {
        server = new LogServer(folder, 16);
        pages = new Pages(server.store, threads, 1_000_000, 10_000_000);
        log = server.newLog(1_000);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    @Test
    void aHundredWhoAskAtOnceShareOneRead() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        server.before(READ, () -> {
            reads.incrementAndGet();
            await(asked);
        });
        List<CompletableFuture<Slice>> all = IntStream.range(0, 100)
                .mapToObj(n -> pages.after(log, n, 1_000, 1_000))
                .toList();
        assertThat(all).noneMatch(CompletableFuture::isDone);
        asked.countDown();
        for (int n = 0; n < 100; n++) assertThat(sequences(all.get(n).join())).isEqualTo(range(n + 1, 256));
        assertThat(reads).hasValue(1);
        pages.after(log, 255, 1_000, 1_000).join();
        assertThat(reads).as("later").hasValue(1);
    }

    @Test
    void aPageEndsWhereTheNextBegins() {
        assertThat(sequences(pages.after(log, 255, 1_000, 1_000).join())).isEqualTo(range(256, 256));
        assertThat(sequences(pages.after(log, 256, 1_000, 1_000).join())).isEqualTo(range(257, 512));
        assertThat(sequences(pages.after(log, 300, 1_000, 1_000).join())).isEqualTo(range(301, 512));
    }

    @Test
    void nothingIsGivenBeyondTheLast() {
        assertThat(sequences(pages.after(log, 300, 310, 310).join())).isEqualTo(range(301, 310));
        assertThat(sequences(pages.after(log, 300, 512, 512).join())).isEqualTo(range(301, 512));
        assertThat(sequences(pages.after(log, 300, 301, 301).join())).isEqualTo(range(301, 301));
    }

    /** With a ring that is shorter than a page, the page that is asked for may be the one that still grows. */
    @Test
    void thePageThatStillGrowsIsReadAsFarAsItIs() {
        assertThat(sequences(pages.after(log, 900, 1_000, 1_000).join())).isEqualTo(range(901, 1_000));
        server.commitElsewhere(log, 1_001, 1_030);
        assertThat(sequences(pages.after(log, 900, 1_030, 1_030).join())).isEqualTo(range(901, 1_024));
        assertThat(sequences(pages.after(log, 1_024, 1_030, 1_030).join())).isEqualTo(range(1_025, 1_030));
    }

    /** Else each of a crowd that comes back while others talk would have a page of its own. */
    @Test
    void thePageThatStillGrowsIsOneForAllUpToTheRing() {
        AtomicInteger reads = server.count(READ);
        for (long head = 1_000; head < 1_024; head++)
            assertThat(sequences(pages.after(log, 900, head, 1_000).join())).isEqualTo(range(901, 1_000));
        assertThat(reads).hasValue(1);
        server.commitElsewhere(log, 1_001, 1_030);
        for (long head = 1_024; head < 1_030; head++)
            assertThat(sequences(pages.after(log, 900, head, 1_010).join())).isEqualTo(range(901, 1_024));
        assertThat(reads).hasValue(2);
    }

    @Test
    void thoseAtTheSamePositionShareOneText() {
        Slice slice = pages.after(log, 300, 512, 1_000).join();
        assertThat(pages.after(log, 300, 512, 1_000).join()).isSameAs(slice);
        assertThat(sequences(pages.after(log, 299, 512, 1_000).join())).isEqualTo(range(300, 512));
        assertThat(sequences(pages.after(log, 300, 400, 1_000).join())).isEqualTo(range(301, 400));
    }

    @Test
    void theTextIsAsLongAsASliceMayBe() {
        Pages narrow = new Pages(server.store, threads, 500, 10_000_000);
        Slice slice = narrow.after(log, 10, 1_000, 1_000).join();
        assertThat(slice.text()).hasSizeLessThanOrEqualTo(500);
        assertThat(sequences(slice)).isEqualTo(range(11, slice.to()));
    }

    @Test
    void aReadThatFailsIsTriedAgainByTheNext() {
        server.before(READ, () -> {
            throw new IllegalStateException("away");
        });
        assertThatThrownBy(() -> pages.after(log, 0, 1_000, 1_000).join()).hasStackTraceContaining("away");
        server.before(READ, () -> {});
        // The cache forgets a failure a moment after it tells of it.
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> sequences(pages.after(log, 0, 1_000, 1_000).join()).equals(range(1, 256)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Long> sequences(Slice slice) {
        return Sequenced.in(slice.text());
    }

    private static List<Long> range(long first, long last) {
        return Sequenced.range(first, last);
    }
}
