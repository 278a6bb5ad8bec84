package org.holdfast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.message.Reply;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of files, and for how long. */
class RoomFilesTest {
    private static final long DAY = 86_400_000;

    @TempDir
    Path folder;

    private RoomServer server;
    private FileFolder contents;
    private RoomFiles files;
    private Account anna;
    private long room;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        var settings = Settings.of(
                Map.of("holdfast.files.folder", folder.resolve("contents").toString()));
        contents = new FileFolder(settings);
        files = new RoomFiles(server.log.jdbi, contents, new Pictures(contents, settings), server.access, settings);
        anna = server.account("anna");
        room = done(server.create(anna, "Lobby", ""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsNotPostedIsTakenAwayAfterADayAndNotBefore() {
        var file = bring("one");
        files.sweep(System.currentTimeMillis() + DAY - 60_000);
        assertThat(files.content(file)).hasContent("one");
        files.sweep(System.currentTimeMillis() + DAY + 60_000);
        assertThat(files.content(file)).doesNotExist();
        assertThatThrownBy(() -> files.find(anna, room, file.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsPostedStaysAndSoDoesTheSameContentOfAnother() {
        var posted = bring("two");
        bring("two");
        post("message-1", posted);
        files.sweep(System.currentTimeMillis() + 2 * DAY);
        assertThat(files.content(files.find(anna, room, posted.id()))).hasContent("two");
        assertThat(new FileStore(server.log.jdbi).used(anna.id())).isEqualTo(3);
    }

    @Test
    void theFilesOfADeletedMessageAreNobodysAtOnceAndTakenAwayLater() {
        var gone = bring("three");
        var kept = bring("four");
        Event event = post("message-1", gone);
        post("message-2", kept);
        server.log.jdbi.useHandle(handle -> Attachments.withdraw(handle, room, event.sequence()));
        assertThatThrownBy(() -> files.find(anna, room, gone.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> post("message-3", gone)).hasCauseInstanceOf(Refusal.class);
        files.sweep(System.currentTimeMillis());
        assertThat(files.content(gone)).doesNotExist();
        assertThat(files.content(kept)).hasContent("four");
        assertThat(post("message-2", kept)).isNotNull();
    }

    /** A line that broke before the ack, while the database had others to wait for. */
    @Test
    void aPostThatIsSentTwiceBeforeItsCommitIsOne() {
        var file = bring("six");
        var first = server.messages.post(anna, room, "message-1", "", Attachments.of(List.of(file.id())), Reply.to(0));
        var second = server.messages.post(anna, room, "message-1", "", Attachments.of(List.of(file.id())), Reply.to(0));
        assertThat(done(second)).isEqualTo(done(first));
    }

    @Test
    void aPostThatIsSentAgainAfterItsAuthorLeftIsTheFirst() {
        var file = bring("seven");
        Event first = post("message-1", file);
        done(server.rooms.leave(anna, room));
        assertThat(post("message-1", file)).isEqualTo(first);
    }

    @Test
    void theSameIdWithAnotherFileIsAConflictAndLeavesTheFile() {
        post("message-1", bring("eight"));
        var other = bring("nine");
        assertThatThrownBy(() -> post("message-1", other)).hasCauseInstanceOf(Refusal.class);
        assertThat(post("message-2", other)).isNotNull();
    }

    @Test
    void aContentThatSomebodyBringsInMeanwhileIsNotTakenAway() {
        var file = bring("five");
        contents.drop(file.hash(), () -> true);
        assertThat(files.content(file)).hasContent("five");
        contents.drop(file.hash(), () -> false);
        assertThat(files.content(file)).doesNotExist();
        bring("five");
        assertThat(files.content(file)).hasContent("five");
    }

    /** Between the sweep's last look and its end. */
    @Test
    void theSweepOfAContentLeavesWhatIsBroughtInAtThatMoment() throws IOException {
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB), "png", image);
        var old = files.upload(anna, room, "old.png", new ByteArrayInputStream(image.toByteArray()), -1);
        contents.drop(old.hash(), () -> {
            files.upload(anna, room, "new.png", new ByteArrayInputStream(image.toByteArray()), -1);
            return false;
        });
        assertThat(files.content(old)).hasBinaryContent(image.toByteArray());
        assertThat(files.picture(old, PictureSize.THUMBNAIL)).isNotEmptyFile();
    }

    @Test
    void whatNeverArrivedIsClearedAway() throws IOException {
        var old = contents.arriving();
        var young = contents.arriving();
        Files.setLastModifiedTime(old, FileTime.fromMillis(System.currentTimeMillis() - 2 * DAY));
        files.sweep(System.currentTimeMillis());
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    /** Two that arrived at once, each of which fitted when it began. */
    @Test
    void whatIsTooMuchTogetherIsNotKept() {
        var quota = Settings.of(
                Map.of("holdfast.files.folder", folder.resolve("contents").toString(), "holdfast.files.quota", "1"));
        var small = new RoomFiles(server.log.jdbi, contents, new Pictures(contents, quota), server.access, quota);
        var half = new FilterInputStream(new ByteArrayInputStream(new byte[600_000])) {
            @Override
            public int read(byte[] piece) throws IOException {
                int count = super.read(piece);
                if (count < 0) files.upload(anna, room, "other", new ByteArrayInputStream(new byte[500_000]), -1);
                return count;
            }
        };
        assertThatThrownBy(() -> small.upload(anna, room, "half", half, -1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.QUOTA_EXCEEDED));
        assertThat(new FileStore(server.log.jdbi).used(anna.id())).isEqualTo(500_000);
    }

    private StoredFile bring(String content) {
        return files.upload(anna, room, content + ".txt", new ByteArrayInputStream(content.getBytes()), -1);
    }

    private Event post(String message, StoredFile file) {
        return done(server.messages.post(anna, room, message, "", Attachments.of(List.of(file.id())), Reply.to(0)));
    }
}
