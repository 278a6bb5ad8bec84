package org.holdfast.lab;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Colleagues who talk with whoever is at a browser, so that there is something to see. */
final class Team implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final ChatClient ben;
    private final ChatClient xiaoyu;
    private final Person maximiliane;
    private final List<Voice> voices = new ArrayList<>();
    private final long kitchen;
    private final long releases;
    private final long support;
    private final long centre;

    Team(URI server) {
        ben = Person.signUp(server, "Ben Ødegård").client(Patience.CALM).connect();
        xiaoyu = Person.signUp(server, "李小雨").client(Patience.CALM).connect();
        maximiliane = Person.signUp(server, "Maximiliane Schönborn-Wiesenthal zu Hohenlohe-Langenburg");
        kitchen = room("Kitchen", "Who brings what");
        releases = room("Releases", "What goes out, and when");
        support = room("Support", "");
        centre = room("研发中心", "");
        await().atMost(SOON).until(() -> ben.isLive() && xiaoyu.isLive());
    }

    private long room(String name, String topic) {
        JsonObject wanted = Json.object(Map.of("name", name, "topic", topic));
        var answer = ben.person().request("POST", "api/rooms", wanted).expect(201);
        var room = answer.json().getJsonNumber("log").longValueExact();
        xiaoyu.person().join(room);
        return room;
    }

    long kitchen() {
        return kitchen;
    }

    /** A conversation in the room Releases, and unread words in two others. */
    void talkWith(ChatPage ann) {
        for (var room : new String[] {"Kitchen", "Releases", "Support", "研发中心"}) ann.joinRoom(room);
        ann.enter("Releases");
        maximiliane.join(releases);
        says(ann, "Good morning! 2.4 is on staging since 6:40, all checks green.");
        says(ben, ann, "Thanks. I will look at the migration on the big customer copy first.");
        says(ben, ann, "Notes are here: https://intranet.example/wiki/Release_2.4");
        says(xiaoyu, ann, "早上好！压测昨晚跑完了：一万个连接，没有丢一条消息 🎉");
        cheers("🎉", ben.person(), maximiliane);
        says(ann, "Lovely. Then let us go at 14:00. Ben, do you watch the dashboards?");
        ben.post(releases, "Yes, and this:\n```sh\nwatch -n 5 curl -s https://shop.example/health\n```");
        says(ben, ann, "If my train loses the network again: whatever I write arrives when it is back 🚆");
        cheers("👍", xiaoyu.person());
        ben.post(support, "Who is on call tonight?");
        ben.post(support, "The printer on floor 3 is back.");
        xiaoyu.post(centre, "下午三点开会");
        ann.unread().messagesIn("Support", 2);
        ann.unread().messagesIn("研发中心", 1);
    }

    /** To what was said last. */
    private void cheers(String emoji, Person... people) {
        var log = ben.person().log(releases);
        var message = log.get(log.size() - 1).sequence();
        for (var person : people) {
            var id = UUID.randomUUID().toString();
            var reaction = Map.<String, Object>of("id", id, "room", releases, "message", message, "emoji", emoji);
            person.post("api/commands", Json.frame("react", reaction)).expect(200);
        }
    }

    /** A new room: one is online and one away, both type, as do some newcomers, and one is not there. */
    void gatherIn(String name, String... newcomers) {
        var room = room(name, "The 26th of June, by the lake");
        joinsAndTypes(room, maximiliane, "away");
        types(room, xiaoyu.person(), "online");
        for (var each : newcomers)
            joinsAndTypes(room, Person.signUp(ben.person().base(), each), "online");
    }

    private void joinsAndTypes(long room, Person person, String state) {
        person.join(room);
        types(room, person, state);
    }

    private void types(long room, Person person, String state) {
        var voice = new Voice(person, Transport.WEBSOCKET).hello(Map.of("presence", state));
        voices.add(voice);
        voice.awaits("welcome");
        voice.say(Json.frame("typing", Map.of("room", room)));
    }

    private static void says(ChatPage ann, String text) {
        ann.say(text);
        ann.seesSent(text);
    }

    private void says(ChatClient colleague, ChatPage ann, String text) {
        colleague.post(releases, text);
        ann.seesSent(text);
    }

    /** So many long pages, into the room Kitchen. */
    void write(int pages) {
        for (int n = 1; n < pages; n++) ben.post(kitchen, "page " + n + "\n" + "All work and no play. ".repeat(300));
        ben.post(kitchen, "page " + pages);
        await().atMost(SOON).until(() -> ben.outbox().isEmpty());
    }

    @Override
    public void close() {
        ben.close();
        xiaoyu.close();
        voices.forEach(Voice::close);
    }
}
