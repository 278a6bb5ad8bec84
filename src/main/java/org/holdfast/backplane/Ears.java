package org.holdfast.backplane;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those at this node who want to hear of the others. One that fails does not keep the next from hearing. */
final class Ears {
    private static final Logger LOG = System.getLogger(Ears.class.getName());

    private final String node;
    private final Map<String, Consumer<Hint>> byKind = new ConcurrentHashMap<>();
    private final List<Runnable> losses = new CopyOnWriteArrayList<>();

    /** @param node whose own hints, which come back, are of no interest */
    Ears(String node) {
        this.node = node;
    }

    void add(String kind, Consumer<Hint> ear) {
        byKind.put(kind, ear);
    }

    void addForLosses(Runnable ear) {
        losses.add(ear);
    }

    void hear(String payload) {
        List<String> lines = payload.lines().toList();
        if (lines.isEmpty() || lines.get(0).equals(node)) return;
        lines.stream().skip(1).flatMap(line -> Hint.of(line).stream()).forEach(this::hear);
    }

    private void hear(Hint hint) {
        Consumer<Hint> ear = byKind.get(hint.kind());
        if (ear != null) attempt(() -> ear.accept(hint));
    }

    void lost() {
        losses.forEach(Ears::attempt);
    }

    private static void attempt(Runnable ear) {
        try {
            ear.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A hint of another node came to nothing; the database will be looked at", e);
        }
    }
}
