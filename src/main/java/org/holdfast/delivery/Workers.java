package org.holdfast.delivery;

import java.util.concurrent.Executor;

/**
 * The threads of this floor, from the application's own pools.
 *
 * @param lanes runs the lanes; nothing that blocks
 * @param tasks runs what may block for a while: reading older events
 * @param closes ends connections and sends notices, each of which may block for as long as a dead peer takes
 */
public record Workers(Executor lanes, Executor tasks, Executor closes) {}
