package org.holdfast.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * How the camera was held, as it wrote into a JPEG: Exif 2.3, tag 274. Read here, since the JDK's reader refuses all that a file says beside its
 * picture when the parts are in another order than it likes.
 */
final class CameraOrientation {
    private static final int MOST = 262_144;
    private static final int START = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_LENGTH = 6;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int VALUE = 8;

    private CameraOrientation() {}

    /** Upright, when it says nothing that can be understood. */
    static Orientation of(Path jpeg) throws IOException {
        try (InputStream in = Files.newInputStream(jpeg)) {
            return of(ByteBuffer.wrap(in.readNBytes(MOST)));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return Orientation.TOP_LEFT;
        }
    }

    private static Orientation of(ByteBuffer jpeg) {
        if (unsigned(jpeg) != START) return Orientation.TOP_LEFT;
        for (int marker = unsigned(jpeg); marker != SCAN; marker = unsigned(jpeg)) {
            int next = jpeg.position() + unsigned(jpeg);
            if (marker == APP1 && jpeg.getInt(jpeg.position()) == EXIF)
                return ofTiff(jpeg.position(jpeg.position() + EXIF_LENGTH).slice());
            jpeg.position(next);
        }
        return Orientation.TOP_LEFT;
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        if (tiff.getShort(0) == LITTLE_ENDIAN) tiff.order(ByteOrder.LITTLE_ENDIAN);
        tiff.position(tiff.getInt(4));
        int count = unsigned(tiff);
        int first = tiff.position();
        for (int entry = first; entry < first + count * ENTRY; entry += ENTRY)
            if (tiff.getShort(entry) == TAG) return Orientation.typeOf(tiff.getShort(entry + VALUE));
        return Orientation.TOP_LEFT;
    }

    private static int unsigned(ByteBuffer from) {
        return from.getShort() & 0xffff;
    }
}
