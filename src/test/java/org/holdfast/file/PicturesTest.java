package org.holdfast.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final String HASH = "ab".repeat(32);
    /** 1 × 1, lossless. */
    private static final String WEBP = "524946461a000000574542505650384c0d0000002f00000010071011118888fe0700";

    @TempDir
    Path folder;

    private FileFolder contents;
    private Pictures pictures;

    @BeforeEach
    void start() {
        var settings = Settings.of(
                Map.of("holdfast.files.folder", folder.resolve("files").toString()));
        contents = new FileFolder(settings);
        pictures = new Pictures(contents, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "jpeg"})
    void aPictureHasTheColoursOfItsImage(String format) throws IOException {
        var image = new BufferedImage(900, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 450; x++) for (int y = 0; y < 30; y++) image.setRGB(x, y, Color.RED.getRGB());
        var path = folder.resolve("image");
        ImageIO.write(image, format, path.toFile());
        assertThat(make(path, "image/" + format)).isEqualTo(new ImageSize(900, 30));
        var made = new Color(
                ImageIO.read(contents.path(HASH, PictureSize.THUMBNAIL).toFile())
                        .getRGB(100, 12));
        assertThat(made.getRed()).isGreaterThan(240);
        assertThat(made.getBlue()).isLessThan(20);
    }

    @Test
    void whatIsSeenThroughStaysSo() throws IOException {
        var path = folder.resolve("image");
        ImageIO.write(new BufferedImage(900, 30, BufferedImage.TYPE_INT_ARGB), "png", path.toFile());
        make(path, "image/png");
        var made = ImageIO.read(contents.path(HASH, PictureSize.THUMBNAIL).toFile());
        assertThat(made.getRGB(100, 12)).isZero();
    }

    @Test
    void webPIsRead() throws IOException {
        var path = Files.write(folder.resolve("image"), HexFormat.of().parseHex(WEBP));
        assertThat(make(path, "image/webp")).isEqualTo(new ImageSize(1, 1));
    }

    /** It may be written a hundred thousand times into one file, and each time all of the image is unpacked. */
    @Test
    void aScanThatIsRepeatedOverAndOverIsNotFollowed() throws IOException {
        var once = repeated(1);
        var often = repeated(3_000);
        long begin = System.nanoTime();
        make(Files.write(folder.resolve("once"), once), "image/jpeg");
        long plain = System.nanoTime() - begin;
        make(Files.write(folder.resolve("often"), often), "image/jpeg");
        assertThat(System.nanoTime() - begin - plain).isLessThan(30 * plain);
    }

    /** A progressive image, its last scan so many times. */
    private static byte[] repeated(int times) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var written = new ByteArrayOutputStream();
        writer.setOutput(new MemoryCacheImageOutputStream(written));
        writer.write(
                null, new IIOImage(new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_RGB), null, null), param);
        ((ImageOutputStream) writer.getOutput()).flush();
        byte[] image = written.toByteArray();
        int scan = image.length - 2;
        while (image[scan] != (byte) 0xFF || image[scan + 1] != (byte) 0xDA) scan--;
        var all = new ByteArrayOutputStream();
        all.write(image, 0, scan);
        for (int n = 0; n < times; n++) all.write(image, scan, image.length - 2 - scan);
        all.write(image, image.length - 2, 2);
        return all.toByteArray();
    }

    private ImageSize make(Path path, String type) {
        return pictures.make(new Arrival(path, 1, HASH), new MediaType(type));
    }
}
