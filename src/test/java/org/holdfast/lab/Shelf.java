package org.holdfast.lab;

import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The files of a room, as somebody in it has them: protocol section 6.3. */
record Shelf(Person person, long room) {
    /** A large file takes its time on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Somebody else's, of the same room. */
    Shelf of(Person other) {
        return new Shelf(other, room);
    }

    Answer upload(String name, byte[] content) {
        return uploadAs(URLEncoder.encode(name, StandardCharsets.UTF_8), BodyPublishers.ofByteArray(content));
    }

    /** Without telling how much it is. */
    Answer upload(String name, Supplier<InputStream> content) {
        return uploadAs(name, BodyPublishers.ofInputStream(content));
    }

    /** @param name as it stands in the URL */
    Answer uploadAs(String name, BodyPublisher content) {
        return Http.answer(request("?name=" + name)
                .header("Content-Type", "application/octet-stream")
                .POST(content)
                .build());
    }

    String uploaded(String name, byte[] content) {
        return upload(name, content).expect(201).json().getString("id");
    }

    /** The frames that answer a post. */
    JsonArray post(String message, String text, String... files) {
        var data = Json.builder()
                .add("id", message)
                .add("room", room)
                .add("text", text)
                .add("files", Json.strings(List.of(files)));
        var answer = person.post("api/commands", Json.frame("post", data.build()));
        return Json.parse(answer.expect(200).text()).asJsonArray();
    }

    /** Brings a file in, and posts it. */
    String posted(String name, byte[] content) {
        var id = uploaded(name, content);
        var answer = post(UUID.randomUUID().toString(), "", id).getJsonObject(0);
        if (!answer.getString("type").equals("ack")) throw new AssertionError("not posted: " + answer);
        return id;
    }

    int status(String id) {
        return download(id).statusCode();
    }

    HttpResponse<byte[]> download(String id, String... headers) {
        var request = request("/" + id).GET();
        if (headers.length > 0) request.headers(headers);
        try {
            return Http.CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many bytes a download brings, which are not kept. */
    long amount(String id) {
        try (var content = Http.CLIENT
                .send(request("/" + id).build(), BodyHandlers.ofInputStream())
                .body()) {
            return content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> picture(String id, String size) {
        return download(id + "?as=" + size);
    }

    private HttpRequest.Builder request(String rest) {
        return person.request("api/rooms/" + room + "/files" + rest).timeout(PATIENCE);
    }
}
