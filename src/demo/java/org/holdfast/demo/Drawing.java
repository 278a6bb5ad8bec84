package org.holdfast.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture that nobody has to own: hills under a sky, or a chart. */
final class Drawing {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int HILLS = 4;
    private static final int BARS = 12;
    private static final int STEP = 8;

    private final Random random;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = image.createGraphics();
    private final float hue;

    private Drawing(Random random) {
        this.random = random;
        hue = random.nextFloat();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    static byte[] png(Random random) {
        Drawing drawing = new Drawing(random);
        if (random.nextInt(3) == 0) drawing.chart();
        else drawing.hills();
        return drawing.bytes();
    }

    private void hills() {
        pen.setPaint(new GradientPaint(0, 0, colour(0.35f, 0.98f), 0, HEIGHT, colour(0.08f, 1f)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(255, 250, 230));
        pen.fillOval(120 + random.nextInt(WIDTH - 300), 60 + random.nextInt(120), 90, 90);
        for (int n = 1; n <= HILLS; n++) hill(n);
    }

    private void hill(int n) {
        Polygon hill = new Polygon();
        double phase = random.nextDouble() * Math.PI * 2;
        int top = HEIGHT / 3 + n * 75;
        hill.addPoint(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += STEP)
            hill.addPoint(x, top + (int) (70.0 / n * Math.sin(phase + x / (60.0 * n)) + 25 * Math.sin(x / 190.0)));
        hill.addPoint(WIDTH, HEIGHT);
        pen.setColor(colour(0.3f + n * 0.12f, 0.9f - n * 0.16f));
        pen.fillPolygon(hill);
    }

    private void chart() {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(220, 220, 216));
        for (int y = 80; y < HEIGHT; y += 80) pen.drawLine(60, y, WIDTH - 40, y);
        pen.setColor(colour(0.55f, 0.7f));
        int height = 120;
        for (int n = 0; n < BARS; n++) {
            height = Math.max(40, Math.min(460, height + random.nextInt(150) - 55));
            pen.fillRoundRect(80 + n * 70, 560 - height, 46, height, 8, 8);
        }
        pen.setStroke(new BasicStroke(3));
        pen.drawLine(60, 560, WIDTH - 40, 560);
    }

    private Color colour(float saturation, float brightness) {
        return Color.getHSBColor(hue, Math.min(1, saturation), brightness);
    }

    private byte[] bytes() {
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return bytes.toByteArray();
    }
}
