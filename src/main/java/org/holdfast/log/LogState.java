package org.holdfast.log;

/**
 * Where a log stands.
 *
 * @param epoch the name of its numbering
 * @param head its newest sequence; 0: empty
 * @param keptAfter the events up to there are deleted; 0: none is
 */
public record LogState(long log, String epoch, long head, long keptAfter) {}
