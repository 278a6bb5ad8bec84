package org.holdfast.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Gives the scripts and style sheets of our pages, compressed, and those of the first view in few files: what servers do about that by
 * themselves differs, most do nothing. A browser asks whether what it has is what there is: an update must not mix old and new modules.
 * See web.xml.
 */
public class StaticFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final List<String> FOLDERS = List.of("/app/", "/css/", "/holdfast/", "/lab/", "/webjars/");
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8", "json", "application/json");
    private static final Pattern NAME = Pattern.compile("(/[\\w@-][\\w.@-]*)+\\.(js|css|json)");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String ASK_EACH_TIME = "no-cache";
    /** A WebJar's path names its version. */
    private static final String NEVER_ANOTHER = "public, max-age=31536000, immutable";

    /** Of files that exist alone: it can't grow by what is asked. */
    private final transient Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private transient Bundles bundles;

    @Override
    public void init() throws ServletException {
        try {
            bundles = Bundles.of(this::read);
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        StaticFile file = isOurs(request) ? file(WarPath.of(request)) : null;
        if (file == null) chain.doFilter(request, response);
        else answer(request, response, file);
    }

    private static boolean isOurs(HttpServletRequest request) {
        String path = WarPath.of(request);
        return READING.contains(request.getMethod())
                && FOLDERS.stream().anyMatch(path::startsWith)
                && NAME.matcher(path).matches();
    }

    private StaticFile file(String path) throws IOException {
        StaticFile known = files.get(path);
        if (known != null) return known;
        byte[] content = read(path);
        if (content == null) return null;
        byte[] whole =
                path.endsWith(".css") ? StyleSheet.withImports(path, content, this::read) : script(path, content);
        StaticFile file = StaticFile.of(path, whole);
        files.put(path, file);
        return file;
    }

    private byte[] script(String path, byte[] content) throws IOException {
        String shipped = bundles.shipped(path);
        return shipped == null ? content : shipped.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] read(String path) throws IOException {
        try (InputStream content = getServletContext().getResourceAsStream(path)) {
            return content == null ? null : content.readAllBytes();
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, StaticFile file)
            throws IOException {
        String path = WarPath.of(request);
        response.setHeader("Cache-Control", path.startsWith("/webjars/") ? NEVER_ANOTHER : ASK_EACH_TIME);
        response.setHeader("ETag", file.tag());
        response.setHeader("Vary", "Accept-Encoding");
        if (EntityTag.isHad(request.getHeader("If-None-Match"), file.tag()))
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        else write(request, response, file);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, StaticFile file)
            throws IOException {
        boolean isCompressed = takesGzip(request.getHeader("Accept-Encoding"));
        byte[] body = isCompressed ? file.gzipped() : file.content();
        String path = WarPath.of(request);
        response.setContentType(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
        if (isCompressed) response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) response.getOutputStream().write(body);
    }

    static boolean takesGzip(String accepted) {
        return accepted != null && accepted.matches("(?i)(.*,)?\\s*gzip\\s*(;\\s*q=(1|0\\.\\d*[1-9]).*)?(,.*)?");
    }
}
