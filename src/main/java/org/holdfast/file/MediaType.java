package org.holdfast.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** What a content is, by its first bytes; its name only tells kinds apart that begin alike, such as the documents that are archives. */
record MediaType(String name) {
    static MediaType of(Path content, FileName name) {
        Metadata hint = new Metadata();
        hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.text());
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(content))) {
            return new MediaType(MimeTypes.getDefaultMimeTypes(MediaType.class.getClassLoader())
                    .detect(bytes, hint)
                    .getBaseType()
                    .toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isImage() {
        return name.startsWith("image/");
    }
}
