package org.holdfast.stream;

/** A topic was deleted: whoever reads it is sent away. */
public record TopicEnded(long log) {}
