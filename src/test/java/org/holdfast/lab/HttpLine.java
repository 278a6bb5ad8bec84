package org.holdfast.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** What the lines over HTTP have in common: commands are posted, and the first frame, {@code hello}, begins what is read. */
abstract class HttpLine implements Line {
    private static final String HELLO = "{\"type\":\"hello\"";
    private static final String PRESENCE = "{\"type\":\"presence\"";
    private static final int UNAUTHORIZED = 401;
    private static final int LOGIN_REQUIRED = 4401;

    final Person person;
    private final Ear ear;
    private final CommandPost commands;
    private volatile boolean over;

    HttpLine(Person person, Ear ear) {
        this.person = person;
        this.ear = ear;
        this.commands = new CommandPost(person, this::hear, this::failed);
    }

    /** Begins to read, with the data of a hello. */
    abstract void begin(JsonObject hello);

    /** Reads no more. */
    abstract void stop();

    @Override
    public void send(String frame) {
        if (frame.startsWith(HELLO)) hello(Json.parse(frame).asJsonObject().getJsonObject("data"));
        else commands.send(frame);
        if (frame.startsWith(PRESENCE))
            present(Json.parse(frame).asJsonObject().getJsonObject("data").getString("state", ""));
    }

    /** What a session says of its person; who says hello again says so again. */
    void present(String state) {
        // A stream says hello once.
    }

    private void hello(JsonObject data) {
        commands.session(data.getString("session", ""));
        begin(data);
    }

    @Override
    public void leave(int code) {
        over = true;
        stop();
    }

    void hear(JsonArray frames) {
        if (over) return;
        for (var frame : frames.getValuesAs(JsonObject.class))
            if (frame.getString("type").equals("welcome"))
                commands.session(frame.getJsonObject("data").getString("session"));
        ear.heard(this, frames);
    }

    void malformed(String why) {
        if (!over) ear.malformed(this, why);
    }

    /** An HTTP answer that is none; 0: nothing came. */
    void failed(int status) {
        end(status == UNAUTHORIZED ? LOGIN_REQUIRED : ABNORMAL);
    }

    void end(int code) {
        if (over) return;
        over = true;
        stop();
        ear.ended(this, code);
    }

    boolean isOver() {
        return over;
    }
}
