package org.holdfast.lab;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Somebody with an account, and what they do over HTTP (protocol, section 6). */
public final class Person {
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final String name;
    private final String password;
    // Written at sign-in, read by the client's threads.
    private volatile String cookie = "";
    private volatile String account = "";
    private volatile String token = "";
    private volatile String origin;

    private Person(URI base, String name, String password) {
        this.base = base;
        this.name = name;
        this.password = password;
        this.origin = base.getScheme() + "://" + base.getAuthority();
    }

    public static Person signUp(URI base, String name) {
        var person = new Person(base, name, name + " has a long secret");
        var account = Map.of("name", name, "displayName", name, "password", person.password);
        return person.signedIn(
                person.request("POST", "api/accounts", Json.object(account)).expect(201));
    }

    /** Somebody who is not signed in. */
    static Person stranger(URI base) {
        return new Person(base, "stranger", "a secret of a stranger");
    }

    public void signOut() {
        request("POST", "api/logout", JsonValue.EMPTY_JSON_OBJECT).expect(204);
    }

    /** Makes an account with an invitation. */
    static Person invited(URI base, String name, String invitation) {
        var person = new Person(base, name, name + " has a long secret");
        return person.signedIn(person.request("POST", "api/accounts", person.signUpWith(invitation))
                .expect(201));
    }

    JsonObject signUpWith(String invitation) {
        return Json.object(Map.of("name", name, "password", password, "invitation", invitation));
    }

    /** A program that shows an access token. */
    static Person program(URI base, String token) {
        var program = new Person(base, "a program", "");
        program.token = token;
        return program;
    }

    /** Somebody whose login session is known already. */
    static Person signedIn(URI base, String name, String account, String cookie) {
        var person = new Person(base, name, "");
        person.account = account;
        person.cookie = cookie;
        return person;
    }

    /** The same person by another way in, with a login session of its own. */
    public Person signIn(URI by) {
        var person = new Person(by, name, password);
        var login = Json.object(Map.of("name", name, "password", password));
        return person.signedIn(person.request("POST", "api/login", login).expect(200));
    }

    /** The same login session by another way in: a line through a proxy. */
    public Person by(URI way) {
        var person = new Person(way, name, password);
        person.cookie = cookie;
        person.account = account;
        return person;
    }

    /** The same login session, or token, shown by a page of another origin. @param origin empty: it is not said */
    Person from(String origin) {
        var person = by(base);
        person.token = token;
        person.origin = origin;
        return person;
    }

    public long createRoom(String room) {
        var answer =
                request("POST", "api/rooms", Json.object(Map.of("name", room))).expect(201);
        return answer.json().getJsonNumber("log").longValueExact();
    }

    public void join(long room) {
        request("POST", "api/rooms/" + room + "/join", JsonValue.EMPTY_JSON_OBJECT)
                .expect(200);
    }

    public void leave(long room) {
        request("POST", "api/rooms/" + room + "/leave", JsonValue.EMPTY_JSON_OBJECT)
                .expect(204);
    }

    /** Over HTTP, without a connection. */
    public void say(long room, String text) {
        var message = Map.of("id", UUID.randomUUID().toString(), "room", room, "text", text);
        post("api/commands", Json.frame("post", message)).expect(200);
    }

    /** Replies to the message with that text. */
    void reply(long room, String message, String text) {
        var answered =
                log(room).stream().filter(seen -> seen.text().equals(message)).findFirst();
        var id = UUID.randomUUID().toString();
        var reply = Map.of(
                "id",
                id,
                "room",
                room,
                "text",
                text,
                "reply",
                answered.orElseThrow().sequence());
        post("api/commands", Json.frame("post", reply)).expect(200);
    }

    /** The whole log of a room, oldest first, as the server has it now. */
    public List<Seen> log(long room) {
        var pages = new ArrayList<List<Seen>>();
        var before = Long.MAX_VALUE;
        do {
            var page = page(room, before);
            pages.add(0, page);
            before = page.isEmpty() ? 1 : page.get(0).sequence();
        } while (before > 1);
        return pages.stream().flatMap(List::stream).toList();
    }

    public ChatClient client() {
        return client(Patience.PROTOCOL);
    }

    public ChatClient client(Patience patience) {
        return new ChatClient(this, patience);
    }

    public Answer get(String path) {
        return Http.answer(request(path).GET().build());
    }

    public Answer request(String method, String path, JsonValue body) {
        return send(method, path, body.toString());
    }

    /** Posts JSON as it is. */
    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    private Answer send(String method, String path, String body) {
        return Http.answer(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public Answer delete(String path) {
        return Http.answer(request(path).DELETE().build());
    }

    public String name() {
        return name;
    }

    String password() {
        return password;
    }

    /** The account's id, as JSON text. */
    public String account() {
        return account;
    }

    public String cookie() {
        return cookie;
    }

    public URI base() {
        return base;
    }

    /** The status of {@code GET api/session}: 401 when the login is over. */
    CompletableFuture<Integer> sessionStatus() {
        return Http.CLIENT
                .sendAsync(request("api/session").build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        headers().forEach(request::header);
        return request;
    }

    /** By which the server knows who asks, and from where. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (!origin.isEmpty()) headers.put("Origin", origin);
        if (!token.isEmpty()) headers.put("Authorization", "Bearer " + token);
        if (!cookie.isEmpty()) headers.put("Cookie", cookie);
        return headers;
    }

    public String origin() {
        return origin;
    }

    private List<Seen> page(long room, long before) {
        var from = before == Long.MAX_VALUE ? "" : "&before=" + before;
        var answer = get("api/rooms/" + room + "/events?limit=" + PAGE + from).expect(200);
        return answer.json().getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(Seen::of)
                .toList();
    }

    private Person signedIn(Answer answer) {
        account = answer.json().get("id").toString();
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        return this;
    }
}
