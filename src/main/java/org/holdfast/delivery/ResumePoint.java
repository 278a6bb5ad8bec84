package org.holdfast.delivery;

/** The last event that a client has of a log, under the numbering that it knew. */
public record ResumePoint(String epoch, long sequence) {}
