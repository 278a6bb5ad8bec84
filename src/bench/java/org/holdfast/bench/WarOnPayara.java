package org.holdfast.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Payara Micro with one WAR.
 *
 * @param options of the virtual machine
 */
record WarOnPayara(Path war, String readyPath, List<String> options) implements Program {
    /** A hundred accounts do what thousands would: what is limited for each of them is not what is measured. */
    private static final List<String> SETTINGS = List.of(
            "-Dholdfast.password.iterations=100000",
            "-Dholdfast.connections.per.account=0",
            "-Dholdfast.commands.rate=0");

    @Override
    public List<String> command(Path folder, int port) {
        List<String> command = new ArrayList<>(List.of(Installed.java(), "-Xmx1g"));
        command.addAll(options);
        command.addAll(List.of("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-Dholdfast.bind=127.0.0.1"));
        command.addAll(List.of("-Dholdfast.data=" + folder.resolve("data")));
        command.addAll(List.of("-Dholdfast.url=http://127.0.0.1:" + port + "/"));
        command.addAll(SETTINGS);
        command.addAll(List.of("-jar", System.getProperty("payara.microJar", "target/payara-micro.jar")));
        command.addAll(List.of("--nocluster", "--disablephonehome", "--contextroot", "/", "--port", "" + port));
        command.addAll(List.of("--prebootcommandfile", "server-config/payara-micro/preboot.asadmin"));
        command.addAll(List.of("--deploy", war.toAbsolutePath().toString()));
        return command;
    }

    @Override
    public boolean isProfiled() {
        return true;
    }

    @Override
    public String version(String answer) {
        return "on Payara Micro " + System.getProperty("payara.version", "");
    }
}
