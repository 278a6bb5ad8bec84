package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** nginx with the Nchan module, as a distribution packages them. */
final class Nchan implements Program {
    private static final String NAME = "Nchan";
    private static final Speech POSTING = Speech.bare(Speech.TEXT);
    private static final String FILE = "nchan.conf";
    private static final String MODULE = "ngx_nchan_module.so";
    private static final Pattern MODULES = Pattern.compile("--modules-path=(\\S+)");
    private static final Pattern NGINX = Pattern.compile("nginx/(\\S+)");
    private static final Pattern VERSION = Pattern.compile("nchan version: (\\S+)");

    static Peer peer() {
        return Peer.open(NAME, new Nchan(), "room", POSTING);
    }

    /** The same sender beside readers of event streams; each is greeted with a comment when it is in the room. */
    static Peer eventSource() {
        return new Peer(NAME, new Nchan(), (server, readers) -> {
            Crowd crowd = new Crowd();
            BenchRoom room = crowd.addRoom(() -> {});
            crowd.add(Place.open(server, "room", POSTING), room);
            Place place = Place.events(server, "events", "", Speech.reading(": hi"));
            for (int i = 0; i < readers; i++) crowd.add(place, room);
            return crowd;
        });
    }

    @Override
    public String missing() {
        if (Installed.find("nginx").isEmpty()) return "there is no nginx";
        return Files.exists(module()) ? "" : "nginx is there, its module " + MODULE + " is not";
    }

    @Override
    public void prepare(Path folder, int port) {
        try {
            String text = Files.readString(Peer.FILES.resolve(FILE));
            text = text.replace("@port@", "" + port).replace("@module@", module().toString());
            Files.writeString(folder.resolve(FILE), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> command(Path folder, int port) {
        return List.of(nginx(), "-e", "stderr", "-p", folder.toString(), "-c", FILE);
    }

    @Override
    public String readyPath() {
        return "status";
    }

    @Override
    public String version(String answer) {
        return first(VERSION, answer) + ", nginx " + first(NGINX, about());
    }

    private static String nginx() {
        return Installed.find("nginx").orElseThrow().toString();
    }

    private static Path module() {
        return Path.of(first(MODULES, about()), MODULE);
    }

    private static String about() {
        return Installed.run(nginx(), "-V").output();
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "?";
    }
}
