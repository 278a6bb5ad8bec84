/**
 * The project's own benchmark: a load generator, the scenarios, and a report. It measures the packaged WAR on a real server from the
 * outside; src/docs/benchmark.md tells what, and how to read it.
 */
package org.holdfast.bench;
