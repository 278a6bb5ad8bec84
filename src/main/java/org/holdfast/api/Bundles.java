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

    /** In this order: a module is in the first of them that imports it. Loading one does nothing: the laboratory's page has parts of them. */
    private static final List<String> ENTRIES = List.of(
            "/holdfast/client.js",
            "/holdfast/channel-locks.js",
            "/holdfast/presence.js",
            "/holdfast/shared-road.js",
            "/app/start.js",
            "/app/views/chat.js");

    private final WarFiles files;
    private final Map<String, Bundle> owners = new HashMap<>();
    private final Map<String, ScriptModule> modules = new HashMap<>();

    private Bundles(WarFiles files) {
        this.files = files;
    }

    static Bundles of(WarFiles files) throws IOException {
        Bundles bundles = new Bundles(files);
        for (String entry : ENTRIES) bundles.add(entry);
        return bundles;
    }

    /** @return null: it is no part of a bundle, and shipped as it is */
    String shipped(String path) {
        Bundle owner = owners.get(path);
        if (owner == null) return null;
        return path.equals(owner.entry()) ? owner.text(owners) : owner.alias(modules.get(path));
    }

    private void add(String entry) throws IOException {
        List<ScriptModule> members = new ArrayList<>();
        collect(entry, new Bundle(entry, members));
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
