package org.holdfast.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/** Paths of files of the WAR, as in addresses: they begin with a slash. */
final class WarPath {

    private WarPath() {}

    /**
     * What is asked for, as the server understood it, however it was spelled. For a file of the WAR that is the servlet path by Jakarta Servlet
     * 6.0, 12.2; Open Liberty gives it as the path info.
     */
    static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    /** With the slash at its end. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The folder at the top. */
    static String top(String path) {
        return path.substring(0, path.indexOf('/', 1));
    }

    /** What a file means by a relative reference: RFC 3986 section 5.2. */
    static String resolve(String path, String reference) {
        return URI.create(path).resolve(reference).getPath();
    }

    /** The way from a folder to another one, with the slash at its end. */
    static String between(String folder, String other) {
        String way = Path.of(folder).relativize(Path.of(other)).toString().replace('\\', '/');
        if (way.isEmpty()) return "./";
        return (way.startsWith(".") ? way : "./" + way) + "/";
    }

    /** The reference to a file, from a folder. */
    static String reference(String folder, String path) {
        return between(folder, folder(path)) + path.substring(path.lastIndexOf('/') + 1);
    }
}
