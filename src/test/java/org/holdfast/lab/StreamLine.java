package org.holdfast.lab;

import jakarta.json.JsonObject;

/** An event stream, and posts (protocol, section 3.4). */
final class StreamLine extends HttpLine implements SseReader.Ear {
    private volatile SseReader reader;

    private StreamLine(Person person, Ear ear) {
        super(person, ear);
    }

    static Line open(Person person, Ear ear) {
        var line = new StreamLine(person, ear);
        ear.opened(line);
        return line;
    }

    @Override
    void begin(JsonObject hello) {
        reader = SseReader.post(person, "sse/chat", hello, this);
    }

    @Override
    void stop() {
        if (reader != null) reader.close();
    }

    @Override
    public void event(SseReader from, String name, String data) {
        try {
            if (name.isEmpty()) hear(Json.parse(data).asJsonArray());
            else if (name.equals("close")) end(Json.parse(data).asJsonObject().getInt("code"));
            else malformed("an event " + name);
        } catch (RuntimeException e) {
            malformed(e + " in " + data.substring(0, Math.min(200, data.length())));
        }
    }

    @Override
    public void life(SseReader from) {
        // The frames are what counts.
    }

    @Override
    public void ended(SseReader from) {
        failed(from.status());
    }
}
