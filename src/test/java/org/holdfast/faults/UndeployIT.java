package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Patience;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.holdfast.lab.Transport;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The WAR is taken out of a container that goes on, and put in again: protocol section 5.3. Nobody loses anything, and nothing stays. */
class UndeployIT {
    private static final Logger LOG = System.getLogger(UndeployIT.class.getName());
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern OUR_THREAD =
            Pattern.compile("^\"(holdfast[^\"]*|H2[^\"]*|MVStore[^\"]*)\"", Pattern.MULTILINE);
    /** Payara keeps the application that it had last. */
    private static final int MOST_KEPT = 1;

    private static final String OTHER = "beside";
    private static final int TIMES = Boolean.getBoolean("faults.full") ? 20 : 3;

    /** Of what there is one an application: its own objects, and its timers'. */
    private static final List<String> ONCE = List.of(
            "org.holdfast.app.HoldfastApplication",
            "org.holdfast.delivery.StaleSweep",
            "org.holdfast.delivery.ConnectionRegistry");

    private static final String CLASS_LOADER = "org.glassfish.web.loader.WebappClassLoader";

    private static final PayaraMicro SERVER = new PayaraMicro("undeploy")
            .redeployed()
            .with("holdfast.drain.spread", "1s")
            .with("holdfast.poll.interval", "100ms");
    private List<ChatClient> clients = List.of();
    private static Person ann;
    private long room;

    @BeforeAll
    static void start() {
        SERVER.start();
        ann = Person.signUp(SERVER.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("lunch " + UUID.randomUUID());
    }

    @AfterEach
    void part() {
        clients.forEach(ChatClient::close);
    }

    @Test
    void everybodyIsSentAwayAndWholeAfterItIsPutInAgain() {
        comeByEachTransport();
        SERVER.undeploy();
        await().atMost(SOON).until(() -> all(client -> !client.closeCodes().isEmpty()));
        assertThat(firstCodes(Transport.WEBSOCKET, Transport.SSE)).containsOnly(1012);
        // Their bye is an answer, and the next poll finds nobody there.
        assertThat(firstCodes(Transport.LONG_POLL, Transport.SHORT_POLL)).isSubsetOf(1006, 1012);
        clients.forEach(client -> client.post(room, "while nobody is there"));
        SERVER.deploy();
        await().atMost(SOON)
                .until(() -> all(client -> client.isLive() && client.outbox().isEmpty()));
        say("after");
        Oracle.assertHolds(room, clients);
    }

    @Test
    void nothingOfItStaysInTheContainer() {
        comeByEachTransport();
        assertThat(ourThreads()).as("premise").isNotEmpty();
        // The server has some of its own, and not one more each time.
        long loaders = LiveHeap.of(SERVER.pid()).of(CLASS_LOADER);
        for (int n = 0; n < TIMES; n++) {
            SERVER.undeploy();
            await().atMost(SOON).untilAsserted(() -> assertThat(ourThreads()).isEmpty());
            await().atMost(SOON).untilAsserted(() -> assertThat(openFiles()).isEmpty());
            assertThat(messagesOnDisk()).isEqualTo(clients.size());
            var heap = LiveHeap.of(SERVER.pid());
            for (var once : ONCE) assertThat(heap.of(once)).as(once).isLessThanOrEqualTo(MOST_KEPT);
            if (heap.of(CLASS_LOADER) > loaders + MOST_KEPT)
                await().atMost(SOON).untilAsserted(() -> assertLoaders(loaders + MOST_KEPT));
            LOG.log(Level.INFO, "Taken out " + (n + 1) + " times: " + heap);
            SERVER.deploy();
            await().atMost(SOON).until(() -> all(ChatClient::isLive));
        }
    }

    /** In the end: one was counted too many once, on a busy machine. What waits to be compiled keeps its loader, for example. */
    private static void assertLoaders(long most) {
        assertThat(LiveHeap.of(SERVER.pid()).of(CLASS_LOADER))
                .as("class loaders")
                .isLessThanOrEqualTo(most);
    }

    /** Each has its settings in its own WAR, and goes on when the other is taken out. */
    @Test
    void twoInstancesLiveBesideEachOther() throws IOException {
        var place = SERVER.data().resolveSibling("beside");
        var other =
                SERVER.deployBeside(ownWar("holdfast.data=" + place + "\nholdfast.cookie=other\n"), "/a/second/one");
        var bea = Person.signUp(other, "ann");
        var hers = bea.createRoom("lunch");
        var here = ann.client(Patience.PROTOCOL).connect();
        var there = bea.client(Patience.PROTOCOL).connect();
        clients = List.of(here, there);
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
        assertThat(bea.cookie()).startsWith("other=");
        assertThat(bea.by(SERVER.uri()).get("api/session").status()).isEqualTo(401);
        there.post(hers, "only there");
        here.post(room, "only here");
        await().atMost(SOON).until(() -> all(client -> client.outbox().isEmpty()));
        assertThat(place.resolve("holdfast.mv.db")).exists();
        SERVER.undeploy();
        there.post(hers, "still there");
        await().atMost(SOON).until(() -> there.outbox().isEmpty());
        assertThat(there.closeCodes()).isEmpty();
        Oracle.awaitHeard(bea, hers, List.of(there));
        Oracle.assertHolds(hers, List.of(there));
        SERVER.deploy();
        SERVER.undeployBeside(OTHER);
    }

    private static Path ownWar(String settings) {
        var war = new File("target/lab/" + OTHER + ".war");
        ShrinkWrap.createFromZipFile(
                        WebArchive.class, new File(System.getProperty("holdfast.war", "target/holdfast.war")))
                .addAsResource(new StringAsset(settings), "holdfast.properties")
                .as(ZipExporter.class)
                .exportTo(war, true);
        return war.toPath().toAbsolutePath();
    }

    /** Jersey is gone before Holdfast: what it held has to be answered without it. */
    @Test
    void whoeverIsHeldIsAnswered() {
        var cursor = ann.get("api/poll?wait=0&session=held").text().replaceAll(".*\"cursor\":\"([^\"]+)\".*", "$1");
        var query = "api/poll?session=held&cursor=" + cursor;
        var held = CompletableFuture.supplyAsync(() -> ann.get(query));
        await().atMost(SOON).until(() -> LiveHeap.of(SERVER.pid()).subscribers() == 1);
        SERVER.undeploy();
        SERVER.deploy();
        assertThat(held.join().expect(200).text()).contains("\"why\":\"restart\"");
    }

    private void comeByEachTransport() {
        clients = Arrays.stream(Transport.values())
                .map(transport -> ann.client(Patience.EAGER).by(transport).connect())
                .toList();
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
        say("before");
    }

    private List<Integer> firstCodes(Transport... transports) {
        return Arrays.stream(transports)
                .map(transport -> clients.get(transport.ordinal()).closeCodes().get(0))
                .toList();
    }

    private void say(String text) {
        clients.forEach(client -> client.post(room, text));
        await().atMost(SOON).until(() -> all(client -> client.outbox().isEmpty()));
        Oracle.awaitHeard(ann, room, clients);
    }

    private boolean all(Predicate<ChatClient> condition) {
        return clients.stream().allMatch(condition);
    }

    private List<String> ourThreads() {
        var dump = Commands.run("jcmd", String.valueOf(SERVER.pid()), "Thread.print");
        return OUR_THREAD.matcher(dump).results().map(found -> found.group(1)).toList();
    }

    /** Of the data folder: the database's, the index's, and their locks. */
    private static List<String> openFiles() {
        try (var open = Files.list(Path.of("/proc/" + SERVER.pid() + "/fd"))) {
            return open.map(UndeployIT::file)
                    .filter(file -> file.startsWith(SERVER.data().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** Read by this process: a file that the other one still held could not be opened. */
    private long messagesOnDisk() {
        try (var database = Database.embedded(DataFolder.at(SERVER.data().toString()), 2)) {
            return database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT count(*) FROM event WHERE log = ? AND type = 'message'")
                            .bind(0, room)
                            .mapTo(Long.class)
                            .one());
        }
    }
}
