package org.holdfast.lab;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** How far a picture of a page is from another: what stands where, and not which letter. */
final class Likeness {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 40;
    private static final int WHITE = 255;

    private Likeness() {}

    /** @return 0: they look the same; 1: black is white */
    static double difference(Path some, Path other) throws IOException {
        var one = small(some).getRaster().getPixels(0, 0, WIDTH, HEIGHT, (int[]) null);
        var two = small(other).getRaster().getPixels(0, 0, WIDTH, HEIGHT, (int[]) null);
        return IntStream.range(0, one.length)
                        .mapToDouble(n -> Math.abs(one[n] - two[n]))
                        .average()
                        .orElseThrow()
                / WHITE;
    }

    /** By halves: one step would leave most of the picture out. */
    private static BufferedImage small(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        while (image.getWidth() >= 4 * WIDTH) image = drawn(image, image.getWidth() / 2, image.getHeight() / 2);
        return drawn(image, WIDTH, HEIGHT);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }
}
