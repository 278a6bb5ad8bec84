package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
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

    @Test
    void whoHasSeenWhatIsLostBeginsAnewAfterACopyThatTheServerMade() throws IOException {
        var backups = server.data().resolveSibling("backups");
        server.with("holdfast.backup.folder", backups.toString()).restart();
        await().atMost(SOON).until(() -> Files.exists(backups) && copy(backups) != null);
        loseTwo();
        server.stop();
        try (var zip = new ZipFile(copy(backups).toFile());
                var content = zip.getInputStream(zip.getEntry(DATABASE))) {
            Files.copy(content, server.data().resolve(DATABASE), StandardCopyOption.REPLACE_EXISTING);
        }
        goOnAndBeginAnew();
    }

    @Test
    void whoHasSeenWhatIsLostBeginsAnewAfterAFileThatWasPutBack() throws IOException {
        server.stop();
        var kept = Files.copy(server.data().resolve(DATABASE), server.data().resolveSibling("kept"));
        server.start();
        loseTwo();
        server.stop();
        Files.copy(kept, server.data().resolve(DATABASE), StandardCopyOption.REPLACE_EXISTING);
        goOnAndBeginAnew();
    }

    private void loseTwo() {
        ann.say(room, "lost 1");
        ann.say(room, "lost 2");
        await().atMost(SOON).until(() -> heard("lost 2"));
    }

    private void goOnAndBeginAnew() {
        line.refuse();
        server.start();
        IntStream.rangeClosed(1, 5).forEach(n -> ann.say(room, "new " + n));
        line.pass();
        await().atMost(SOON).until(() -> heard("new 5"));
        assertThat(bob.view(room).resets()).contains("epoch");
        assertThat(bob.view(room).seen()).isEqualTo(ann.log(room));
        assertThat(bob.view(room).messages())
                .extracting(Seen::text)
                .containsExactly("kept", "new 1", "new 2", "new 3", "new 4", "new 5");
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
