package org.holdfast.bench;

/**
 * Once a text has come that has {@code heard} in it, {@code say} is said.
 *
 * @param heard empty: at once
 * @param say empty: nothing
 */
record Turn(String heard, String say) {}
