package org.holdfast.file;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** An image that somebody brought; of an animation, its first picture. Nothing is unpacked before its size is known. */
final class Image implements AutoCloseable {
    private static final String JPEG = "image/jpeg";
    private static final Set<String> PLAIN = Set.of("image/png", JPEG, "image/gif");
    private static final String WEBP = "image/webp";

    /** More are left out while it is unpacked: what it takes in memory is bounded, whatever its size. */
    private static final long MOST_UNPACKED = 16_000_000;

    /** Encoders make about ten; what comes after these is left out. */
    private static final int MOST_PASSES = 16;

    private static final int FIRST_SIDEWAYS = Orientation.LEFT_TOP.ordinal();

    static {
        register();
    }

    private final Orientation orientation;
    private final FileImageInputStream content;
    private final ImageReader reader;

    private Image(Path path, String type) throws IOException {
        orientation = type.equals(JPEG) ? CameraOrientation.of(path) : Orientation.TOP_LEFT;
        content = new FileImageInputStream(path.toFile());
        reader = type.equals(WEBP)
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(type).next();
        // Without what was written beside the picture, which may be a bomb by itself.
        reader.setInput(content, true, true);
    }

    /** The readers of the JDK, and not of whoever comes first: the server would keep ours when we are long gone. */
    private static void register() {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            IIORegistry.getDefaultInstance();
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    static boolean isKnown(MediaType type) {
        return PLAIN.contains(type.name()) || type.name().equals(WEBP);
    }

    static Image open(Path path, MediaType type) throws IOException {
        return new Image(path, type.name());
    }

    /** Before it is turned as its camera says. */
    ImageSize size() throws IOException {
        return new ImageSize(reader.getWidth(0), reader.getHeight(0));
    }

    /** As it is to be seen. */
    ImageSize seenSize() throws IOException {
        return orientation.ordinal() < FIRST_SIDEWAYS ? size() : size().turned();
    }

    BufferedImage unpacked() throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) size().pixels() / MOST_UNPACKED));
        param.setSourceSubsampling(step, step, 0, 0);
        // A progressive JPEG may say the same again as often as it likes, and all of it is unpacked each time.
        param.setSourceProgressivePasses(0, MOST_PASSES);
        return reader.read(0, param);
    }

    /** Turns it as its camera says. */
    ImageFilter turning() {
        return ExifFilterUtils.getFilterForOrientation(orientation);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        content.close();
    }
}
