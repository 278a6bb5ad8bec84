package org.holdfast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.Test;

/** The threads are stood for by a queue: what is in it has a thread, or waits for one behind the others. */
class DownloadsTest {
    private static final long ANNA = 1;
    private static final long BEN = 2;

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> given = new ArrayList<>();
    private boolean isStopped;
    private final Downloads downloads = new Downloads(
            new DownloadThreads(this::execute),
            Settings.of(Map.of("holdfast.files.downloads.per.account", "2", "holdfast.files.downloads.waiting", "3")));

    private void execute(Runnable task) {
        if (isStopped) throw new RejectedExecutionException();
        threads.add(task);
    }

    private void begin(long account, String name) {
        downloads.begin(account, () -> given.add(name));
    }

    @Test
    void anAccountHasAFewAtOnceAndTheOthersTheirTurnBetween() {
        for (var name : List.of("a1", "a2", "a3", "a4")) begin(ANNA, name);
        begin(BEN, "b1");
        assertThat(threads).hasSize(3);
        while (!threads.isEmpty()) threads.remove().run();
        assertThat(given).containsExactly("a1", "a2", "b1", "a3", "a4");
    }

    @Test
    void whoHasTooManyWaitingIsToldToComeBackAndNobodyElse() {
        for (int n = 0; n < 5; n++) begin(ANNA, "a" + n);
        assertBusy();
        begin(BEN, "b");
        threads.remove().run();
        begin(ANNA, "late");
        assertBusy();
    }

    private void assertBusy() {
        assertThatThrownBy(() -> begin(ANNA, "more"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BUSY));
    }

    @Test
    void oneThatFailsGivesItsTurnToTheNext() {
        downloads.begin(ANNA, () -> {
            throw new IllegalStateException("The client is gone");
        });
        for (int n = 0; n < 2; n++) begin(ANNA, "a" + n);
        assertThatThrownBy(() -> threads.remove().run()).isInstanceOf(IllegalStateException.class);
        while (!threads.isEmpty()) threads.remove().run();
        assertThat(given).containsExactlyInAnyOrder("a0", "a1");
    }

    @Test
    void whereNoThreadIsLeftNothingOfTheAccountStays() {
        for (int n = 0; n < 4; n++) begin(ANNA, "a" + n);
        isStopped = true;
        while (!threads.isEmpty()) threads.remove().run();
        assertBusy();
        isStopped = false;
        for (int n = 0; n < 5; n++) begin(ANNA, "again");
        assertThat(threads).hasSize(2);
    }
}
