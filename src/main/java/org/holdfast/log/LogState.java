package org.holdfast.log;

/** Where a log stands: the name of its numbering, and its newest sequence (0: empty). */
public record LogState(long log, String epoch, long head) {}
