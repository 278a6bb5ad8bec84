package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.holdfast.lab.Finding.Fault;
import org.holdfast.lab.ScriptedServer.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client does what protocol version 1 asks of clients; the sections are named. */
class ChatClientTest {
    private static final long ROOM = 3;

    private final ScriptedServer server = new ScriptedServer();
    private final ChatClient client = Person.signUp(server.uri(), "ann").client(Patience.SHORT);

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void helloComesFirstAndEventsAreApplied_3_1() throws Exception {
        client.connect();
        var peer = server.next();
        var hello = peer.expect("hello");
        assertThat(hello.getInt("protocol")).isEqualTo(1);
        assertThat(hello.containsKey("positions")).isFalse();
        peer.say(welcome(4), event(5, "a", "five"), event(6, "b", "six"));
        await().until(() -> client.view(ROOM).last() == 6);
        assertThat(client.view(ROOM).messages()).extracting(Seen::text).containsExactly("five", "six");
        assertThat(client.view(ROOM).begin()).isEqualTo(4);
        assertThat(client.findings()).isEmpty();
    }

    @Test
    void aCutIsFollowedByTheReconnectStreamAndAResume_5_2() throws Exception {
        var peer = live(4);
        peer.say(event(5, "a", "five"));
        await().until(() -> client.view(ROOM).last() == 5);
        peer.cut();
        var hello = server.next().expect("hello");
        assertThat(server.reconnects).hasValue(1);
        assertThat(hello.getString("session")).isEqualTo("s1");
        var point = hello.getJsonObject("positions").getJsonObject("3");
        assertThat(point.getString("epoch")).isEqualTo("e1");
        assertThat(point.getInt("sequence")).isEqualTo(5);
    }

    @Test
    void aNamedLogThatBeginsElsewhereWithoutAReasonIsAGap_3_1() throws Exception {
        live(4).cut();
        var second = server.next();
        second.expect("hello");
        second.say(welcome(9));
        await().until(() -> client.view(ROOM).last() == 9);
        assertThat(client.findings()).extracting(Finding::fault).containsExactly(Fault.GAP);
    }

    @Test
    void aResumedViewGoesOnAndAResetOneBeginsAnew_3_1() throws Exception {
        live(4).cut();
        var second = server.next();
        second.expect("hello");
        second.say(welcome(4), event(5, "a", "five"));
        await().until(() -> client.view(ROOM).last() == 5);
        assertThat(client.view(ROOM).begin()).isEqualTo(4);
        second.cut();
        var third = server.next();
        third.expect("hello");
        third.say(welcome(20, "e2", ",\"reset\":\"epoch\""), event(21, "b", "new"));
        await().until(() -> client.view(ROOM).last() == 21);
        assertThat(client.view(ROOM).seen()).hasSize(1);
        assertThat(client.view(ROOM).resets()).containsExactly("epoch");
    }

    @Test
    void aDuplicateIsDroppedAndHeldAgainstTheServer_3_2() throws Exception {
        live(4).say(event(5, "a", "five"), event(5, "a", "five"), event(6, "b", "six"));
        await().until(() -> client.view(ROOM).last() == 6);
        assertThat(client.view(ROOM).seen()).hasSize(2);
        assertThat(client.findings()).extracting(Finding::fault).containsExactly(Fault.DOUBLE);
    }

    @Test
    void aGapClosesTheConnectionAndResumes_3_2() throws Exception {
        var peer = live(4);
        peer.say(event(5, "a", "five"), event(7, "c", "seven"), event(8, "d", "eight"));
        assertThat(peer.expectClose()).isEqualTo(4000);
        assertThat(positionIn(server.next())).isEqualTo(5);
        assertThat(client.findings()).extracting(Finding::fault).containsExactly(Fault.GAP);
    }

    @Test
    void aHeadThatIsAheadIsAGap_3_3() throws Exception {
        var peer = live(4);
        peer.say(event(5, "a", "five"));
        peer.say("{\"type\":\"heads\",\"data\":{\"now\":1,\"heads\":{\"3\":6}}}");
        assertThat(peer.expectClose()).isEqualTo(4000);
        assertThat(positionIn(server.next())).isEqualTo(5);
    }

    @Test
    void anEventOfAnUnknownLogIsForeign() throws Exception {
        live(4).say(event(5, "a", "five").replace("\"log\":3", "\"log\":9"));
        await().until(() -> !client.findings().isEmpty());
        assertThat(client.findings()).extracting(Finding::fault).containsExactly(Fault.FOREIGN);
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgainWithTheSameId_4() throws Exception {
        var first = client.post(ROOM, "one");
        var second = client.post(ROOM, "two");
        var peer = live(0);
        assertThat(peer.expect("post").getString("id")).isEqualTo(first);
        assertThat(peer.expect("post").getString("id")).isEqualTo(second);
        peer.say(ack(first, 1));
        await().until(() -> client.outbox().acknowledged().containsKey(first));
        peer.cut();
        var again = server.next();
        again.expect("hello");
        again.say(welcome(0));
        assertThat(again.expect("post").getString("id")).isEqualTo(second);
        assertThat(client.outbox().isEmpty()).isFalse();
        again.say(ack(second, 2));
        await().until(client.outbox()::isEmpty);
    }

    @Test
    void busyIsTriedAgainAndConflictIsNot_4() throws Exception {
        var peer = live(0);
        var busy = client.post(ROOM, "one");
        peer.expect("post");
        peer.say(refused(busy, "busy", true));
        assertThat(peer.expect("post").getString("id")).isEqualTo(busy);
        peer.say(ack(busy, 1));
        await().until(client.outbox()::isEmpty);
        var conflict = client.post(ROOM, "two");
        peer.expect("post");
        peer.say(refused(conflict, "conflict", false));
        await().until(client.outbox()::isEmpty);
        assertThat(client.outbox().refused()).containsEntry(conflict, "conflict");
        assertThat(client.outbox().acknowledged()).containsOnlyKeys(busy);
        assertThat(client.outbox().keepsOrder()).isFalse();
    }

    @Test
    void aSilentConnectionIsPingedThenGivenUp_5() throws Exception {
        var peer = live(4);
        peer.expect("ping");
        assertThat(peer.expectClose()).isEqualTo(4001);
        assertThat(positionIn(server.next())).isEqualTo(4);
        assertThat(client.closeCodes()).containsExactly(4001);
    }

    @Test
    void aServerThatRepliesToNothingButHandshakesIsGivenUpToo_5() throws Exception {
        client.connect();
        assertThat(server.next().expectClose()).isEqualTo(4001);
        server.next().expect("hello");
    }

    @Test
    void aCodeThatSaysNoStopsForGood_5_1() throws Exception {
        live(4).write(WebSocketFrame.close(4409));
        await().until(() -> client.state() == State.STOPPED);
        assertThat(server.reconnects).hasValue(0);
    }

    @Test
    void aCodeThatSaysLogInAsksForTheSession_5_1() throws Exception {
        live(4).write(WebSocketFrame.close(1008));
        var second = server.next();
        second.expect("hello");
        server.sessionStatus = 401;
        second.write(WebSocketFrame.close(4401));
        await().until(() -> client.state() == State.STOPPED);
    }

    @Test
    void aReconnectStreamThatTurnsAwayIsNotWaitedFor_5_2() throws Exception {
        server.reconnectEvents = "event: close\ndata: {}\n\n";
        live(4).cut();
        assertThat(positionIn(server.next())).isEqualTo(4);
        assertThat(server.reconnects).hasValue(1);
    }

    @Test
    void textThatIsNoArrayOfFramesIsMalformed_2() throws Exception {
        live(4).write(WebSocketFrame.text("{\"type\":\"pong\",\"data\":{}}"));
        await().until(() -> !client.findings().isEmpty());
        assertThat(client.findings()).extracting(Finding::fault).isEqualTo(List.of(Fault.MALFORMED));
    }

    private Peer live(long position) throws Exception {
        client.connect();
        var peer = server.next();
        peer.expect("hello");
        peer.say(welcome(position));
        await().until(client::isLive);
        return peer;
    }

    private static int positionIn(Peer peer) throws IOException {
        var positions = peer.expect("hello").getJsonObject("positions");
        return positions.getJsonObject("3").getInt("sequence");
    }

    private static String welcome(long position) {
        return welcome(position, "e1", "");
    }

    private static String welcome(long position, String epoch, String more) {
        return """
                {"type":"welcome","data":{"session":"s1","timings":{"pingInterval":20000,"silenceLimit":50000},
                "account":{"id":7,"log":1,"epoch":"a1","position":0,"head":0},
                "rooms":[{"log":3,"epoch":"%s","position":%d,"head":%d%s}]}}""".formatted(epoch, position, position, more);
    }

    private static String event(long sequence, String id, String text) {
        return """
                {"type":"event","data":{"log":3,"sequence":%d,"type":"message","at":1,"author":{"id":7,"name":"ann"},
                "id":"%s","body":{"text":"%s"}}}""".formatted(sequence, id, text);
    }

    private static String ack(String id, long sequence) {
        return "{\"type\":\"ack\",\"data\":{\"id\":\"%s\",\"room\":3,\"sequence\":%d,\"at\":1}}"
                .formatted(id, sequence);
    }

    private static String refused(String id, String code, boolean retryable) {
        var frame =
                "{\"type\":\"refused\",\"data\":{\"id\":\"%s\",\"code\":\"%s\",\"message\":\"m\",\"retryable\":%s,\"retryAfter\":10}}";
        return frame.formatted(id, code, retryable);
    }
}
