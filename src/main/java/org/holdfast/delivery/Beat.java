package org.holdfast.delivery;

/**
 * It is time to look after the connections; fired by the timer each second. Observers hand over what may block.
 *
 * @param now by {@link Uptime}
 */
public record Beat(long now) {}
