package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** One event stream over HTTP, as the HTML standard describes {@code text/event-stream}; ids and retry times are ignored. */
final class SseReader implements Flow.Subscriber<String> {
    /** Who hears what happens on a stream. */
    interface Ear {
        void event(SseReader from, String name, String data);

        /** Anything arrived, be it a comment. */
        void life(SseReader from);

        void ended(SseReader from);
    }

    private static final int OK = 200;

    private final Ear ear;
    private final StringBuilder data = new StringBuilder();
    private String event = "";
    // Written by the HTTP client's threads and the owner's.
    private volatile Flow.Subscription subscription;
    private volatile boolean over;
    private volatile int status;
    private volatile CompletableFuture<?> exchange;

    private SseReader(Ear ear) {
        this.ear = ear;
    }

    static SseReader open(Person person, String path, Ear ear) {
        return open(person.request(path), ear);
    }

    static SseReader post(Person person, String path, JsonObject body, Ear ear) {
        var publisher = HttpRequest.BodyPublishers.ofString(body.toString());
        return open(
                person.request(path).header("Content-Type", "application/json").POST(publisher), ear);
    }

    private static SseReader open(HttpRequest.Builder request, Ear ear) {
        var reader = new SseReader(ear);
        reader.exchange = Http.CLIENT.sendAsync(
                request.header("Accept", "text/event-stream").build(), reader::body);
        reader.exchange.whenComplete((response, failure) -> reader.end());
        return reader;
    }

    /** The status of the answer; 0: none came. */
    int status() {
        return status;
    }

    /** Leaves; nothing is heard any more. */
    void close() {
        over = true;
        if (subscription != null) subscription.cancel();
        exchange.cancel(true);
    }

    private HttpResponse.BodySubscriber<Void> body(HttpResponse.ResponseInfo info) {
        status = info.statusCode();
        var type = info.headers().firstValue("Content-Type").orElse("");
        return info.statusCode() == OK && type.startsWith("text/event-stream")
                ? BodySubscribers.fromLineSubscriber(this)
                : BodySubscribers.replacing(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        if (over) granted.cancel();
        else granted.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (over) return;
        ear.life(this);
        if (line.isEmpty()) dispatch();
        else if (line.startsWith("event:")) event = value(line);
        else if (line.startsWith("data:"))
            data.append(data.isEmpty() ? "" : "\n").append(value(line));
    }

    @Override
    public void onError(Throwable broken) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    private void dispatch() {
        if (!data.isEmpty()) ear.event(this, event, data.toString());
        event = "";
        data.setLength(0);
    }

    private static String value(String line) {
        var value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    private void end() {
        if (over) return;
        over = true;
        ear.ended(this);
    }
}
