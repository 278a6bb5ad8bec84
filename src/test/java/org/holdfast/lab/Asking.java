package org.holdfast.lab;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.holdfast.wire.Code;

/** Asks the server for anything that it answers, as {@link Routes} names it, and tells the answer as {@link Decisions} do. */
final class Asking {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OPEN = 101;

    /** Queries and bodies; what is not here has none. Names in braces are put in. */
    private static final Map<String, String> QUERIES = Map.of(
            "GET api/poll", "?wait=0",
            "GET api/search", "?q=hello",
            "GET api/streams/{topic}", "?wait=0",
            "GET api/profiles", "?ids=1,2",
            "POST api/rooms/{room}/files", "?name=notes.txt",
            "POST api/commands", "?session=matrix");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST api/accounts", "{'name':'{new}','password':'a long secret'}"),
            Map.entry("POST api/login", "{'name':'{name}','password':'{password}'}"),
            Map.entry("PATCH api/accounts/{account}", "{'role':'member','disabled':false}"),
            Map.entry("POST api/invitations", "{'role':'guest'}"),
            Map.entry("PUT api/password", "{'current':'{password}','password':'{password}'}"),
            Map.entry("POST api/password", "{'token':'none','password':'a long secret'}"),
            Map.entry("POST api/tokens", "{'name':'{new}'}"),
            Map.entry("POST api/rooms", "{'name':'{new}'}"),
            Map.entry("PATCH api/rooms/{room}", "{'topic':'{new}'}"),
            Map.entry("PATCH api/rooms/{room}/preferences", "{'muted':true,'level':'all','favourite':1}"),
            Map.entry(
                    "PATCH api/preferences",
                    "{'doNotDisturb':{},'quietHours':{'from':'18:00','to':'08:00','zone':'UTC'},"
                            + "'shownAs':'away','words':['crane']}"),
            Map.entry("PUT api/rooms/{room}/draft", "{'text':'half a thought'}"),
            Map.entry("PATCH api/rooms/{room}/threads/{message}", "{'following':true}"),
            Map.entry("PATCH api/profile", "{'about':'at the harbour'}"),
            Map.entry("PUT api/profile/picture", "no picture"),
            Map.entry("PUT api/profile/status", "{'emoji':'\u2615','text':'at lunch','lifetime':60000}"),
            Map.entry("POST api/direct", "{'people':[{account}]}"),
            Map.entry("POST api/commands", "[]"),
            Map.entry("POST api/poll", "{'protocol':1,'wait':0}"),
            Map.entry("POST sse/chat", "{'protocol':1}"),
            Map.entry("POST api/drain", "{'spread':0}"),
            Map.entry("POST api/streams", "{'name':'{new}'}"),
            Map.entry("POST api/streams/{topic}", "{'data':1}"),
            Map.entry("POST api/streams/{topic}/tokens", "{'name':'{new}'}"),
            Map.entry("PUT api/rooms/{room}/members/{account}", "{'role':'member'}"),
            Map.entry("POST api/rooms/{room}/members", "{'account':{extra}}"),
            Map.entry("POST api/rooms/{room}/files", "some notes"),
            Map.entry("command ping", "{}"),
            Map.entry("command hello", "{'protocol':1}"),
            Map.entry("command presence", "{'state':'online'}"),
            Map.entry("command read", "{'room':{room},'sequence':1}"),
            Map.entry("command post", "{'id':'{new}','room':{room},'text':'hello'}"),
            Map.entry("command edit", "{'id':'{new}','room':{room},'message':{message},'text':'hello again'}"),
            Map.entry("command delete", "{'id':'{new}','room':{room},'message':{message}}"),
            Map.entry("command react", "{'id':'{new}','room':{room},'message':{message},'emoji':'\u2764'}"),
            Map.entry("command pin", "{'id':'{new}','room':{room},'message':{message}}"),
            Map.entry("command typing", "{'room':{room}}"));

    private final Map<String, String> names = new HashMap<>();

    /** What is meant by a name in braces. */
    Asking with(String name, Object value) {
        names.put(name, value.toString());
        return this;
    }

    int ask(String asked, Person who) {
        if (asked.startsWith("WS ")) return socket(filled(asked.substring(3)), who);
        var answer = answer(asked, who);
        return isCommand(asked) && answer.status() == 200 ? carriedOut(answer.text()) : answer.status();
    }

    /** All that the answer says, but for what is by chance. */
    String words(String asked, Person who) {
        var answer = answer(asked, who);
        return answer.status() + " " + answer.text().replace(names.get("new"), "");
    }

    private Answer answer(String asked, Person who) {
        names.put("new", UUID.randomUUID().toString());
        var verb = asked.substring(0, asked.indexOf(' '));
        var what = asked.substring(verb.length() + 1);
        var body = filled(BODIES.getOrDefault(asked, ""));
        var type = asked.matches("POST api/rooms/.room./files|PUT api/profile/picture")
                ? "application/octet-stream"
                : "application/json";
        if (!isCommand(asked))
            return described(
                    asked, body, request(verb, filled(what) + QUERIES.getOrDefault(asked, ""), type, body, who));
        return who.post("api/commands?session=matrix", "{\"type\":\"" + what + "\",\"data\":" + body + "}");
    }

    private static Answer described(String asked, String sent, Answer answer) {
        Described.check(asked, sent, answer);
        return answer;
    }

    private static boolean isCommand(String asked) {
        return asked.startsWith("command ");
    }

    private String filled(String text) {
        var filled = text.replace('\'', '"').replace("streams/*", "streams/{topic}");
        for (var name : names.entrySet()) filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        return filled;
    }

    /** Of a stream, which would never end, the head is enough. */
    private static Answer request(String verb, String path, String type, String body, Person who) {
        var request = who.request(path).header("Content-Type", type);
        try {
            var answer = Http.CLIENT.send(
                    request.method(verb, BodyPublishers.ofString(body)).build(), BodyHandlers.ofInputStream());
            try (var content = answer.body()) {
                var isStream =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                var text = isStream ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(answer.statusCode(), answer.headers(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int carriedOut(String answers) {
        return Json.parse(answers).asJsonArray().stream()
                .map(each -> each.asJsonObject())
                .filter(each -> each.getString("type").equals("refused"))
                .map(each -> each.getJsonObject("data").getString("code"))
                .map(code -> Code.valueOf(code.toUpperCase(Locale.ROOT)).status())
                .findFirst()
                .orElse(200);
    }

    private static int socket(String path, Person who) {
        try (var socket = RawWebSocket.open(who.base(), path, who.headers())) {
            if (!socket.isOpen()) return socket.status();
            socket.text(path.endsWith("heartbeat") ? "ping" : Json.frame("hello", Map.of("protocol", 1)));
            socket.nextText(LIMIT);
            return OPEN;
        } catch (EOFException closed) {
            return Integer.parseInt(closed.getMessage().replaceAll("\\D", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
