package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A backup is put back, and the house goes on from there before those come back who have seen what was said after it: the log gives their
 * numbers to other events. They are told so, and miss none of these.
 */
class RestoreIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DATABASE = "holdfast.mv.db";

    private final PayaraMicro server = new PayaraMicro("restore").with("holdfast.commands.rate", "0");
    private final TcpProxy line = new TcpProxy(server.port());
    private Person ann;
    private ChatClient bob;
    private long room;

    @BeforeEach
    void meet() {
        server.start();
        ann = Person.signUp(server.uri(), "ann");
        room = ann.createRoom("room " + UUID.randomUUID());
        var person = Person.signUp(server.uri(), "bob");
        person.join(room);
        bob = person.by(server.by(line.uri())).client(Patience.SHORT).connect();
        ann.say(room, "kept");
        await().atMost(SOON).until(() -> heard("kept"));
    }

    @AfterEach
    void part() {
        bob.close();
        line.close();
        server.close();
    }

    /** After a copy that the server made, and after a file that was kept: each time what was said since is lost. */
    @Test
    void whoHasSeenWhatIsLostBeginsAnew() throws IOException {
        server.stop();
        var kept = Files.copy(database(), server.data().resolveSibling("kept"));
        var backups = server.data().resolveSibling("backups");
        server.with("holdfast.backup.folder", backups.toString()).start();
        await().atMost(SOON).until(() -> Files.exists(backups) && copy(backups) != null);
        var made = unpacked(copy(backups));
        for (var backup : List.of(made, kept)) {
            loseTwo();
            server.stop();
            Files.copy(backup, database(), StandardCopyOption.REPLACE_EXISTING);
            goOnAndBeginAnew();
        }
    }

    private Path database() {
        return server.data().resolve(DATABASE);
    }

    private static Path unpacked(Path copy) throws IOException {
        try (var zip = new ZipFile(copy.toFile());
                var content = zip.getInputStream(zip.getEntry(DATABASE))) {
            var file = copy.resolveSibling("unpacked");
            Files.copy(content, file);
            return file;
        }
    }

    private void loseTwo() {
        ann.say(room, "lost 1");
        ann.say(room, "lost 2");
        await().atMost(SOON).until(() -> heard("lost 2"));
    }

    private void goOnAndBeginAnew() {
        var before = epochs();
        line.refuse();
        server.start();
        IntStream.rangeClosed(1, 5).forEach(n -> ann.say(room, "new " + n));
        line.pass();
        await().atMost(SOON).until(() -> epochs() > before && heard("new 5"));
        assertThat(bob.view(room).seen()).isEqualTo(ann.log(room));
        assertThat(bob.view(room).messages())
                .extracting(Seen::text)
                .containsExactly("kept", "new 1", "new 2", "new 3", "new 4", "new 5");
    }

    /** So often it was told that the log is another one. */
    private long epochs() {
        return bob.view(room).resets().stream().filter("epoch"::equals).count();
    }

    private boolean heard(String text) {
        return bob.view(room).messages().stream().anyMatch(seen -> seen.text().equals(text));
    }

    private static Path copy(Path backups) throws IOException {
        try (var all = Files.newDirectoryStream(backups, "holdfast-*.zip")) {
            var copies = all.iterator();
            return copies.hasNext() ? copies.next() : null;
        }
    }
}
