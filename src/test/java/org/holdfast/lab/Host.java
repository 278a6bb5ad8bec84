package org.holdfast.lab;

import java.util.Map;
import java.util.UUID;

/** Somebody who has a say about others: protocol section 6.1. */
record Host(Person person) {
    /** @param kind {@code public} or {@code private} */
    long room(String kind, Object name) {
        var wanted = Json.object(Map.of("name", name.toString(), "kind", kind));
        return person.request("POST", "api/rooms", wanted).expect(201).json().getInt("log");
    }

    /** The direct room with another. */
    long direct(Person other) {
        return person.post("api/direct", "{\"people\":[" + other.account() + "]}")
                .expect(200)
                .json()
                .getInt("log");
    }

    /** Says something; gives its sequence. */
    long post(long room) {
        var data = Json.object(Map.of("id", UUID.randomUUID().toString(), "room", room, "text", "hello"));
        return person.post("api/commands", "{\"type\":\"post\",\"data\":" + data + "}")
                .expect(200)
                .text()
                .transform(Json::parse)
                .asJsonArray()
                .getJsonObject(0)
                .getJsonObject("data")
                .getInt("sequence");
    }

    void bring(Person other, long room) {
        person.post("api/rooms/" + room + "/members", "{\"account\":" + other.account() + "}")
                .expect(204);
    }

    void takeOut(Person other, long room) {
        person.delete("api/rooms/" + room + "/members/" + other.account()).expect(204);
    }

    /** Makes another something in a room. */
    void make(Person other, String role, long room) {
        var path = "api/rooms/" + room + "/members/" + other.account();
        person.request("PUT", path, Json.object(Map.of("role", role))).expect(204);
    }

    /** Changes what another account is. */
    Answer change(Person other, String what, Object value) {
        return person.request("PATCH", "api/accounts/" + other.account(), Json.object(Map.of(what, value)));
    }
}
