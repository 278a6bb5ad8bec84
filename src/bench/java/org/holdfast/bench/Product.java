package org.holdfast.bench;

import java.net.URI;
import org.holdfast.lab.Server;

/** Holdfast on the server product that the run is about, as its folder in server-config says, on a core of its own. */
final class Product implements AutoCloseable {
    static final String HEAP = "-Xmx2g";

    private final Server server;
    private final Cores cores;

    /** Before it is made: what the lab's servers are started with. */
    static Product start(Cores cores) {
        // As users have them: all compilers, and the collector that the virtual machine chooses.
        System.setProperty("holdfast.test.jvm", HEAP);
        System.setProperty("holdfast.test.heap", HEAP);
        Server server = Server.of("bench-product")
                .with("holdfast.connections.per.account", "0")
                .with("holdfast.commands.rate", "0");
        Product product = new Product(server, cores);
        product.start();
        return product;
    }

    private Product(Server server, Cores cores) {
        this.server = server;
        this.cores = cores;
    }

    private void start() {
        server.start();
        cores.moveToServers(server.pid());
    }

    void restart() {
        server.kill9();
        start();
    }

    static String name() {
        return System.getProperty("holdfast.test.server", "payara-micro");
    }

    URI uri() {
        return server.uri();
    }

    ProcessAccount account() {
        return new ProcessAccount(server.pid());
    }

    @Override
    public void close() {
        server.close();
    }
}
