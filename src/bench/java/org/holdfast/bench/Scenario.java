package org.holdfast.bench;

/** One question that the report answers. */
interface Scenario {
    void run(Ground ground);
}
