package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The page as it looks and speaks: pictures of each view in {@code target/pictures}, and the words of a line in trouble.
 */
class PageIT {
    private static final String PASSWORD = "a long enough secret";
    private static final String HEARD = """
            - complementary "Members":
              - heading "2 members" [level=2]
              - button "Close"
              - list:
                - listitem:
                  - button "Ann"
                  - text: you online
                - listitem:
                  - button "bob"
                  - text: owner online
                  - button "What to do with bob"
              - button "Leave room"
            """;
    private static final Pattern CATCHING_UP = Pattern.compile("\\s*Catching up, [1-9][0-9]* to go\\s*");
    private static final Pattern KEEP_WRITING =
            Pattern.compile("Catching up, [1-9][0-9]* to go\\. You can keep writing\\.");

    private static Site server;
    private static Chromium chromium;
    private static Team team;

    private TcpProxy line;
    private ChatPage page;

    @BeforeAll
    static void start() {
        server = Site.shared("page")
                .with("holdfast.presence.grace", "2s")
                .with("holdfast.typing.lease", "1m")
                .start();
        team = new Team(server.uri());
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
        server.close();
    }

    @BeforeEach
    void open() {
        line = new TcpProxy(server.port());
        page = chromium.open(chromium.person(), line.uri());
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(page.errors()).isEmpty();
        page.browser().close();
        line.close();
    }

    @Test
    void signIn() {
        page.seesSignIn();
        page.pictures("sign-in");
        page.fitsSmall("sign-in");
    }

    @Test
    void emptyRooms() {
        page.signUp("Nova Quist", PASSWORD);
        page.pictures("empty-rooms");
    }

    @Test
    void conversation() throws IOException {
        page.signUp("Ann Zhang", PASSWORD);
        team.talkWith(page);
        // Where the pointer rests, tools lie over the text.
        page.browser().pages().get(0).mouse().move(0, 0);
        page.pictures("conversation");
        ReadmePicture.isStillOf("conversation");
    }

    @Test
    void peopleSeeWhoIsHereAndWhoTypes() {
        var bob = chromium.open(chromium.person(), server.uri()).signUp("bob", PASSWORD);
        bob.createRoom("Quiet corner");
        bob.enter("Quiet corner");
        page.signUp("Ann", PASSWORD);
        enterWithPanel("Quiet corner", page);
        page.people().are("Ann you online", "bob online");
        page.people().areHeardAs(HEARD);
        bob.write("Is anybody here?");
        page.people().type("bob is typing…");
        page.people().areNotAnnounced();
        bob.say("Is anybody here?");
        page.seesSent("Is anybody here?");
        page.people().type("");
        bob.close();
        page.people().is("bob", "offline");
        page.people().is("Ann", "online");
    }

    @Test
    void manyPeople() {
        page.signUp("Paula Pictured", PASSWORD);
        team.gatherIn("Summer party", "Noor");
        enterWithPanel("Summer party", page);
        page.people().are("Noor online", "Paula you online", "李小雨 online", "Maximiliane away", "Ben offline");
        page.people().type("李小雨, Maximiliane Schönborn-Wiesenthal zu Hohenlohe-Langenburg and Noor are typing…");
        page.pictures("people");
        page.fitsSmall("people");
        page.people().toggle();
        page.pictures("typing");
    }

    @Test
    void manyPeopleInChinese() {
        team.gatherIn("夏日聚会", "Ola", "Pia");
        var xu = chromium.open(chromium.person("zh-CN"), server.uri()).signUp("徐芳", PASSWORD);
        enterWithPanel("夏日聚会", xu);
        xu.people().are("李小雨 在线", "徐芳 我 在线", "Ola 在线", "Pia 在线", "Maximiliane 离开", "Ben 离线");
        xu.people().type("多人正在输入…");
        xu.pictures("people-zh");
        assertThat(xu.errors()).isEmpty();
    }

    @Test
    void whoMadeAPrivateRoomSaysWhoIsInItAndAsWhat() {
        var cem = chromium.open(chromium.person("zh-CN"), server.uri()).signUp("陈明", PASSWORD);
        page.signUp("Olga Owner", PASSWORD);
        page.people().makePrivateRoom("Salary round");
        page.people().roomIsMarked("Salary round", "private");
        page.say("Only for those whom I add.");
        page.people().toggle();
        cem.people().hasNoRoom("Salary round");
        page.people().add("陈明");
        cem.enter("Salary round");
        cem.seesSent("Only for those whom I add.");
        page.people().more("陈明");
        page.pictures("member-actions");
        page.people().make("陈明", "read-only");
        cem.people().readOnly(true);
        cem.people().toggle();
        cem.pictures("read-only-zh");
        page.people().make("陈明", "moderator");
        cem.people().readOnly(false);
        page.people().more("陈明");
        page.people().are("Olga you owner online", "陈明 moderator online");
        page.people().more("陈明");
        page.people().remove("陈明");
        cem.people().hasNoRoom("Salary round");
        assertThat(cem.errors()).isEmpty();
    }

    @Test
    void aConversationOfTwoIsCalledAfterTheOther() {
        var dora = chromium.open(chromium.person(), server.uri()).signUp("Dora Direct", PASSWORD);
        page.signUp("Emil Eins", PASSWORD);
        page.people().writeTo("Dora Direct");
        page.people().roomIsMarked("Dora Direct", "direct");
        page.say("Have you got a minute?");
        dora.enter("Emil Eins");
        dora.seesSent("Have you got a minute?");
        dora.people().writeTo("Emil Eins");
        dora.say("Two.");
        page.seesSent("Two.");
        page.pictures("direct");
    }

    @Test
    void aRefusedMessageSaysWhyInWords() {
        var refused = "The minutes of this morning\u0000";
        enterKitchen("Rita Refused");
        page.say(refused);
        // CommonMark, section 2.3: so it is shown.
        var shown = refused.replace('\u0000', '\ufffd');
        page.message(shown).isRefused("\"text\" must not have a NUL character.");
        page.message(shown).isMarked(false);
        page.pictures("refused");
        page.message(shown).discard();
    }

    @Test
    void aMessageToARoomOneIsNoLongerInSaysSoInWords() {
        enterKitchen("Stella Stray");
        cut();
        page.say("Is anybody still here?");
        page.message("Is anybody still here?").isUnsent();
        page.requests(server.uri()).leave(team.kitchen());
        line.pass();
        page.seesStray("Is anybody still here?", "That room does not exist, or you are not in it.");
        page.pictures("not-sent");
        page.requests(server.uri()).join(team.kitchen());
        page.enter("Kitchen");
        page.message("Is anybody still here?").retry();
        page.seesSent("Is anybody still here?");
    }

    @Test
    void aLineThatIsSlowSaysHowMuchIsToCome() {
        enterKitchen("Cato Catchup");
        cut();
        page.line().barSays(Pattern.compile("Offline since .*Messages you write are kept and will be sent\\. *"));
        page.pictures("offline");
        team.write(60);
        line.pass();
        line.bandwidth(60_000);
        page.line().says(CATCHING_UP);
        page.line().barSays(KEEP_WRITING);
        page.pictures("catching-up");
        line.pass();
        page.statusIs("live");
        page.seesSent("page 60");
    }

    private static void enterWithPanel(String room, ChatPage page) {
        page.joinRoom(room);
        page.enter(room);
        page.people().toggle();
    }

    private void enterKitchen(String name) {
        page.signUp(name, PASSWORD);
        page.joinRoom("Kitchen");
        page.enter("Kitchen");
        page.statusIs("live");
    }

    private void cut() {
        line.refuse();
        line.reset();
    }
}
