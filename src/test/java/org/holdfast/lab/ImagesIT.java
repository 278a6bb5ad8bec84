package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.3: images are shown, and whatever else people bring is kept from doing anything. */
class ImagesIT {
    private static Site server;
    private static Shelf shelf;

    @BeforeAll
    static void start() {
        server = Site.shared("images")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.images.pixels", "10")
                .with("holdfast.files.size", "700")
                .start();
        var ann = Person.signUp(server.uri(), "ann");
        shelf = new Shelf(ann, ann.createRoom(UUID.randomUUID().toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonObject brought(String name, byte[] content) {
        return shelf.upload(name, content).expect(201).json();
    }

    @ParameterizedTest
    @CsvSource({"png, jpeg", "jpeg, jpeg", "gif, jpeg"})
    void anImageHasItsSizeAndTwoSmallerCopies(String format, String shown) {
        var file = brought("plan." + format, Sample.image(format, 3_000, 1_500));
        assertThat(file.getInt("width")).isEqualTo(3_000);
        assertThat(file.getInt("height")).isEqualTo(1_500);
        var thumbnail = shelf.picture(file.getString("id"), "thumbnail");
        assertThat(thumbnail.headers().firstValue("Content-Type")).hasValue("image/" + shown);
        assertThat(thumbnail.headers().firstValue("Content-Disposition")).hasValue("inline");
        assertThat(Sample.read(thumbnail.body()).getWidth()).isEqualTo(720);
        var view = Sample.read(shelf.picture(file.getString("id"), "view").body());
        assertThat(view.getWidth()).isEqualTo(2_048);
        assertThat(view.getHeight()).isEqualTo(1_024);
        assertThat(view.getRGB(100, 500)).satisfies(ImagesIT::isRed);
        assertThat(view.getRGB(2_000, 500)).satisfies(ImagesIT::isBlue);
    }

    private static void isRed(int color) {
        assertThat(new Color(color).getRed()).isGreaterThan(200);
        assertThat(new Color(color).getBlue()).isLessThan(60);
    }

    private static void isBlue(int color) {
        assertThat(new Color(color).getBlue()).isGreaterThan(200);
        assertThat(new Color(color).getRed()).isLessThan(60);
    }

    @Test
    void aPhotoIsTurnedAsItsCameraSaysAndTellsNoPlace() {
        var photo = Sample.uprightPhoto(400, 200);
        assertThat(new String(photo, ISO_8859_1)).contains("GPS");
        var file = brought("photo.jpg", photo);
        assertThat(file.getInt("width")).isEqualTo(200);
        assertThat(file.getInt("height")).isEqualTo(400);
        var content = shelf.picture(file.getString("id"), "view").body();
        assertThat(new String(content, ISO_8859_1)).doesNotContain("GPS").doesNotContain("Exif");
        var view = Sample.read(content);
        assertThat(view.getHeight()).isEqualTo(400);
        assertThat(view.getRGB(100, 50)).satisfies(ImagesIT::isRed);
        assertThat(view.getRGB(100, 350)).satisfies(ImagesIT::isBlue);
    }

    @Test
    void whatIsSmallStaysAsItIs() {
        var file = brought("icon.png", Sample.image("png", 40, 20));
        assertThat(Sample.read(shelf.picture(file.getString("id"), "thumbnail").body())
                        .getWidth())
                .isEqualTo(40);
    }

    @Test
    void anImageTooLargeToUnpackIsAFileLikeAnyOtherAtOnce() {
        var bomb = Sample.pngThatSays(50_000, 50_000);
        for (int n = 0; n < 20; n++) isNoImage(brought("bomb.png", bomb));
        // Unpacked, one of them would be 7.5 GB; the whole heap is 512 MB.
        isNoImage(brought("almost.png", Sample.pngThatSays(3_163, 3_163)));
        assertThat(server.output()).doesNotContain("OutOfMemoryError");
    }

    /** The whole heap is 512 MB. */
    @Test
    void aFileLargerThanTheMemoryIsTakenAndGivenPieceByPiece() {
        var size = 600_000_000L;
        var file = shelf.upload("film.bin", () -> new Zeros(size)).expect(201).json();
        assertThat(file.getJsonNumber("size").longValue()).isEqualTo(size);
        var end = shelf.download(file.getString("id"), "Range", "bytes=" + (size - 5) + "-");
        assertThat(end.body()).containsExactly(0, 0, 0, 0, 0);
        assertThat(shelf.amount(file.getString("id"))).isEqualTo(size);
        assertThat(server.output()).doesNotContain("OutOfMemoryError");
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) return -1;
            var count = (int) Math.min(length, left);
            left -= count;
            Arrays.fill(into, offset, offset + count, (byte) 0);
            return count;
        }
    }

    private static void isNoImage(JsonObject file) {
        assertThat(file).doesNotContainKeys("width", "height");
        assertThat(shelf.picture(file.getString("id"), "thumbnail").statusCode())
                .isEqualTo(404);
        assertThat(shelf.download(file.getString("id")).headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    }

    @Test
    void anAnimationShowsItsFirstPictureHoweverManyItHas() {
        var file = brought("dance.gif", Sample.animation(10_000));
        assertThat(file.getInt("width")).isEqualTo(16);
        var thumbnail =
                Sample.read(shelf.picture(file.getString("id"), "thumbnail").body());
        assertThat(thumbnail.getRGB(2, 8)).satisfies(ImagesIT::isRed);
    }

    @Test
    void brokenAndHalfImagesAreFilesLikeAnyOther() {
        var whole = Sample.image("png", 300, 300);
        isNoImage(brought("half.png", Arrays.copyOf(whole, whole.length / 2)));
        isNoImage(brought("head.jpg", Arrays.copyOf(Sample.image("jpeg", 300, 300), 30)));
    }

    @Test
    void aProgramThatCallsItselfAnImageIsRefused() {
        var program = Sample.join(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0}, new byte[1_000]);
        var answer = shelf.upload("holiday.png", program).expect(415);
        assertThat(answer.json().getString("code")).isEqualTo("unsupported_type");
        brought("setup.exe", program);
        shelf.upload("page.jpg", "<html><script>alert(1)</script>".getBytes(UTF_8))
                .expect(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "drawing.svg", "gif89a.js", "polyglot.gif"})
    void whatCouldBeAPageIsSavedAndNeverShown(String name) {
        var script = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        var content = name.startsWith("p") && name.endsWith("gif")
                ? Sample.join(Sample.image("gif", 20, 20), ("<html>" + script).getBytes(UTF_8))
                : (name.endsWith("html") ? "<html>" + script : script).getBytes(UTF_8);
        var id = brought(name, content).getString("id");
        var headers = shelf.download(id).headers();
        assertThat(headers.firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + name + "\"; filename*=UTF-8''" + name);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("sandbox; default-src 'none'; frame-ancestors 'none'");
        if (name.equals("polyglot.gif"))
            assertThat(new String(shelf.picture(id, "view").body(), ISO_8859_1)).doesNotContain("script");
        else assertThat(shelf.picture(id, "view").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "..%2F..%2F..%2Fetc%2Fpasswd, passwd",
        "%252e%252e%252fpasswd, %2e%2e%2fpasswd",
        "a%00b.txt, ab.txt",
        "..%5C..%5Cboot.ini, boot.ini",
        "x%0D%0ASet-Cookie%3A%20a%3Db, xSet-Cookie: a=b",
    })
    void aNameIsForReadingAndNeverAPath(String asked, String name) {
        var file = shelf.uploadAs(asked, BodyPublishers.ofString("abuse"))
                .expect(201)
                .json();
        assertThat(file.getString("name")).isEqualTo(name);
        assertThat(shelf.download(file.getString("id")).headers().firstValue("Set-Cookie"))
                .isEmpty();
        liesUnderHashes();
    }

    @Test
    void aNameThatIsNoUtf8OrTooLongDoesNoHarm() {
        assertThat(shelf.uploadAs("%C0%AE%C0%AE%2Fx", BodyPublishers.ofString("abuse"))
                        .status())
                .isIn(201, 400);
        var long300 = "x".repeat(300) + ".txt";
        assertThat(brought(long300, "abuse".getBytes(UTF_8)).getString("name"))
                .hasSize(200)
                .endsWith("x.txt");
        shelf.uploadAs("x".repeat(1_001), BodyPublishers.ofString("abuse")).expect(400);
        liesUnderHashes();
    }

    private static void liesUnderHashes() {
        var folder = server.data().resolve("files");
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(path -> folder.relativize(path).toString()))
                    .isNotEmpty()
                    .allMatch(path -> path.matches("[0-9a-f]{2}/[0-9a-f]{62}(\\.thumbnail|\\.view)?"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
