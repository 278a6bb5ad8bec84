package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.holdfast.log.RoomLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.1: room state. */
class StartTest {
    @TempDir
    Path folder;

    private DeliveryServer server;
    private RoomLog log;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
        log = server.log.open(server.log.newLog(80));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPositionOfThisNumberingIsResumed() {
        for (long sequence : new long[] {0, 1, 79, 80})
            assertThat(Start.of(log, new ResumePoint(log.epoch(), sequence), 50))
                    .isEqualTo(new Start(log, sequence, 80, null));
    }

    @Test
    void anotherNumberingBeginsAnewWhateverItsSequence() {
        for (long sequence : new long[] {0, 10, 80, 1_000})
            assertThat(Start.of(log, new ResumePoint("another", sequence), 50))
                    .isEqualTo(new Start(log, 30, 80, "epoch"));
    }

    @Test
    void aSequenceBeyondTheHeadBeginsAnew() {
        assertThat(Start.of(log, new ResumePoint(log.epoch(), 81), 50)).isEqualTo(new Start(log, 30, 80, "ahead"));
    }

    /** The client had them from there. */
    @Test
    void aSequenceThatOnlyAnotherNodeKnowsIsResumed() {
        server.log.commitElsewhere(log.id(), 81, 85);
        assertThat(log.head()).as("premise").isEqualTo(80);
        assertThat(Start.of(log, new ResumePoint(log.epoch(), 83), 50)).isEqualTo(new Start(log, 83, 85, null));
    }

    @Test
    void aLogThatIsNotNamedBeginsWithItsNewestEvents() {
        assertThat(Start.of(log, null, 50)).isEqualTo(new Start(log, 30, 80, null));
        assertThat(Start.of(log, null, 0)).isEqualTo(new Start(log, 80, 80, null));
        assertThat(Start.of(log, null, 1_000)).isEqualTo(new Start(log, 0, 80, null));
    }

    @Test
    void theStateNamesTheResetOnlyWhenThereIsOne() {
        assertThat("{" + new Start(log, 30, 80, "epoch").json() + "}")
                .isEqualTo("{\"log\":" + log.id() + ",\"epoch\":\"" + log.epoch()
                        + "\",\"position\":30,\"head\":80,\"reset\":\"epoch\"}");
        assertThat(new Start(log, 30, 80, null).json()).endsWith("\"head\":80");
    }
}
