package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Payara Micro of this virtual machine that goes on while one {@link Deployment} after the other comes and goes. */
final class WarmServer {
    static final WarmServer HERE = new WarmServer(System.getProperty("holdfast.test.warm", "warm-1"));

    private static final System.Logger LOG = System.getLogger(WarmServer.class.getName());
    /** In one process: what is left of each in its memory was never measured. */
    private static final int MOST_DEPLOYMENTS = 12;

    private static final Duration LOOK = Duration.ofMillis(50);

    private final int port = Ports.free();
    private final LabFolder folder;
    private final ServerProcess process;
    private final PluginCommand plugin;
    // Both volatile: who awaits something looks from a thread of its own.
    private volatile Deployment inside;
    private volatile long begun;
    private int deployments;

    private WarmServer(String name) {
        folder = LabFolder.make(name);
        process = new ServerProcess(name, folder);
        plugin = new PluginCommand(Map.of(
                "holdfast.port",
                String.valueOf(port),
                "holdfast.data",
                folder.data().toString()));
    }

    /** There is one place: who is in it goes first. */
    void deploy(Deployment deployment) {
        if (inside != null)
            throw new IllegalStateException(inside.name + " is deployed: close it before " + deployment.name
                    + " is started, or give one of them a server of its own");
        inside = deployment;
        LeftPlace.watch(this);
        try {
            put(deployment);
            var answered = answered(deployment);
            if (PayaraMicro.ABSENT.contains(answered)) putOnceMore(deployment, answered);
            deployment.awaitReady();
        } catch (RuntimeException | Error e) {
            failed();
            throw e;
        }
    }

    private void put(Deployment deployment) {
        begun = folder.printed();
        if (deployments == MOST_DEPLOYMENTS) process.kill9();
        if (!isAlive()) launch();
        deployments++;
        tell("forget", "-");
        deployment.settings().forEach((setting, value) -> tell("set", setting, value));
        order(
                "deploy",
                name(deployment),
                deployment.contextRoot(),
                deployment.war().toString());
    }

    private void launch() {
        folder.clear();
        deployments = 0;
        var from = folder.printed();
        process.launch(command(), Map.of());
        awaitDone("start -", from);
    }

    private static int answered(Deployment deployment) {
        return Probe.status(deployment.uri().resolve(deployment.readyPath));
    }

    /** It may not be its fault: Payara was seen to find no EJB in an application that it had deployed many times before. */
    private void putOnceMore(Deployment deployment, int answered) {
        LOG.log(
                Level.WARNING,
                deployment.name + " did not come up, " + answered + " is answered: once more, in a new server. "
                        + LabFolder.complaint(output()));
        process.kill9();
        put(deployment);
        assertThat(answered(deployment))
                .as("%s is there%n%s", deployment.name, LabFolder.tail(output()))
                .isNotIn(PayaraMicro.ABSENT);
    }

    /** Makes place for the next. */
    void undeploy(Deployment deployment) {
        try {
            order("undeploy", name(deployment));
        } catch (RuntimeException | Error e) {
            failed();
            throw e;
        }
        leave();
    }

    /** After a class: what it did not take out goes with the server. */
    void empty() {
        if (inside == null) return;
        LOG.log(Level.WARNING, inside.name + " was still deployed when its class was over");
        failed();
    }

    /** Nobody knows what it left behind. */
    private void failed() {
        try {
            process.kill9();
        } finally {
            leave();
        }
    }

    private void leave() {
        var left = inside;
        inside = null;
        left.folder().keep(output());
    }

    /** Another one each time: by the name Payara keeps where it unpacks an application, and looks there for EJBs. */
    private String name(Deployment deployment) {
        return Redeployment.name(deployment.war()) + "-" + deployments;
    }

    private void order(String... words) {
        var from = folder.printed();
        tell(words);
        awaitDone(words[0] + " " + words[1], from);
    }

    private void tell(String... words) {
        Redeployment.order(process.process(), String.join(" ", words));
    }

    private void awaitDone(String order, long from) {
        await(order)
                .atMost(Site.START_LIMIT)
                .pollInterval(LOOK)
                .failFast(() -> assertThat(isAlive() && !folder.output(from).contains("Failed: " + order + "\n"))
                        .as("%s%n%s", order, LabFolder.tail(folder.output(from)))
                        .isTrue())
                .until(() -> folder.output(from).contains("Done: " + order + "\n"));
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(plugin.javaOptions());
        command.addAll(JvmOptions.USUAL);
        command.add("-Djava.io.tmpdir=" + folder.temporary());
        command.addAll(Redeployment.launcher(System.getProperty("payara.microJar", "target/payara-micro.jar")));
        command.addAll(plugin.serverOptions());
        return command;
    }

    boolean isOf(Deployment deployment) {
        return inside == deployment;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int port() {
        return port;
    }

    /** What it has printed since it has the deployment that is in it. */
    String output() {
        return folder.output(begun);
    }
}
