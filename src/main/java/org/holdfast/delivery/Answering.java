package org.holdfast.delivery;

import java.util.concurrent.Executor;

/**
 * Answers requests that were held.
 *
 * @param threads each of which may block for as long as a slow reader takes: no other pool's work is to wait for that
 */
public record Answering(Executor threads) {}
