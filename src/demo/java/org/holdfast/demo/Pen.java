package org.holdfast.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.file.Attachments;
import org.holdfast.log.Event;
import org.holdfast.message.Reply;
import org.holdfast.message.Target;

/** Posts what is said, and at the next moment does what its marks say. */
final class Pen {
    /** Of a thousand: what is marked is not done each time, an exchange is played so often. */
    private static final int REACTED = 250;

    private static final int THREADED = 300;
    private static final int OTHERWISE = 60;
    private static final int MOST_FILES = 240;

    private final House house;
    private final Random random;
    private final Map<Said, CompletionStage<Event>> posted = new LinkedHashMap<>();
    private int files;

    Pen(House house, Random random) {
        this.house = house;
        this.random = random;
    }

    void post(Said said) {
        boolean isMistyped = said.line().has("~") && happens(THREADED);
        Reply reply = Reply.to(happens(THREADED) ? said.reply() : 0);
        String text = isMistyped ? said.mistyped() : said.text();
        posted.put(said, house.messages.post(said.by(), said.place().log(), id(), text, files(said), reply));
    }

    /** Writes it all, and begins what comes of it. */
    void write() {
        house.hours.write();
        List<Map.Entry<Said, CompletionStage<Event>>> written = new ArrayList<>(posted.entrySet());
        posted.clear();
        written.forEach(each ->
                followed(each.getKey(), each.getValue().toCompletableFuture().join()));
    }

    private void followed(Said said, Event event) {
        said.talk().wrote(event.sequence());
        if (event.body().length() > 0 && said.line().has("~")) mend(said, event);
        if (said.line().has("*") && happens(OTHERWISE)) house.messages.pin(target(said.by(), event), true);
        if (happens(REACTED))
            for (String emoji : said.line().reactions())
                house.messages.react(target(said.place().anybody(random), event), emoji, true);
    }

    /** Nothing happens to what was typed well: its text is the same. */
    private void mend(Said said, Event event) {
        house.messages.edit(target(said.by(), event), said.text());
    }

    private Target target(Account by, Event event) {
        return new Target(by, event.log(), event.sequence(), id());
    }

    private Attachments files(Said said) {
        boolean isPicture = said.line().has("pic");
        String name =
                isPicture ? "picture-" + (files + 1) + ".png" : said.line().after("file:");
        if (name.isEmpty() || files == MOST_FILES || !isSent()) return Attachments.of(List.of());
        files++;
        byte[] content = isPicture ? Drawing.png(random) : table();
        return Attachments.of(List.of(house.files
                .upload(said.by(), said.place().log(), name, new ByteArrayInputStream(content), content.length)
                .id()));
    }

    /** A small demonstration has one too. */
    private boolean isSent() {
        return files == 0 || happens(OTHERWISE);
    }

    private byte[] table() {
        StringBuilder rows = new StringBuilder("month,amount\n");
        for (int month = 1; month <= 12; month++)
            rows.append(month).append(',').append(random.nextInt(100_000)).append('\n');
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean happens(int ofThousand) {
        return random.nextInt(1_000) < ofThousand;
    }

    /** The same each time, as all else is. */
    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
