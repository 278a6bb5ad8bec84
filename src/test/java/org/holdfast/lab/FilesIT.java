package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol section 6.3: files come into a room, are posted, and are had by whoever may read there at that moment. */
@Tag("any-server")
class FilesIT {
    private static final byte[] NOTES = "These are the notes of the meeting.".getBytes(UTF_8);

    private static Server server;
    private static Host host;
    private static Person ann;
    private static Person ben;
    private long room;
    private Shelf shelf;

    @BeforeAll
    static void start() {
        server = Server.of("files")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.files.size", "2")
                .with("holdfast.files.quota", "5")
                .with("holdfast.files.uploads.per.account", "3")
                .start();
        host = new Host(Person.signUp(server.uri(), "host"));
        ann = Person.signUp(server.uri(), "ann");
        ben = Person.signUp(server.uri(), "ben");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeRoom() {
        room = host.room("private", UUID.randomUUID());
        host.bring(ann, room);
        host.bring(ben, room);
        shelf = new Shelf(ann, room);
    }

    @Test
    void whatIsPostedIsHadByAllInTheRoomAndStandsInTheMessage() {
        var answer = shelf.upload("notes of the meeting.txt", NOTES).expect(201).json();
        var id = answer.getString("id");
        assertThat(answer.getString("name")).isEqualTo("notes of the meeting.txt");
        assertThat(answer.getString("type")).isEqualTo("text/plain");
        assertThat(answer.getInt("size")).isEqualTo(NOTES.length);
        shelf.post("message-" + id.substring(0, 20), "Here they are", id);
        var body = newest().getJsonObject("body");
        assertThat(body.getString("text")).isEqualTo("Here they are");
        assertThat(body.getJsonArray("files")).containsExactly(answer);
        var download = shelf.of(ben).download(id);
        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(NOTES);
    }

    private JsonObject newest() {
        JsonArray events = ben.get("api/rooms/" + room + "/events?limit=1")
                .expect(200)
                .json()
                .getJsonArray("events");
        return events.getJsonObject(0);
    }

    @Test
    void whatIsNotPostedIsOnlyHadByWhoBroughtIt() {
        var id = shelf.uploaded("draft.txt", NOTES);
        assertThat(shelf.status(id)).isEqualTo(200);
        assertThat(shelf.of(ben).status(id)).isEqualTo(404);
        assertThat(refusal(shelf.of(ben).post("ben-posts-1", "mine", id))).isEqualTo("not_found");
    }

    private static String refusal(JsonArray answers) {
        return answers.getJsonObject(0).getJsonObject("data").getString("code", "none");
    }

    @Test
    void whoLeftTheRoomHasNothingOfItAnyMore() {
        var id = shelf.posted("notes.txt", NOTES);
        assertThat(shelf.of(ben).status(id)).isEqualTo(200);
        host.takeOut(ben, room);
        assertThat(shelf.of(ben).status(id)).isEqualTo(404);
        assertThat(shelf.of(ben).upload("notes.txt", NOTES).status()).isEqualTo(404);
        assertThat(shelf.of(Person.stranger(server.uri())).status(id)).isEqualTo(401);
    }

    @Test
    void aFileIsOfItsRoomAloneAndIsPostedOnce() {
        var other = new Shelf(ann, ann.createRoom(UUID.randomUUID().toString()));
        var id = shelf.uploaded("notes.txt", NOTES);
        assertThat(other.status(id)).isEqualTo(404);
        assertThat(refusal(other.post("elsewhere-1", "", id))).isEqualTo("not_found");
        var first = shelf.post("the-message-1", " ", id);
        assertThat(refusal(first)).isEqualTo("none");
        assertThat(shelf.post("the-message-1", " ", id)).isEqualTo(first);
        assertThat(refusal(shelf.post("the-message-1", "", shelf.uploaded("other.txt", NOTES))))
                .isEqualTo("conflict");
        assertThat(refusal(shelf.post("another-one-1", "", id))).isEqualTo("conflict");
        assertThat(refusal(shelf.post("nothing-here-1", " "))).isEqualTo("bad_field");
    }

    @Test
    @Holds("7: bytes of a file")
    void aFileThatIsTooBigIsRefusedWhetherItTellsSoOrNot() {
        var big = new byte[2_000_001];
        assertThat(refusal(shelf.upload("big.bin", big), 413)).isEqualTo("too_big");
        assertThat(refusal(shelf.upload("big.bin", () -> new ByteArrayInputStream(big)), 413))
                .isEqualTo("too_big");
        assertThat(shelf.upload("big.bin", Arrays.copyOf(big, 2_000_000)).status())
                .isEqualTo(201);
    }

    private static String refusal(Answer answer, int status) {
        return answer.expect(status).json().getString("code");
    }

    @Test
    @Holds("7: bytes of all files of an account")
    void whoHasFilledTheirRoomIsToldSoAndNobodyElseIs() {
        var own = shelf.of(Person.signUp(server.uri(), "collector"));
        host.bring(own.person(), room);
        for (int n = 0; n < 2; n++) own.upload(n + ".bin", new byte[2_000_000]).expect(201);
        assertThat(refusal(own.upload("3.bin", new byte[1_000_001]), 413)).isEqualTo("quota_exceeded");
        own.upload("3.bin", new byte[1_000_000]).expect(201);
        assertThat(refusal(own.upload("one more byte", new byte[1]), 413)).isEqualTo("quota_exceeded");
        shelf.upload("other.bin", new byte[1_000]).expect(201);
    }

    @Test
    @Holds("7: uploads at once, of an account and of all")
    void uploadsBeyondThoseAtOnceAreToldToComeBack() throws Exception {
        try (var open = new OpenUploads(shelf)) {
            open.begin(2);
            await().untilAsserted(() -> {
                // One more each time: it may have come just when the small one had the third place.
                open.begin(1);
                assertThat(refusal(shelf.upload("x", NOTES), 503)).isEqualTo("busy");
            });
            shelf.of(ben).upload("x", NOTES).expect(201);
        }
        await().untilAsserted(() -> shelf.upload("x", NOTES).expect(201));
    }

    @Test
    void whatHadArrivedOutlivesAKilledServerAndWhatHadNotLeavesNothingToSee() throws Exception {
        var posted = shelf.posted("posted.txt", NOTES);
        var waiting = shelf.uploaded("waiting.txt", "only mine".getBytes(UTF_8));
        var before = kept();
        try (var open = new OpenUploads(shelf)) {
            open.begin(2);
            await().until(() -> arriving() > 0);
            server.kill9();
        }
        server.start();
        assertThat(kept()).isEqualTo(before);
        assertThat(shelf.of(ben).download(posted).body()).isEqualTo(NOTES);
        assertThat(shelf.download(waiting).body()).isEqualTo("only mine".getBytes(UTF_8));
        assertThat(refusal(shelf.post("late-message-1", "", waiting))).isEqualTo("none");
    }

    /** Bytes of what is on its way, in a place that is never looked into. */
    private static long arriving() throws IOException {
        try (var all = Files.list(server.data().resolve("files/arriving"))) {
            return all.mapToLong(path -> path.toFile().length()).sum();
        }
    }

    private static Set<Path> kept() throws IOException {
        var folder = server.data().resolve("files");
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(folder.resolve("arriving")))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void aPartCanBeHadAndWhatIsKnownIsNotSentAgain() {
        var content = new byte[300_000];
        new Random(7).nextBytes(content);
        var id = shelf.posted("numbers.bin", content);
        var part = shelf.download(id, "Range", "bytes=299990-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 299990-299999/300000");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 299_990, 300_000));
        assertThat(shelf.download(id, "Range", "bytes=300000-").statusCode()).isEqualTo(416);
        var tag = part.headers().firstValue("ETag").orElseThrow();
        for (var had : List.of(tag, "W/" + tag, "\"another\", " + tag))
            assertThat(shelf.download(id, "If-None-Match", had).statusCode()).isEqualTo(304);
        var changed = shelf.download(id, "Range", "bytes=5-9", "If-Range", "\"another\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(content);
    }
}
