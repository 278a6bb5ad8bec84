package org.holdfast.bench;

import java.lang.management.ManagementFactory;

/**
 * Processor time, in seconds.
 *
 * @param server of all of the server's processes
 * @param compilers what of it the virtual machine's just-in-time compilers took: much says that it was not warm
 * @param load of the load generator's one thread: as much as the span says that the generator was the limit
 */
record Cpu(double server, double compilers, double load) {
    static final Cpu NONE = new Cpu(0, 0, 0);

    /** So far; on the loop's thread. */
    static Cpu of(ProcessAccount server) {
        double load = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        return new Cpu(server.cpuSeconds(), server.compilerSeconds(), load);
    }

    Cpu since(Cpu before) {
        // A compiler thread that has ended took its account along.
        return new Cpu(server - before.server, Math.max(0, compilers - before.compilers), load - before.load);
    }
}
