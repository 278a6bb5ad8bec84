package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol section 6.6, on a server that is also killed. */
@Tag("any-server")
class SearchIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static Server server;
    private static Host host;
    private static Person ann;
    private static Person ben;
    private long room;

    /** A word that no other test has said. */
    private String word;

    @BeforeAll
    static void start() {
        server = Server.of("search").with("holdfast.commands.rate", "0").start();
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
        word = "w" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Answer search(Person who, String text) {
        return who.get("api/search?q=" + URLEncoder.encode(text, UTF_8));
    }

    private static List<JsonObject> hits(Person who, String text) {
        return search(who, text).expect(200).json().getJsonArray("hits").getValuesAs(JsonObject.class);
    }

    private static void finds(Person who, String text, int count) {
        await().atMost(SOON).untilAsserted(() -> assertThat(hits(who, text)).hasSize(count));
    }

    @Test
    void whatOneSaysTheOthersFindAndItIsToldWhereItIs() {
        ann.say(room, "Das Ünïcode " + word + " im 会议室");
        finds(ben, "unicode " + word + " 会议", 1);
        var hit = hits(ben, word).get(0);
        assertThat(hit.getInt("room")).isEqualTo((int) room);
        assertThat(hit.getJsonObject("author").getString("name")).isEqualTo("ann");
        var range = hit.getJsonArray("ranges").getJsonArray(0);
        assertThat(hit.getString("text").substring(range.getInt(0), range.getInt(1)))
                .isEqualTo(word);
        var event = ben.get("api/rooms/" + room + "/messages/" + hit.getInt("sequence"));
        assertThat(event.expect(200).text()).contains(word);
    }

    @Test
    void filesAreFoundByTheirNames() {
        new Shelf(ann, room).posted("Bilanz_" + word + "_final.txt", "numbers".getBytes(UTF_8));
        new Shelf(ann, room).posted("a picture of " + word + ".png", Sample.image("png", 8, 8));
        finds(ben, word + " has:file", 2);
        finds(ben, word + " has:image", 1);
        var file = hits(ben, "bilanz " + word + " final")
                .get(0)
                .getJsonArray("files")
                .getJsonObject(0);
        assertThat(file.getString("name")).isEqualTo("Bilanz_" + word + "_final.txt");
        assertThat(file.getJsonArray("ranges")).isNotEmpty();
        assertThat(file).doesNotContainKey("width");
        var image = hits(ben, word + " has:image").get(0).getJsonArray("files").getJsonObject(0);
        assertThat(image.getInt("width")).isEqualTo(8);
        ben.get("api/rooms/" + room + "/files/" + image.getString("id") + "?as=thumbnail")
                .expect(200);
    }

    @Test
    void whoSaidItAndWhenAndWhatCameWithItNarrowsWhatIsFound() {
        ann.say(room, word + " of ann");
        ben.say(room, word + " of ben");
        new Shelf(ben, room).posted(word + ".txt", "numbers".getBytes(UTF_8));
        finds(ann, word, 3);
        var before = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        var after = before.plusDays(4);
        var counts = Map.of(
                "from:ann",
                1,
                "from:ben",
                2,
                "from:me",
                1,
                "-from:ann",
                2,
                "has:file",
                1,
                "has:file from:ann",
                0,
                "after:" + before,
                3,
                "before:" + before,
                0,
                "before:" + after,
                3,
                "after:" + after,
                0);
        assertThat(counts)
                .allSatisfy((filter, count) ->
                        assertThat(hits(ann, word + " " + filter)).as(filter).hasSize(count));
    }

    @Test
    void whoWasTakenOutFindsNothingOfItAnyMore() {
        ann.say(room, "a secret " + word);
        finds(ben, word, 1);
        host.takeOut(ben, room);
        assertThat(hits(ben, word)).isEmpty();
        assertThat(hits(ben, "in:" + word + " from:ann")).isEmpty();
        assertThat(hits(ann, word)).hasSize(1);
        assertThat(search(Person.stranger(server.uri()), word).status()).isEqualTo(401);
    }

    @Test
    void neitherAPublicRoomThatOneIsNotInNorADirectOneIsFound() {
        var open = host.room("public", UUID.randomUUID());
        host.bring(ann, open);
        ann.say(open, word + " for those who are here");
        ann.say(host.direct(ann), word + " between us");
        finds(ann, word, 2);
        assertThat(hits(ben, word)).isEmpty();
        ben.join(open);
        assertThat(hits(ben, word)).hasSize(1);
    }

    @Test
    void whatWasAcknowledgedIsFoundAfterTheServerWasKilledAndItsIndexIsGone() throws IOException {
        for (int n = 0; n < 20; n++) ann.say(room, word + " before " + n);
        finds(ben, word, 20);
        ann.say(room, word + " at the last moment");
        server.kill9();
        server.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(found(word)).isEqualTo(21));
        server.kill9();
        try (var files = Files.list(server.data().resolve("search"))) {
            for (var file : files.toList()) Files.delete(file);
        }
        server.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(found(word)).isEqualTo(21));
    }

    private static int found(String word) {
        var answer = ben.get("api/search?limit=50&q=" + word);
        return answer.status() == 200 ? answer.json().getJsonArray("hits").size() : -1;
    }

    @Test
    void whatCanNotBeLookedForIsRefusedWithWhatToDo() {
        for (var text : List.of("", " ", "!?", "before:yesterday", "has:cake", "from:", "x".repeat(301)))
            assertThat(search(ann, text).expect(400).json().getString("code")).isEqualTo("bad_field");
        for (var more : List.of("limit=0", "limit=51", "before=1", "order=oldest", "zone=Nowhere"))
            assertThat(ann.get("api/search?q=x&" + more).expect(400).json().getString("code"))
                    .isEqualTo("bad_field");
        assertThat(search(ann, "\"*:* ~^ [a TO z] {! \\").status()).isEqualTo(200);
    }
}
