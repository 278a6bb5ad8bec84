package org.holdfast.bench;

import java.nio.file.Path;
import java.util.List;

/** A server on Node.js. */
record NodeScript(NodePackages packages, String file) implements Program {
    /** A namespace is joined with {@code 40}; {@code 2} is Engine.IO's ping, {@code 3} its pong. */
    private static final Speech SOCKET_IO = new Speech(
            List.of(new Turn("", "40"), new Turn("40{", "")),
            List.of(new Turn("2", "3")),
            "42[\"chat\",\"{text}\"]",
            false);

    static Peer socketIo(NodePackages packages) {
        NodeScript script = new NodeScript(packages, "socketio.mjs");
        return Peer.open("Socket.IO", script, "socket.io/?EIO=4&transport=websocket", SOCKET_IO);
    }

    static Peer ws(NodePackages packages) {
        return Peer.open("ws", new NodeScript(packages, "ws.mjs"), "", Speech.bare(Speech.TEXT));
    }

    @Override
    public String missing() {
        return packages.missing();
    }

    @Override
    public List<String> command(Path folder, int port) {
        String node = Installed.find("node").orElseThrow().toString();
        return List.of(node, packages.script(file).toString(), "" + port);
    }

    @Override
    public String readyPath() {
        return "about";
    }
}
