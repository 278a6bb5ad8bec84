package org.holdfast.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.faults.Point.Act;
import org.holdfast.lab.PayaraMicro;

/** A server whose limits are soon reached, and whose database can be made to stand still. */
final class TightServer implements AutoCloseable {
    static final int MESSAGE_BYTES = 4_096;
    static final int CONNECTIONS = 12;
    static final int CONNECTIONS_PER_ACCOUNT = 4;
    static final int ROOMS = 3;
    static final int QUEUE = 20;
    static final int IN_FLIGHT = 10;
    private static final int BURST = 40;

    private final Path taps;
    private final PayaraMicro micro;

    TightServer() throws IOException {
        taps = Files.createTempDirectory(Files.createDirectories(Path.of("target", "lab")), "limits-");
        micro = new PayaraMicro("limits", TappedWar.make())
                .with(Point.FOLDER, taps.toAbsolutePath().toString())
                .with("holdfast.text.length", "100")
                .with("holdfast.message.bytes", String.valueOf(MESSAGE_BYTES))
                .with("holdfast.commands.rate", "20")
                .with("holdfast.commands.burst", String.valueOf(BURST))
                .with("holdfast.connections.max", String.valueOf(CONNECTIONS))
                .with("holdfast.connections.per.account", String.valueOf(CONNECTIONS_PER_ACCOUNT))
                .with("holdfast.rooms.per.account", String.valueOf(ROOMS))
                .with("holdfast.posts.in.flight", String.valueOf(IN_FLIGHT))
                .with("holdfast.writer.queue", String.valueOf(QUEUE))
                .with("holdfast.writer.batch", "1")
                .with("holdfast.hello.limit", "3s")
                .start();
    }

    URI uri() {
        return micro.uri();
    }

    /** From its next statement on. */
    void freezeDatabase() {
        Point.DATABASE.arm(taps, Act.FREEZE);
    }

    void thawDatabase() {
        Point.DATABASE.disarm(taps);
    }

    @Override
    public void close() {
        micro.close();
    }
}
