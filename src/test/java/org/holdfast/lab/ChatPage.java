package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.net.URI;
import java.util.List;

/** The chat page, by what a person does there and sees; its parts are found by their {@code data-test} hooks alone. */
public final class ChatPage {
    private final Page page;
    private final PageParts parts;
    private final PageLine line;
    private final PagePeople people;
    private final PageIdentity identity;
    private final PageComposer composer;
    private final PageErrors errors;

    ChatPage(Page page) {
        this.page = page;
        parts = new PageParts(page);
        line = new PageLine(parts);
        people = new PagePeople(parts);
        identity = new PageIdentity(parts);
        composer = new PageComposer(parts);
        errors = new PageErrors(page);
    }

    /** How long to wait for what should be seen. */
    void patience(double millis) {
        parts.patience(millis);
    }

    PageLine line() {
        return line;
    }

    PagePeople people() {
        return people;
    }

    PageIdentity identity() {
        return identity;
    }

    PageComposer composer() {
        return composer;
    }

    PageUnread unread() {
        return new PageUnread(parts);
    }

    PageOwn own() {
        return new PageOwn(parts);
    }

    PageProfile profile() {
        return new PageProfile(parts);
    }

    PageAlerts alerts() {
        return new PageAlerts(parts);
    }

    PageMessage message(String text) {
        return new PageMessage(parts, text);
    }

    // Doing

    public void open(URI uri) {
        page.navigate(uri.toString());
    }

    public ChatPage signUp(String name, String password) {
        part("to-sign-up").click();
        part("display-name").fill(name);
        return enterBy("sign-up", name, password);
    }

    public ChatPage signIn(String name, String password) {
        part("name").waitFor();
        // Where nobody may make an account there is nothing to choose.
        if (part("to-sign-in").count() > 0) part("to-sign-in").click();
        return enterBy("sign-in", name, password);
    }

    private ChatPage enterBy(String door, String name, String password) {
        part("name").fill(name);
        part("password").fill(password);
        part(door).click();
        part("new-room").waitFor();
        return this;
    }

    public void signOut() {
        part("settings").click();
        part("sign-out").click();
        part("name").waitFor();
    }

    public void createRoom(String name) {
        part("new-room").click();
        part("room-name").fill(name);
        part("create-room").click();
        parts.part("open-room-name", name).waitFor();
    }

    public void joinRoom(String name) {
        part("browse-rooms").click();
        parts.part("offered-room", name).locator(hook("join-room")).click();
        // The page goes there by itself.
        parts.part("open-room-name", name).waitFor();
    }

    public void enter(String name) {
        room(name).click();
        // Until then what is written belongs to the room before.
        parts.part("open-room-name", name).waitFor();
    }

    /** Writes without sending. */
    public void write(String text) {
        part("composer").fill(text);
    }

    public void say(String text) {
        write(text);
        part("send").click();
    }

    /** What the same person does by another way than this page and its line. */
    PageRequests requests(URI server) {
        return new PageRequests(page.context(), server);
    }

    public void reload() {
        page.reload();
    }

    /** Closes this tab; the person's browser stays. */
    public void close() {
        page.close();
    }

    public BrowserContext browser() {
        return page.context();
    }

    public void shoot(String name) {
        Chromium.shoot(page, name);
    }

    /** Pictures of what is there now, for people to look at, and a look at each by rule: {@link Pictures}. */
    void pictures(String name) {
        Pictures.take(page, name);
    }

    /** In a small window, too. */
    void fitsSmall(String name) {
        Pictures.fitsSmall(page, name);
    }

    public URI address() {
        return URI.create(page.url());
    }

    /** Whether the browser lends it Web Locks: to pages of https and localhost alone. */
    boolean hasLocks() {
        return (boolean) page.evaluate("() => navigator.locks !== undefined");
    }

    // Seeing

    /** Waits until the message is there exactly once. */
    public void sees(String text) {
        assertThat(messages(text)).hasCount(1, new HasCountOptions().setTimeout(parts.patience()));
    }

    /** Waits until the message is there once and the server has it. */
    public void seesSent(String text) {
        sees(text);
        stateIs(text, "sent");
    }

    public void seesAuthorOf(String text, String author) {
        assertThat(messages(text).locator(hook("message-author"))).containsText(author, parts.somewhere());
    }

    /** live, catching-up or offline. */
    public void statusIs(String word) {
        line.is(word);
    }

    /** A message to a room that is no longer in the list, and why it was not sent. */
    void seesStray(String text, String reason) {
        part("unsent").click();
        assertThat(part("unsent-text")).hasText(text);
        assertThat(part("unsent-message")).containsText(reason, parts.somewhere());
    }

    void seesSignIn() {
        assertThat(part("password")).isVisible(new IsVisibleOptions().setTimeout(parts.patience()));
    }

    public void isSignedIn() {
        assertThat(part("composer")).isVisible(new IsVisibleOptions().setTimeout(parts.patience()));
        assertThat(part("password")).isHidden();
    }

    /** The texts of all messages with a sequence, as they stand on the page. */
    public List<String> texts() {
        var logged = page.locator(hook("message") + "[data-sequence]");
        return logged.locator(hook("message-text")).allTextContents();
    }

    /** Errors of the page's scripts and its console since it was opened, but for those that a broken line makes. */
    public List<String> errors() {
        return errors.all();
    }

    private void stateIs(String text, String state) {
        assertThat(messages(text)).hasAttribute("data-state", state, parts.attribute());
    }

    private Locator messages(String text) {
        return parts.messages(text);
    }

    private Locator room(String name) {
        return parts.part("room", name);
    }

    private Locator part(String name) {
        return parts.part(name);
    }
}
