package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A finger on a page of Chromium, which stays where it is put, as Playwright's taps do not. */
final class Finger {
    /** Less than a page waits before it takes it for a rest. */
    private static final long REST_NANOS = 400_000_000;

    /** Of what an event changes, all is seen then. */
    private static final String DRAWN =
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private final Page page;
    private final CDPSession session;
    private double x;
    private double y;

    Finger(Page page) {
        this.page = page;
        session = page.context().newCDPSession(page);
    }

    /**
     * Puts it down to scroll, which shows nothing.
     *
     * @return false: this took so long that the finger has rested, and says nothing
     */
    boolean scrollsPast(Locator part, Locator shown) {
        long begin = System.nanoTime();
        down(part);
        int count = shown.count();
        boolean isQuick = System.nanoTime() - begin < REST_NANOS;
        move(60).up();
        if (isQuick) assertThat(count + shown.count()).isZero();
        return isQuick;
    }

    Finger down(Locator part) {
        part.scrollIntoViewIfNeeded();
        var box = part.boundingBox();
        x = box.x + Math.min(20, box.width / 2);
        y = box.y + box.height / 2;
        return send("touchStart", true);
    }

    /** Upwards, as who wants to read on. */
    Finger move(double pixels) {
        y -= pixels;
        return send("touchMove", true);
    }

    Finger up() {
        return send("touchEnd", false);
    }

    private Finger send(String type, boolean touches) {
        var points = new JsonArray();
        if (touches) points.add(point());
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
        page.evaluate(DRAWN);
        return this;
    }

    private JsonObject point() {
        var point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        return point;
    }
}
