package org.holdfast.delivery;

/** The server takes connections again. */
public record DrainEnded() {}
