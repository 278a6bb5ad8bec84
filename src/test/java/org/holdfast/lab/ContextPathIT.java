package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The house may stand under any path of a host that it shares. */
@Tag("any-server")
class ContextPathIT {
    private static final String PATH = "/team/chat";

    private static Site server;
    private static Person ann;

    @BeforeAll
    static void start() {
        server = Site.shared("context-path").under(PATH).start();
        ann = Person.signUp(server.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theCookieIsForThatPathAlone() throws Exception {
        assertThat(server.uri().getPath()).as("premise").isEqualTo(PATH + "/");
        var login = Map.of("name", ann.name(), "password", ann.password());
        var cookie = Person.stranger(server.uri())
                .request("POST", "api/login", Json.object(login))
                .expect(200)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie.split("; ?")).contains("Path=" + PATH);
        ann.get("api/session").expect(200);
        assertThat(Probe.status(URI.create("http://127.0.0.1:" + server.port() + "/api/health/ready")))
                .as("nothing is at the root")
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void theFramesComeByEachTransport(Transport transport) {
        var room = ann.createRoom("room " + UUID.randomUUID());
        try (var voice = new Voice(ann, transport).hello(Map.of())) {
            voice.awaits("welcome");
            voice.say(Voice.post(UUID.randomUUID().toString(), room, "under a path"));
            voice.awaits(data -> data.toString().contains("under a path"), "event");
        }
    }

    @Test
    void aScriptComesCompressedAndIsAskedForAnewEachTime() {
        var request = ann.request("app/start.js");
        var headers = Http.answer(request.header("Accept-Encoding", "gzip").build())
                .expect(200)
                .headers();
        assertThat(headers.map())
                .containsEntry("content-encoding", List.of("gzip"))
                .containsEntry("cache-control", List.of("no-cache"));
        var again = request.header("If-None-Match", headers.firstValue("ETag").orElseThrow());
        Http.answer(again.build()).expect(304);
    }

    @Test
    void thePageAndAFileAreThere() {
        ann.get("").expect(200);
        ann.get("holdfast/index.js").expect(200);
        var shelf = new Shelf(ann, ann.createRoom("room " + UUID.randomUUID()));
        var notes = "notes".getBytes(UTF_8);
        assertThat(shelf.download(shelf.posted("notes.txt", notes)).body()).isEqualTo(notes);
    }
}
