package org.holdfast.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.geometry.Positions;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Makes the smaller copies of images: new pictures of the same pixels, with nothing else that was in the file. */
@ApplicationScoped
class Pictures {
    private static final Logger LOG = System.getLogger(Pictures.class.getName());
    private static final long MILLION = 1_000_000;
    private static final double QUALITY = 0.88;
    private static final long PATIENCE_SECONDS = 60;
    private static final long RETRY_MILLIS = 5_000;

    private final FileFolder folder;
    private final long mostPixels;
    private final Semaphore places;

    @Inject
    Pictures(FileFolder folder, Settings settings) {
        this.folder = folder;
        this.mostPixels = settings.number(Setting.IMAGES_PIXELS) * MILLION;
        // Those who wait are as many as there are uploads at once.
        this.places = new Semaphore(settings.number(Setting.IMAGES_THREADS), true);
    }

    /** For the container's proxy. */
    Pictures() {
        folder = null;
        mostPixels = 0;
        places = null;
    }

    /**
     * @return its size; none when it is no image that can be shown, which is no fault: it is a file like any other then
     * @throws Refusal {@code busy}: the images of others take too long
     */
    ImageSize make(Arrival arrived, MediaType type) {
        if (!Image.isKnown(type)) return ImageSize.NONE;
        takePlace();
        try (Image image = Image.open(arrived.path(), type)) {
            return image.size().pixels() > mostPixels ? ImageSize.NONE : make(arrived.hash(), image);
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.DEBUG, () -> "An image can't be shown: " + broken);
            return ImageSize.NONE;
        } finally {
            places.release();
        }
    }

    /** The middle of it, as a square. @return where it arrived; empty: it is no image that can be shown */
    Optional<Path> square(Arrival arrived, MediaType type, int side) {
        if (!Image.isKnown(type)) return Optional.empty();
        takePlace();
        try (Image image = Image.open(arrived.path(), type)) {
            return image.size().pixels() > mostPixels ? Optional.empty() : Optional.of(square(image, side));
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.DEBUG, () -> "An image can't be shown: " + broken);
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private Path square(Image image, int side) throws IOException {
        BufferedImage cut = Thumbnails.of(image.unpacked())
                .imageType(BufferedImage.TYPE_INT_RGB)
                .crop(Positions.CENTER)
                .size(side, side)
                .asBufferedImage();
        Path made = folder.arriving();
        write(image.turning().apply(cut), made);
        return made;
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Code.BUSY, "Other images are being looked at. Try again.", RETRY_MILLIS);
    }

    private ImageSize make(String hash, Image image) throws IOException {
        BufferedImage unpacked = image.unpacked();
        ImageFilter turning = image.turning();
        for (PictureSize size : PictureSize.values()) {
            Path made = folder.arriving();
            try {
                write(turning.apply(scaled(unpacked, size.side())), made);
                folder.keep(made, folder.path(hash, size));
            } finally {
                Files.deleteIfExists(made);
            }
        }
        return image.seenSize();
    }

    /** Never larger than it is. */
    private static BufferedImage scaled(BufferedImage image, int side) throws IOException {
        boolean fits = Math.max(image.getWidth(), image.getHeight()) <= side;
        // Not the type that it has: among the few colours of a GIF there may be none in between.
        boolean isSeenThrough = image.getColorModel().hasAlpha();
        Thumbnails.Builder<BufferedImage> builder = Thumbnails.of(image)
                .imageType(isSeenThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        return (fits ? builder.scale(1) : builder.size(side, side)).asBufferedImage();
    }

    private static void write(BufferedImage image, Path path) {
        boolean isSeenThrough = image.getColorModel().hasAlpha();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            Thumbnails.of(image)
                    .scale(1)
                    .outputQuality(QUALITY)
                    .outputFormat(isSeenThrough ? "png" : "jpg")
                    .toOutputStream(out);
            channel.force(true);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }
}
