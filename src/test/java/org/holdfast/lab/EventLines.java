package org.holdfast.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** An event stream as it is on the wire, line by line, on the thread of the test. */
final class EventLines implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final Iterator<String> lines;
    private String id = "";
    private String event = "";

    EventLines(HttpRequest request) throws IOException, InterruptedException {
        response = Http.CLIENT.send(request, BodyHandlers.ofLines());
        lines = response.body().iterator();
    }

    static EventLines of(Person person, String query) throws IOException, InterruptedException {
        return new EventLines(person.request("sse/chat" + query).build());
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String line() {
        return lines.next();
    }

    /** The data of the next event, its id and its name. */
    String data() {
        event = "";
        for (var line = line(); ; line = line()) {
            if (line.startsWith("id: ")) id = line.substring(4);
            if (line.startsWith("event: ")) event = line.substring(7);
            if (line.startsWith("data: ")) return line.substring(6);
        }
    }

    JsonArray frames() {
        return Json.parse(data()).asJsonArray();
    }

    /** The data of the next frame of a type. */
    JsonObject awaits(String type) {
        for (; ; )
            for (var frame : frames().getValuesAs(JsonObject.class))
                if (frame.getString("type").equals(type)) return frame.getJsonObject("data");
    }

    /** The next texts in a room: at least so many, and what came with the last of them. */
    List<String> texts(long room, int least) {
        var texts = new ArrayList<String>();
        while (texts.size() < least)
            for (var frame : frames().getValuesAs(JsonObject.class))
                if (frame.getString("type").equals("event")) {
                    var event = Seen.of(frame.getJsonObject("data"));
                    if (event.isMessage() && event.log() == room) texts.add(event.text());
                }
        return texts;
    }

    /** The id of what brings this text. */
    String idAfter(long room, String text) {
        while (!texts(room, 1).contains(text)) {}
        return id;
    }

    /** The data of the event that ends the stream, after which nothing comes. */
    JsonObject last() {
        for (; ; ) {
            var data = data();
            if (!event.equals("close")) continue;
            if (!line().isEmpty() || lines.hasNext()) throw new AssertionError("something came after the close");
            return Json.parse(data).asJsonObject();
        }
    }

    /** The name of the event whose data came last; empty: it has none. */
    String event() {
        return event;
    }

    String id() {
        return id;
    }

    @Override
    public void close() {
        response.body().close();
    }
}
