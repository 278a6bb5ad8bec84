package org.holdfast.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the first view runs, as few scripts: it is some 150 modules, and over HTTP/1.1 a browser asks for six at a time. Without this they mean
 * the same, and any of them can still be asked for by its own name.
 */
final class Bundles {

    /**
     * The last of each is the script that comes with the others, and with what they import. In this order: a module is in the first that has
     * it. So nobody gets a view for a model, nor the chat for a socket of the library: those two are pages of others' too.
     */
    static final List<List<String>> CONTENTS = List.of(
            List.of(
                    "/holdfast/backoff.js",
                    "/holdfast/event-request.js",
                    "/holdfast/exchange.js",
                    "/holdfast/numbers.js",
                    "/holdfast/states.js",
                    "/holdfast/wake-ups.js",
                    "/holdfast/watchdog.js",
                    "/holdfast/one-socket.js"),
            List.of("/holdfast/client.js"),
            List.of("/holdfast/channel-locks.js"),
            List.of("/holdfast/presence.js"),
            List.of("/holdfast/shared-road.js"),
            List.of("/app/models/preferences.js", "/app/models/shelf.js", "/app/views/dress.js"),
            List.of("/app/start.js"),
            List.of("/app/views/chat.js"),
            List.of("/app/words/en.js"),
            List.of("/app/words/zh.js"));

    private final WarFiles files;
    private final Map<String, Bundle> owners = new HashMap<>();
    private final Map<String, ScriptModule> modules = new HashMap<>();

    private Bundles(WarFiles files) {
        this.files = files;
    }

    static Bundles of(WarFiles files) throws IOException {
        Bundles bundles = new Bundles(files);
        for (List<String> content : CONTENTS) bundles.add(content);
        return bundles;
    }

    /** @return null: it is no part of a bundle, and shipped as it is */
    String shipped(String path) {
        Bundle owner = owners.get(path);
        if (owner == null) return null;
        return path.equals(owner.entry()) ? owner.text(owners) : owner.alias(modules.get(path));
    }

    private void add(List<String> content) throws IOException {
        Bundle bundle = new Bundle(content.get(content.size() - 1), new ArrayList<>());
        for (String path : content) collect(path, bundle);
    }

    private void collect(String path, Bundle bundle) throws IOException {
        // The library stands by itself: nothing of it is in a script of the page.
        if (!WarPath.top(path).equals(WarPath.top(bundle.entry())) || owners.putIfAbsent(path, bundle) != null) return;
        ScriptModule module = new ScriptModule(path, Script.withoutComments(read(path)));
        modules.put(path, module);
        for (String imported : module.imports()) collect(imported, bundle);
        bundle.modules().add(module);
    }

    private String read(String path) throws IOException {
        byte[] source = files.read(path);
        if (source == null) throw new FileNotFoundException(path + ", which a script imports");
        return new String(source, StandardCharsets.UTF_8);
    }
}
