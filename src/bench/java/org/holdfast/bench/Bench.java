package org.holdfast.bench;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the scenarios that were asked for, one after the other, and writes target/bench/report.md. */
public final class Bench {
    static final Path OUT = Path.of("target", "bench");

    private static final System.Logger LOG = System.getLogger(Bench.class.getName());
    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("fanout", new FanoutScenario());
        SCENARIOS.put("ack", new AckScenario());
        SCENARIOS.put("storm", new StormScenario());
        SCENARIOS.put("idle", new IdleScenario());
        SCENARIOS.put("start", new StartScenario());
        SCENARIOS.put("size", new SizeScenario());
        SCENARIOS.put("peers", PeersScenario.webSocket());
        SCENARIOS.put("sse", PeersScenario.eventStream());
        SCENARIOS.put("product", new ProductScenario());
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Options options = Options.given();
        Cores cores = Cores.here();
        cores.moveHere();
        Report report = new Report();
        try (Ground ground = new Ground(options, cores, report)) {
            head(report, options, cores, ground);
            SCENARIOS.forEach((name, scenario) -> {
                if (options.has(name)) run(name, scenario, ground);
            });
        }
        report.text("Machine load at the end: " + Machine.load());
        if (report.hasFailures()) System.exit(1);
    }

    /** A scenario that breaks is said in the report, and the others go on. */
    private static void run(String name, Scenario scenario, Ground ground) {
        try {
            scenario.run(ground);
        } catch (RuntimeException | AssertionError e) {
            LOG.log(System.Logger.Level.ERROR, "Scenario " + name, e);
            ground.report().text("Scenario `" + name + "` " + Report.FAILED + e.getMessage());
        }
    }

    private static void head(Report report, Options options, Cores cores, Ground ground) {
        report.title("Holdfast, measured");
        report.list(List.of(
                "date: " + ZonedDateTime.now().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                "machine: %d × %s, %s, %s"
                        .formatted(Machine.cores(), Machine.processor(), Machine.memory(), Machine.system()),
                "JDK of both: " + Machine.java(),
                "cores: " + cores.text(),
                "open files, soft and hard limit: " + Machine.openFiles(),
                "machine load at the start: " + Machine.load(),
                "command: `" + options.command() + "`" + (options.isShort() ? ", SHORT: not for figures" : "")
                        + (options.isProfiled() ? ", PROFILED: the profiler's own cost is in the figures" : ""),
                "server: `" + String.join(" ", ground.server().command()) + "`",
                "the way: " + Crew.SIZE
                        + " accounts, signed up over HTTP (100,000 rounds of PBKDF2), each with as many connections as "
                        + "needed; login cookie, membership, commit to H2, ack, fan-out; texts of "
                        + PostFrame.TEXT_BYTES
                        + " bytes; the sender is one of the room's subscribers"));
    }
}
