package org.holdfast.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.11: the pictures by which people are shown. */
class PortraitsTest {
    @TempDir
    Path folder;

    private RoomServer house;
    private Settings settings;
    private FileFolder contents;
    private Pictures pictures;
    private Portraits portraits;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        settings = Settings.of(
                Map.of("holdfast.files.folder", folder.resolve("contents").toString()));
        contents = new FileFolder(settings);
        pictures = new Pictures(contents, settings);
        portraits = new Portraits(house.log.jdbi, contents, pictures, settings);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void theMiddleOfAPictureIsKeptAsASquare() throws IOException {
        var kept = ImageIO.read(
                portraits.content(take(house.account("ada").id(), 600, 300)).toFile());
        assertThat(kept.getWidth()).isEqualTo(Portraits.SIDE);
        assertThat(kept.getHeight()).isEqualTo(Portraits.SIDE);
        assertThat(new Color(kept.getRGB(10, 128)).getRed())
                .as("what is left of it is cut off")
                .isGreaterThan(200);
        assertThat(new Color(kept.getRGB(246, 128)).getBlue()).isGreaterThan(200);
        try (var arriving = Files.list(folder.resolve("contents").resolve("arriving"))) {
            assertThat(arriving).isEmpty();
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        for (var content :
                new String[] {"plain words", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u0089PNG\r\n\u001a\n"})
            assertThatThrownBy(() ->
                            portraits.take(1, new ByteArrayInputStream(content.getBytes("ISO-8859-1")), hash -> {}))
                    .as(content)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.UNSUPPORTED_TYPE));
    }

    @Test
    void thatOfTwoGoesWithTheSecond() throws IOException {
        var ada = house.account("ada").id();
        var ben = house.account("ben").id();
        var hash = take(ada, 300, 300);
        assertThat(take(ben, 300, 300)).isEqualTo(hash);
        show(ada, null);
        portraits.drop(hash);
        assertThat(portraits.content(hash)).exists();
        show(ben, null);
        portraits.drop(hash);
        assertThat(portraits.content(hash)).doesNotExist();
    }

    /** Whoever saves a picture and posts it as a file has one of the same bytes. */
    @Test
    void thatIsAFileTooStaysWhenTheFileGoes() throws IOException {
        var ada = house.account("ada");
        var hash = take(ada.id(), 300, 300);
        var files = new RoomFiles(house.log.jdbi, contents, pictures, house.access, settings);
        var room = done(house.create(ada, "Lobby", ""));
        try (var same = Files.newInputStream(portraits.content(hash))) {
            assertThat(files.upload(ada, room, "me.jpg", same, -1).hash())
                    .as("premise")
                    .isEqualTo(hash);
        }
        files.sweep(System.currentTimeMillis() + 2 * 86_400_000);
        assertThat(portraits.content(hash)).exists();
    }

    private String take(long account, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(width / 4, 0, width / 4, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width / 4, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        var taken = new String[1];
        portraits.take(account, new ByteArrayInputStream(bytes.toByteArray()), hash -> {
            show(account, hash);
            taken[0] = hash;
        });
        return taken[0];
    }

    private void show(long account, String hash) {
        house.log.jdbi.useHandle(
                handle -> handle.execute("UPDATE account SET picture = ? WHERE id = ?", hash, account));
    }
}
