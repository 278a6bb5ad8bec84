package org.holdfast.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Contents of files, honest ones and others. */
final class Sample {
    /** TIFF, big-endian, one entry: orientation 6, which is to be turned by 90°; and a place that nobody is to know. */
    private static final byte[] EXIF = join(
            "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0".getBytes(ISO_8859_1),
            "GPS 52.5170 N 13.3889 E".getBytes(US_ASCII));

    private Sample() {}

    /** The left half red, the right half blue. */
    static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    static byte[] image(String format, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(halves(width, height), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** As a camera that was held upright writes it: its left half, red, is above when it is seen. */
    static byte[] uprightPhoto(int width, int height) {
        var plain = image("jpeg", width, height);
        var head = ByteBuffer.allocate(6)
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (EXIF.length + 2))
                .array();
        return join(head, EXIF, Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** One that says how large it is, and begins like that; a few hundred bytes, whatever it says. */
    static byte[] pngThatSays(int width, int height) {
        var size = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        return join(
                HexFormat.of().parseHex("89504e470d0a1a0a"),
                chunk("IHDR", size.array()),
                chunk("IDAT", deflated(new byte[100_000])),
                chunk("IEND", new byte[0]));
    }

    /** So many pictures of 16 × 16. */
    static byte[] animation(int pictures) {
        var one = image("gif", 16, 16);
        var body = Arrays.copyOfRange(one, one.length - trailing(one), one.length - 1);
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(one, one.length - 1));
        for (int n = 1; n < pictures; n++) out.writeBytes(body);
        out.write(';');
        return out.toByteArray();
    }

    /** From the descriptor of its picture on. */
    private static int trailing(byte[] gif) {
        for (int n = 13; n < gif.length; n++)
            if (gif[n] == ',' && gif[n + 1] == 0 && gif[n + 2] == 0 && gif[n + 5] == 16) return gif.length - n;
        throw new IllegalArgumentException("no picture");
    }

    static BufferedImage read(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] chunk(String type, byte[] data) {
        var typed = join(type.getBytes(US_ASCII), data);
        var sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] deflated(byte[] data) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
