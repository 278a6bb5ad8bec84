package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files, as two people at their browsers give them to each other. */
class FilesPageIT {
    private static final byte[] PLAN = Sample.image("png", 1_200, 800);
    private static final byte[] NOTES = "These are the notes of the meeting.".getBytes(UTF_8);

    /** Bytes a second: the largest file that goes takes some seconds. */
    private static final int SLOW = 100_000;

    /** The page's tries go on only when somebody has them go on. */
    private static final String NO_TIMERS = "window.setTimeout = () => 0";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ann;
    private static ChatPage ben;
    private static int rooms;

    @BeforeAll
    static void start() {
        server = Site.shared("files-page")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.files.size", "1")
                .start();
        chromium = new Chromium();
        ann = chromium.open(chromium.person(), server.uri()).signUp("ann", "a long enough secret");
        ben = chromium.open(chromium.person("zh-CN"), server.uri()).signUp("ben", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void meet() {
        var room = "room " + ++rooms;
        ann.createRoom(room);
        ann.enter(room);
        ben.joinRoom(room);
    }

    private static PageFiles files(ChatPage page) {
        return page.composer().files();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ann.errors()).isEmpty();
        assertThat(ben.errors()).isEmpty();
    }

    @Test
    void whatIsChosenIsSeenAndSavedByTheOther() {
        files(ann).choose("plan.png", PLAN);
        files(ann).attach("notes of the meeting.txt", NOTES);
        files(ann).seesUpload("plan.png", "done");
        files(ann).seesUpload("notes of the meeting.txt", "done");
        ann.pictures("files-tray");
        ann.say("The plan, and what we said about it");
        ann.seesSent("The plan, and what we said about it");
        files(ben).seesThumbnails(1);
        assertThat(files(ben).download("notes of the meeting.txt")).isEqualTo(NOTES);
        files(ann).seesThumbnails(1);
        ann.pictures("files");
        Pictures.fitsSmall(ann.browser().pages().get(0), "files");
        ben.pictures("files-zh");
    }

    @Test
    void whatIsPastedOrDroppedGoesWithoutAnyWords() {
        files(ann).paste("image.png", PLAN);
        files(ann).drag("dropped.png", PLAN);
        files(ann).seesUpload("image.png", "done");
        files(ann).seesUpload("dropped.png", "done");
        files(ann).send();
        files(ben).seesThumbnails(2);
        assertThat(files(ann).upload("image.png")).hasCount(0);
    }

    @Test
    void whatIsDroppedBesideTheConversationDoesNotTakeItsPlace() {
        ann.people().toggle();
        for (var part : new String[] {"nav.rooms", PageParts.hook("members-panel"), PageParts.hook("room") + ">>nth=0"})
            files(ann).dragInVain(part, "stray.png", PLAN);
        ann.people().toggle();
    }

    @Test
    void anImageFillsTheWindowAndTheKeysLeadToTheOthersAndBack() {
        for (var name : new String[] {"one.png", "two.png"}) {
            files(ann).choose(name, PLAN);
            files(ann).seesUpload(name, "done");
            files(ann).send();
        }
        files(ben).seesThumbnails(2);
        files(ben).thumbnails().first().click();
        files(ben).seesShown("one.png");
        ben.pictures("light-box-zh");
        files(ben).press("ArrowRight");
        files(ben).seesShown("two.png");
        files(ben).press("ArrowRight");
        files(ben).press("ArrowLeft");
        files(ben).seesShown("one.png");
        assertThat(files(ben).downloadShown("one.png")).isEqualTo(PLAN);
        files(ben).press("Escape");
        files(ben).seesNothingShown();
        assertThat(files(ben).thumbnails().first()).isFocused();
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsTheMessageBack() {
        ann.write("with these");
        files(ann).choose("film.bin", new byte[1_200_000]);
        files(ann).choose("holiday.png", NOTES);
        files(ann).seesUpload("holiday.png", "failed");
        assertThat(files(ann).upload("film.bin")).containsText("The file is 1.2 MB; the limit is 1 MB.");
        assertThat(files(ann).upload("holiday.png")).containsText("This is not the image that its name says.");
        ann.pictures("files-refused");
        files(ann).removeUpload("film.bin");
        files(ann).removeUpload("holiday.png");
        ann.say("without them");
        ann.seesSent("without them");
    }

    @Test
    void anImageTakesItsPlaceBeforeItIsThere() {
        var held = files(ben).holdThumbnails();
        files(ann).choose("plan.png", PLAN);
        files(ann).seesUpload("plan.png", "done");
        files(ann).send();
        ann.say("below it");
        ben.sees("below it");
        files(ben).awaitHeld(held);
        var image = files(ben).thumbnails().locator("img");
        assertThat(image).hasJSProperty("naturalWidth", 0);
        var before = files(ben).places("below it");
        files(ben).letGo(held);
        files(ben).seesThumbnails(1);
        assertThat(files(ben).places("below it")).isEqualTo(before);
        assertThat(image.boundingBox().width).isCloseTo(360, Offset.offset(1.0));
        assertThat(image.boundingBox().height).isCloseTo(240, Offset.offset(1.0));
    }

    @Test
    void anUploadWhoseLineBreaksIsTriedAgainUntilItIsThere() {
        files(ann).breakUploads();
        files(ann).choose("plan.png", PLAN);
        files(ann).seesUpload("plan.png", "retrying");
        files(ann).upload("plan.png").locator(PageParts.hook("upload-again")).focus();
        files(ann).mendUploads();
        files(ann).seesUpload("plan.png", "done");
        assertThat(ann.browser().pages().get(0).locator(PageParts.hook("composer")))
                .isFocused();
        files(ann).send();
        files(ben).seesThumbnails(1);
    }

    @Test
    void whoDoesNotWaitForTheNextTryBeginsIt() {
        var tab = ann.browser().newPage();
        var page = new ChatPage(tab);
        page.open(server.uri());
        page.enter("room " + rooms);
        tab.evaluate(NO_TIMERS);
        files(page).breakUploads();
        files(page).choose("plan.png", PLAN);
        files(page).seesUpload("plan.png", "retrying");
        files(page).mendUploads();
        files(page).tryAgain("plan.png");
        files(page).seesUpload("plan.png", "done");
        assertThat(tab.locator(PageParts.hook("composer"))).isFocused();
        assertThat(page.errors()).isEmpty();
        page.close();
    }

    @Test
    void aBarTellsHowFarAnUploadIs() {
        files(ann).slowly(SLOW, () -> {
            files(ann).choose("film.bin", new byte[900_000]);
            files(ann).seesMoving("film.bin");
        });
        files(ann).seesUpload("film.bin", "done");
        assertThat(files(ann).upload("film.bin").locator("progress")).hasCount(0);
        files(ann).removeUpload("film.bin");
    }
}
