package org.holdfast.library;

import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.lab.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that others wrote, at Holdfast's endpoints; and the library's, at other servers. */
class ForeignClientsIT {
    private static Site server;

    @BeforeAll
    static void start() {
        server = Site.shared("foreign-clients").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void othersClientsTalkToHoldfast() throws Exception {
        run("foreign-clients.test.js");
    }

    @Test
    void theLibrarysClientsTalkToOtherServers() throws Exception {
        run("bare-server.test.js");
    }

    @Test
    void aBrowserGetsTheScriptsAsTheyAreWithoutTheirComments() throws Exception {
        run("shipped.test.js");
    }

    private static void run(String script) throws Exception {
        var environment = Map.of("HOLDFAST", server.uri().toString());
        Node.run(NpmPackages.installed(), environment, Stream.of("--test", script));
    }
}
