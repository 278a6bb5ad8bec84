package org.holdfast.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A write in the queue, and the promise of its events. */
record Pending(Write write, CompletableFuture<List<Event>> result) {
    Pending(Write write) {
        this(write, new CompletableFuture<>());
    }
}
