package org.holdfast.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.holdfast.file.StoredFile;

/** The answer that gives a content, or a part of it. What people brought is never run here, whatever it is: it is kept from being a page. */
record Download(HttpServletRequest request, Path content, long millis) {
    private static final Logger LOG = System.getLogger(Download.class.getName());
    private static final String INERT = "sandbox; default-src 'none'; frame-ancestors 'none'";
    /** What an id names never changes, but who may have it does: the browser asks each time, and is told that what it has is right. */
    private static final String ASK_EACH_TIME = "private, no-cache";

    /** The first byte of each. */
    private static final int PNG = 0x89;

    private static final int PIECE = 65_536;

    Response answer(StoredFile file) {
        return answer(file.type(), "\"" + file.hash() + "\"", Disposition.attachment(file.name()));
    }

    /** Of a picture that was made here: the only thing that is not to be saved, but seen. */
    Response answerShown(String version) {
        return answer(pictureType(), "\"" + version + "\"", "inline");
    }

    private String pictureType() {
        try (InputStream in = Files.newInputStream(content)) {
            return in.read() == PNG ? "image/png" : "image/jpeg";
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Response answer(String type, String tag, String disposition) {
        if (EntityTag.isHad(request.getHeader("If-None-Match"), tag))
            return headed(Response.status(304), tag).build();
        long size = size();
        ByteRange range = isSame(tag) ? ByteRange.of(request.getHeader("Range"), size) : ByteRange.whole(size);
        if (!range.isThere())
            return headed(Response.status(416), tag)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        Response.ResponseBuilder answer = headed(Response.status(range.isPart() ? 206 : 200), tag)
                .type(type)
                .header("Content-Disposition", disposition)
                .header("Content-Length", range.length())
                .entity((StreamingOutput) out -> copy(out, range));
        if (range.isPart()) answer.header("Content-Range", range.header(size));
        return answer.build();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer, String tag) {
        return answer.header("ETag", tag)
                .header("Cache-Control", ASK_EACH_TIME)
                .header("Accept-Ranges", "bytes")
                .header("Content-Security-Policy", INERT);
    }

    /** Whether a part of it can be put to what the client has. */
    private boolean isSame(String tag) {
        String had = request.getHeader("If-Range");
        return had == null || had.equals(tag);
    }

    private long size() {
        try {
            return Files.size(content);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private void copy(OutputStream out, ByteRange range) {
        try (InputStream in = Files.newInputStream(content)) {
            in.skipNBytes(range.first());
            copy(in, out, range.length());
            out.flush();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, () -> "A client did not wait for its download: " + gone);
        }
    }

    private void copy(InputStream in, OutputStream out, long length) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        byte[] piece = new byte[PIECE];
        for (long left = length; left > 0; ) {
            int count = in.read(piece, 0, (int) Math.min(PIECE, left));
            if (count < 0) throw new EOFException("The content is shorter than it was");
            if (System.nanoTime() > end) throw new IOException("It took longer than " + millis + " ms");
            out.write(piece, 0, count);
            left -= count;
        }
    }
}
