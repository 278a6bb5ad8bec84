package org.holdfast.lab;

import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.TerminalFailureException;

/** Started as by the README's command. */
public final class PayaraMicro extends Server {
    /** What it answers in place of an application that did not come up, though it says that it is ready. */
    static final Set<Integer> ABSENT = Set.of(404, 500);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private static final Path POOL = Path.of("server-config", "payara-micro", "postgresql.asadmin");

    private static final String STARTED = ") ready in ";

    private static final Logger LOG = System.getLogger(PayaraMicro.class.getName());

    private final PluginCommand plugin;
    private final List<String> options = new ArrayList<>();
    private boolean isRedeployed;
    /** How much had been printed when the last start or deployment began, in bytes. Volatile: who awaits something looks from another thread. */
    private volatile long printed;

    /** The WAR under test, as the build made it. */
    public PayaraMicro(String name) {
        this(name, builtWar());
    }

    /** Another WAR that has the same health resource. */
    public PayaraMicro(String name, Path war) {
        this(name, war, "api/health/ready");
    }

    PayaraMicro(String name, Path war, String readyPath) {
        super(name, war, readyPath);
        this.plugin =
                new PluginCommand(Map.of("holdfast.port", String.valueOf(port()), "holdfast.data", data().toString()));
        super.under(plugin.contextRoot());
    }

    @Override
    public PayaraMicro with(String setting, String value) {
        super.with(setting, value);
        return this;
    }

    @Override
    public PayaraMicro withEnvironment(String variable, String value) {
        super.withEnvironment(variable, value);
        return this;
    }

    @Override
    public PayaraMicro start() {
        try {
            startOnce();
        } catch (TerminalFailureException e) {
            if (!hasGivenUp()) throw e;
            LOG.log(Level.WARNING, name + " runs without its application: started once more. " + complaint());
            kill9();
            startOnce();
        }
        return this;
    }

    private void startOnce() {
        printed = folder().printed();
        super.start();
    }

    /** Several threads look for annotations in what is deployed, by means that are made for one: two starts of some 500 found no EJB. */
    @Override
    boolean hasGivenUp() {
        return folder().output(printed).contains(STARTED) && ABSENT.contains(Probe.status(uri().resolve(readyPath)));
    }

    private String complaint() {
        return LabFolder.complaint(folder().output(printed));
    }

    /** Of Payara Micro's own command line; takes effect at the next start. */
    PayaraMicro withOptions(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    @Override
    public PayaraMicro under(String path) {
        super.under(path);
        return this;
    }

    /** Started by a program that can take the WAR out of the container while that goes on. */
    public PayaraMicro redeployed() {
        isRedeployed = true;
        return this;
    }

    /** Takes the WAR out of the container; when this returns, the container says that it is gone. */
    public void undeploy() {
        Redeployment.order(process(), "undeploy " + Redeployment.name(war()));
        await(name + " is undeployed")
                .atMost(STOP_LIMIT)
                .until(() -> Probe.status(uri().resolve(readyPath)) == NOT_FOUND);
    }

    /** Puts it in again, as it was at the start. */
    public void deploy() {
        // It says once only that it is ready: until it is put in it may be missing.
        printed = folder().printed();
        Redeployment.order(process(), "deploy " + Redeployment.name(war()) + " " + contextRoot() + " " + war());
        awaitReady();
    }

    /** Puts another one in, beside it. @return where it is found */
    public URI deployBeside(Path other, String path) {
        Redeployment.order(process(), "deploy " + Redeployment.name(other) + " " + path + " " + other);
        var found = uri().resolve(path + "/");
        await(path + " is ready").atMost(STOP_LIMIT).until(() -> Probe.status(found.resolve(readyPath)) == OK);
        return found;
    }

    /** Takes that one out again. */
    public void undeployBeside(String name) {
        Redeployment.order(process(), "undeploy " + name);
        await(name + " is undeployed").atMost(STOP_LIMIT).until(() -> output().contains("Done: undeploy " + name));
    }

    @Override
    List<String> command() {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(plugin.javaOptions());
        if (!Boolean.getBoolean("faults.full")) command.addAll(JvmOptions.USUAL);
        // The server unpacks itself here at every start, and after a kill -9 nobody else would clear it away.
        command.add("-Djava.io.tmpdir=" + folder().temporary());
        settings().forEach((setting, value) -> command.add("-D" + setting + "=" + value));
        var jar = System.getProperty("payara.microJar", "target/payara-micro.jar");
        command.addAll(isRedeployed ? Redeployment.launcher(jar) : List.of("-jar", jar));
        command.addAll(List.of("--deploy", war().toString(), "--contextroot", contextRoot()));
        command.addAll(plugin.serverOptions());
        command.addAll(options);
        if (ServerPool.isOf(this)) command.addAll(poolOptions());
        if (ServerKey.isOf(this)) command.addAll(ServerKey.payaraMicroOptions(this));
        return command;
    }

    private static List<String> poolOptions() {
        return List.of("--addlibs", ServerPool.driver().toString(), "--postbootcommandfile", POOL.toString());
    }
}
