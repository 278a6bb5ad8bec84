package org.holdfast;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same, by many at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** @return why those that failed did */
    public static List<Throwable> failures(int count, Callable<?> act) {
        var start = new CyclicBarrier(count);
        var threads = Executors.newFixedThreadPool(count);
        try {
            var all = new ArrayList<Future<?>>();
            for (int n = 0; n < count; n++) {
                all.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            return all.stream()
                    .map(each -> catchThrowable(each::get))
                    .filter(Objects::nonNull)
                    .map(Throwable::getCause)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
