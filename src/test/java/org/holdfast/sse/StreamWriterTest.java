package org.holdfast.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.Thread.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.delivery.Uptime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A response is asked before each write, never written to after its end, and nobody waits for it. */
class StreamWriterTest {
    private final FakeResponse response = new FakeResponse();
    private final List<Object> done = new ArrayList<>();
    private final AtomicInteger over = new AtomicInteger();
    private StreamWriter writer;

    @BeforeEach
    void begin() throws IOException {
        writer = new StreamWriter(response.context(), over::incrementAndGet);
        writer.begin();
    }

    @AfterEach
    void nothingWasWrittenUnasked() {
        assertThat(response.misused).isFalse();
    }

    private void write(String... pieces) {
        byte[][] bytes = new byte[pieces.length][];
        for (int n = 0; n < pieces.length; n++) bytes[n] = pieces[n].getBytes(StandardCharsets.UTF_8);
        writer.write(error -> done.add(error == null ? "sent" : error), bytes);
    }

    @Test
    void nothingIsWrittenBeforeTheContainerSaysThatItMay() throws IOException {
        write("a", "b");
        assertThat(response.taken()).isEmpty();
        response.drain();
        assertThat(response.taken()).isEqualTo("ab");
        assertThat(done).containsExactly("sent");
    }

    @Test
    void aWriteThatTheReaderHoldsUpIsDoneWhenItReadsOn() throws IOException {
        response.drain();
        response.ready = false;
        write("a");
        assertThat(done).isEmpty();
        response.drain();
        assertThat(response.taken()).isEqualTo("a");
        assertThat(done).containsExactly("sent");
    }

    /** Section 5: a reader is slow only when it takes nothing at all. */
    @Test
    void aLongPieceIsWrittenAsTheReaderTakesIt() throws IOException {
        response.drain();
        response.takes = 20_000;
        write("x".repeat(100_000), "y");
        assertThat(done).isEmpty();
        assertThat(response.taken().length()).isBetween(20_000, 40_000);
        long moved = writer.movedAt();
        assertThat(moved).isPositive();
        await().until(() -> Uptime.millis() > moved);
        response.takes = 20_000;
        response.drain();
        assertThat(writer.movedAt()).isGreaterThan(moved);
        assertThat(done).isEmpty();
        response.takes = Integer.MAX_VALUE;
        response.drain();
        assertThat(response.taken()).isEqualTo("x".repeat(100_000) + "y");
        assertThat(done).containsExactly("sent");
    }

    @Test
    void theNextWriteMayComeFromTheEndOfTheLastTenThousandTimes() throws IOException {
        AtomicInteger left = new AtomicInteger(10_000);
        response.drain();
        again(left);
        assertThat(left).hasValue(0);
        assertThat(response.taken()).hasSize(10_000);
    }

    private void again(AtomicInteger left) {
        writer.write(
                sent -> {
                    if (left.decrementAndGet() > 0) again(left);
                },
                new byte[] {'x'});
    }

    /** Two that end it, and Tomcat handles the second end as another request's: its bug 63817. */
    @Test
    void whatBreaksItIsToldOnceAndTheContainerEndsIt() throws IOException {
        response.drain();
        response.failure = new IOException("reset");
        write("a");
        write("b");
        assertThat(done).hasSize(2).allMatch(error -> error == response.failure);
        writer.end();
        assertThat(over).hasValue(1);
        assertThat(response.completed).isZero();
        writer.lost(new IOException("gone"));
        writer.abandon();
        assertThat(over).hasValue(1);
        assertThat(response.completed).isZero();
        assertThat(writer.isEnded()).isTrue();
    }

    @Test
    void theEndTakesWithItWhatIsNotWritten() throws IOException {
        response.drain();
        response.ready = false;
        write("a");
        writer.end();
        writer.end();
        write("b");
        response.ready = true;
        writer.onWritePossible();
        assertThat(response.taken()).isEmpty();
        assertThat(done).hasSize(2).allMatch(IOException.class::isInstance);
        assertThat(over).hasValue(1);
        assertThat(response.completed).isOne();
    }

    @Test
    void whatTheContainerCallsOverIsNotTouchedAgain() throws IOException {
        response.drain();
        response.ready = false;
        write("a");
        IOException lost = new IOException("gone");
        writer.lost(lost);
        write("b");
        assertThat(done).containsExactly(lost, lost);
        assertThat(over).hasValue(1);
        assertThat(response.completed).as("ends, that may be another request's").isZero();
    }

    /** Tomcat notes in the response what broke a write: after its end that is another request's. */
    @Test
    void theContainerDoesNotHaveItBackWhileItIsWrittenTo() throws Exception {
        Thread container = new Thread(() -> writer.lost(new IOException("gone")));
        response.whileWriting = () -> {
            container.start();
            await().until(() -> container.getState() == State.TIMED_WAITING || !container.isAlive());
            assertThat(container.isAlive()).as("waits for the write").isTrue();
        };
        response.drain();
        write("a");
        container.join();
        assertThat(writer.isEnded()).isTrue();
        assertThat(response.completed).isZero();
    }

    @Test
    void whatBrokeAndTheContainerDoesNotEndIsAbandoned() throws IOException {
        response.drain();
        assertThat(writer.brokenAt()).isZero();
        writer.onError(new IOException("cut"));
        writer.onError(new IOException("cut again"));
        assertThat(over).hasValue(1);
        assertThat(writer.brokenAt()).isPositive();
        assertThat(response.completed).isZero();
        writer.abandon();
        writer.abandon();
        assertThat(response.completed).isOne();
        assertThat(over).hasValue(1);
        assertThat(writer.isEnded()).isTrue();
    }
}
