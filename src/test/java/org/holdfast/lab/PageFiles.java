package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person does with files in a chat page, and sees of them. */
final class PageFiles {
    /** As the browser tells the page of files that come from elsewhere: by a drag, or by a paste. */
    private static final String BRING = """
            (target, { name, type, content, event }) => {
              const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], name, { type }));
              const more = event === 'paste' ? { clipboardData: transfer } : { dataTransfer: transfer };
              const init = { bubbles: true, cancelable: true, ...more };
              const made = event === 'paste' ? new ClipboardEvent(event, init) : new DragEvent(event, init);
              target.dispatchEvent(made);
              return made.defaultPrevented;
            }""";

    private static final Pattern THUMBNAILS = Pattern.compile("/files/[^/]+\\?as=thumbnail");
    private static final Pattern UPLOADS = Pattern.compile("/api/rooms/\\d+/files\\?");
    private static final String PLACE = "(part) => JSON.stringify(part.getBoundingClientRect())";
    private static final String IS_LOADED = "(image) => image.complete && image.naturalWidth > 0";

    private final PageParts parts;

    PageFiles(PageParts parts) {
        this.parts = parts;
    }

    void choose(String name, byte[] content) {
        parts.part("files").setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    /** By the button, with a key. */
    void attach(String name, byte[] content) {
        var chooser = parts.page().waitForFileChooser(() -> parts.part("attach").press("Enter"));
        chooser.setFiles(new FilePayload(name, "application/octet-stream", content));
    }

    void paste(String name, byte[] content) {
        assertThat(bring(parts.part("composer"), "paste", name, content)).isTrue();
    }

    /** Holds a file over the conversation, looks, and lets it go. */
    void drag(String name, byte[] content) {
        dragOver("main.conversation", name, content);
    }

    /** The same over another part, which takes it. */
    void dragOver(String part, String name, byte[] content) {
        hold(part, name, content);
        assertThat(bring(parts.page().locator(part), "drop", name, content)).isTrue();
        assertThat(parts.page().locator(part + ".is-dropped-on")).hasCount(0);
    }

    void hold(String name, byte[] content) {
        hold("main.conversation", name, content);
    }

    private void hold(String part, String name, byte[] content) {
        assertThat(bring(parts.page().locator(part), "dragover", name, content)).isTrue();
        assertThat(parts.page().locator(part + ".is-dropped-on")).isVisible();
    }

    /** Where nobody takes it the browser does not open it, in place of the page. */
    void dragInVain(String part, String name, byte[] content) {
        var place = parts.page().locator(part);
        for (var event : List.of("dragover", "drop"))
            assertThat(bring(place, event, name, content))
                    .as("%s on %s", event, part)
                    .isTrue();
        assertThat(parts.page().locator(".is-dropped-on")).hasCount(0);
        assertThat(upload(name)).hasCount(0);
    }

    private static boolean bring(Locator target, String event, String name, byte[] content) {
        var what = Map.of(
                "name",
                name,
                "type",
                "image/png",
                "content",
                Base64.getEncoder().encodeToString(content),
                "event",
                event);
        return (boolean) target.evaluate(BRING, what);
    }

    Locator upload(String name) {
        return parts.part("upload", name);
    }

    void seesUpload(String name, String state) {
        assertThat(upload(name)).hasAttribute("data-state", state, parts.attribute());
    }

    /** A slow line would not do: the kernels on the way take a whole file at once. */
    void slowly(int bytesPerSecond, Runnable act) {
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 0);
        slow.addProperty("downloadThroughput", -1);
        slow.addProperty("uploadThroughput", bytesPerSecond);
        var session = parts.page().context().newCDPSession(parts.page());
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", slow);
        act.run();
        session.detach();
    }

    /** Waits until its bar is on its way, and further on then. */
    void seesMoving(String name) {
        var bar = upload(name).locator("progress");
        parts.page().waitForCondition(() -> isBetween(bar, 0, 1));
        var before = share(bar);
        parts.page().waitForCondition(() -> isBetween(bar, before, 1));
    }

    private static boolean isBetween(Locator bar, double least, double most) {
        var share = share(bar);
        return share > least && share < most;
    }

    private static double share(Locator bar) {
        return ((Number) bar.evaluate("(bar) => bar.value / bar.max")).doubleValue();
    }

    void tryAgain(String name) {
        upload(name).locator(PageParts.hook("upload-again")).click();
    }

    void removeUpload(String name) {
        upload(name).locator(PageParts.hook("upload-remove")).click();
        assertThat(upload(name)).hasCount(0);
    }

    /** Waits until so many images are seen, and drawn. */
    void seesThumbnails(int count) {
        assertThat(thumbnails()).hasCount(count);
        for (var image : thumbnails().locator("img").all()) isDrawn(image);
    }

    private void isDrawn(Locator image) {
        parts.page().waitForCondition(() -> (boolean) image.evaluate(IS_LOADED));
    }

    Locator thumbnails() {
        return parts.part("thumbnail");
    }

    void seesShown(String name) {
        var image = parts.part("shown-image");
        assertThat(image).hasAttribute("alt", name);
        isDrawn(image);
    }

    void seesNothingShown() {
        assertThat(parts.part("shown-image")).hasCount(0);
    }

    void press(String key) {
        parts.page().keyboard().press(key);
    }

    /** What the browser saves of a file of a message. */
    byte[] download(String name) {
        return saved(name, parts.part("file", name));
    }

    /** Of the image that is shown large. */
    byte[] downloadShown(String name) {
        return saved(name, parts.part("download-image"));
    }

    private byte[] saved(String name, Locator link) {
        var download = parts.page().waitForDownload(link::click);
        assertThat(download.suggestedFilename()).isEqualTo(name);
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on none of them comes, until they are let go. */
    List<Route> holdThumbnails() {
        var held = new ArrayList<Route>();
        parts.page().route(THUMBNAILS, held::add);
        return held;
    }

    void awaitHeld(List<Route> held) {
        parts.page().waitForCondition(() -> !held.isEmpty());
    }

    void letGo(List<Route> held) {
        parts.page().unroute(THUMBNAILS);
        held.forEach(Route::resume);
    }

    /** Where the image is, and where the message is that came after it. */
    List<?> places(String after) {
        var images = thumbnails().all().stream();
        return Stream.concat(images, Stream.of(parts.messages(after)))
                .map(each -> each.evaluate(PLACE))
                .toList();
    }

    /** From now on each of them is cut. */
    void breakUploads() {
        parts.page().route(UPLOADS, Route::abort);
    }

    void mendUploads() {
        parts.page().unroute(UPLOADS);
    }

    void send() {
        parts.part("send").click();
    }
}
