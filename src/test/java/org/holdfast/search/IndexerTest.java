package org.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.holdfast.account.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is a copy: whatever happens to it, it is what the logs say. */
class IndexerTest {
    @TempDir
    Path folder;

    private SearchServer server;
    private Account ann;
    private long room;

    @BeforeEach
    void start() {
        server = new SearchServer(folder);
        ann = server.rooms.account("ann");
        room = done(server.rooms.create(ann, "Kitchen", ""));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    private void restart() throws InterruptedException {
        server.close();
        server = new SearchServer(folder);
        server.settle();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder.resolve("search"))) {
            return all.filter(file -> !file.endsWith("write.lock")).toList();
        }
    }

    @Test
    void whatWasThereBeforeIsFoundAndReadOnce() throws Exception {
        server.post(ann, room, "an old cake");
        server.settle();
        server.close();
        server = new SearchServer(folder);
        var read = server.rooms.log.count("body, c.text");
        server.settle();
        assertThat(server.texts(ann, "cake")).containsExactly("an old cake");
        // Of the answer itself.
        assertThat(read).hasValue(1);
    }

    @Test
    void anIndexThatIsGoneOrDamagedIsMadeAnew() throws Exception {
        server.post(ann, room, "a cake");
        restart();
        server.close();
        for (Path file : files()) Files.delete(file);
        server = new SearchServer(folder);
        server.settle();
        assertThat(server.texts(ann, "cake")).containsExactly("a cake");
        server.close();
        for (Path file : files()) Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
        server = new SearchServer(folder);
        server.settle();
        assertThat(server.texts(ann, "cake")).containsExactly("a cake");
    }

    @Test
    void anIndexOfAnEarlierFormIsMadeAnew() throws Exception {
        server.post(ann, room, "a cake");
        server.settle();
        server.close();
        try (var index = FSDirectory.open(folder.resolve("search"));
                var writer = new IndexWriter(index, new IndexWriterConfig())) {
            Map<String, String> written = new HashMap<>();
            writer.getLiveCommitData().forEach(each -> written.put(each.getKey(), each.getValue()));
            assertThat(written.put("schema", "2")).as("premise").isNotEqualTo("2");
            // By its positions there is nothing left to read.
            writer.deleteAll();
            writer.setLiveCommitData(written.entrySet());
            writer.commit();
        }
        server = new SearchServer(folder);
        server.settle();
        assertThat(server.texts(ann, "cake")).containsExactly("a cake");
    }

    @Test
    void aLogThatIsNumberedAnewIsReadAnew() throws Exception {
        server.post(ann, room, "a cake");
        server.post(ann, room, "a pie");
        server.settle();
        server.close();
        server = new SearchServer(folder);
        server.rooms.log.jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM event WHERE log = ? AND body LIKE '%pie%'", room);
            handle.execute("UPDATE log SET last_sequence = last_sequence - 1 WHERE id = ?", room);
        });
        restart();
        server.post(ann, room, "a soup");
        server.settle();
        assertThat(server.texts(ann, "a ")).containsExactly("a soup", "a cake");
        // By its own words: what an index shows of a message is read where the message is.
        assertThat(server.texts(ann, "soup")).containsExactly("a soup");
        assertThat(server.texts(ann, "pie")).isEmpty();
    }

    @Test
    void whatWasDeletedIsInNoFileOnceItIsPurged() throws Exception {
        long message = server.post(ann, room, "xylophonist");
        for (int n = 0; n < 20; n++) server.post(ann, room, "something that stays");
        server.settle();
        server.close();
        // Read anew they are in one segment: one in which little is left is merged by itself.
        for (Path file : files()) Files.delete(file);
        server = new SearchServer(folder);
        restart();
        assertThat(text()).contains("xylophonist");
        done(server.rooms.messages.delete(server.target(ann, room, message)));
        server.settle();
        // At a start, and each day.
        restart();
        server.close();
        assertThat(text()).doesNotContain("xylophonist").contains("something");
        server = new SearchServer(folder);
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files())
            text.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
        return text.toString();
    }
}
