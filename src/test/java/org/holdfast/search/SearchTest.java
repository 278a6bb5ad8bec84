package org.holdfast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.6. */
class SearchTest {
    @TempDir
    Path folder;

    private SearchServer server;
    private Account ann;
    private Account ben;
    private long kitchen;
    private long office;

    @BeforeEach
    void start() {
        server = new SearchServer(folder);
        ann = server.rooms.account("ann");
        ben = server.rooms.account("ben");
        kitchen = done(server.rooms.create(ann, "Kitchen", ""));
        office = done(server.rooms.create(ann, "Office", ""));
        done(server.rooms.rooms.join(ben, kitchen));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
    }

    private List<String> found(Account account, String text) {
        server.settle();
        return server.texts(account, text);
    }

    @Test
    void allWordsHaveToBeThereAndTheNewestComesFirst() {
        server.post(ann, kitchen, "The red cake");
        server.post(ben, kitchen, "A cake is red, or it is none");
        server.post(ann, office, "red tape");
        assertThat(found(ann, "red cake ")).containsExactly("A cake is red, or it is none", "The red cake");
        assertThat(found(ann, "\"red cake\"")).containsExactly("The red cake");
        assertThat(found(ann, "RED ta")).containsExactly("red tape");
        assertThat(found(ann, "red ta ")).isEmpty();
    }

    @Test
    void oneFindsInTheRoomsThatOneIsInAlone() {
        server.post(ann, office, "a secret cake");
        server.post(ann, kitchen, "a known cake");
        assertThat(found(ben, "cake")).containsExactly("a known cake");
        assertThat(found(ben, "cake in:Office")).isEmpty();
        done(server.rooms.rooms.leave(ben, kitchen));
        assertThat(found(ben, "cake")).isEmpty();
        assertThat(found(ann, "cake")).hasSize(2);
    }

    @Test
    void filtersNarrowWhatIsFound() {
        server.post(ann, kitchen, "cake by ann");
        server.post(ben, kitchen, "cake by ben, see https://cakes.example");
        server.post(ann, office, "cake in the office");
        assertThat(found(ann, "cake from:BEN")).containsExactly("cake by ben, see https://cakes.example");
        assertThat(found(ann, "from:me in:kitchen")).containsExactly("cake by ann");
        assertThat(found(ann, "has:link")).containsExactly("cake by ben, see https://cakes.example");
        assertThat(found(ann, "cake from:nobody")).isEmpty();
        assertThat(found(ann, "cake after:2020-01-01")).hasSize(3);
        assertThat(found(ann, "cake before:2020-01-01")).isEmpty();
    }

    @Test
    void whatIsTurnedRoundIsLeftOut() {
        server.post(ann, kitchen, "a red cake by ann");
        server.post(ben, kitchen, "a cake by ben, see https://cakes.example");
        server.post(ann, office, "reddish tape in the office");
        assertThat(found(ann, "cake -red")).containsExactly("a cake by ben, see https://cakes.example");
        assertThat(found(ann, "cake -\"by ben\"")).containsExactly("a red cake by ann");
        assertThat(found(ann, "cake -from:BEN")).containsExactly("a red cake by ann");
        assertThat(found(ann, "by -from:me")).containsExactly("a cake by ben, see https://cakes.example");
        assertThat(found(ann, "cake -has:link -from:nobody -in:Nowhere")).containsExactly("a red cake by ann");
        assertThat(found(ann, "cake -> pie")).isEmpty();
        assertThat(found(ann, "cake ->")).hasSize(2);
    }

    @Test
    void onlyWhatIsLeftOutMayBeSaid() {
        server.post(ann, kitchen, "a red cake");
        server.post(ann, office, "reddish tape");
        // A word that is left out is a whole one.
        assertThat(found(ann, "-red")).containsExactly("reddish tape");
        assertThat(found(ann, "-in:office")).containsExactly("a red cake");
        assertThat(found(ben, "-in:kitchen")).isEmpty();
        assertThat(found(ben, "-tape")).containsExactly("a red cake");
        assertThat(found(ann, "-from:ann -before:2020-01-01")).isEmpty();
        assertThatThrownBy(() -> server.find(ann, "-!!")).isInstanceOf(Refusal.class);
    }

    @Test
    void chineseIsLeftOutWhereItStandsTogether() {
        server.post(ann, kitchen, "下午三点在会议室开会");
        server.post(ann, kitchen, "会后再议");
        assertThat(found(ann, "会 -会议")).containsExactly("会后再议");
        assertThat(found(ann, "会 -会议室")).containsExactly("会后再议");
        assertThat(found(ann, "会 -议会")).hasSize(2);
        assertThat(found(ann, "-议")).isEmpty();
    }

    @Test
    void chineseIsFoundByWhateverPartOfIt() {
        server.post(ann, kitchen, "下午三点在会议室A开会");
        for (String part : List.of("会议", "会议室", "三点在会议室a", "会", "\"下午三点\"", "午三 议室"))
            assertThat(found(ann, part)).as(part).hasSize(1);
        assertThat(found(ann, "会三")).isEmpty();
    }

    @Test
    void anEditReplacesTheWordsAndADeletionTakesThem() {
        long message = server.post(ann, kitchen, "a bitter cake");
        assertThat(found(ben, "bitter")).hasSize(1);
        done(server.rooms.messages.edit(server.target(ann, kitchen, message), "a sweet cake"));
        assertThat(found(ben, "bitter")).isEmpty();
        assertThat(found(ben, "sweet")).containsExactly("a sweet cake");
        done(server.rooms.messages.delete(server.target(ann, kitchen, message)));
        // At once, whatever the index knows by then.
        assertThat(server.texts(ben, "sweet")).isEmpty();
        assertThat(found(ben, "sweet")).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int n = 0; n < 25; n++) server.post(ann, n % 2 == 0 ? kitchen : office, "cake " + n);
        server.settle();
        for (Order order : Order.values()) {
            List<String> all = new ArrayList<>();
            String next = null;
            do {
                Found page = server.find(ann, "cake", order, next, 10);
                page.hits().forEach(hit -> all.add(hit.text().text()));
                next = page.next();
            } while (next != null);
            assertThat(all).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @Test
    void theMostRelevantComesFirstIfOneLikes() {
        server.post(ann, kitchen, "cake cake cake");
        server.post(ann, kitchen, "somebody once said something about a cake that nobody remembers");
        server.settle();
        assertThat(server.find(ann, "cake ", Order.RELEVANCE, null, 1).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.text().text()).isEqualTo("cake cake cake"));
    }

    @Test
    void aLongTextIsCutToWhereItWasFound() {
        server.post(ann, kitchen, "word ".repeat(300) + "Ünïcorn" + " word".repeat(300));
        server.settle();
        Snippet snippet = server.find(ann, "unicorn").hits().get(0).text();
        assertThat(snippet.text()).hasSize(240);
        Range range = snippet.ranges().get(0);
        assertThat(snippet.text().substring(range.start(), range.end())).isEqualTo("Ünïcorn");
    }

    @Test
    void aMarkThatIsMadeUpIsRefused() {
        server.settle();
        for (String mark : List.of("", "1", "1.2", "a.b.c", "1.2.3.4", "99999999999999999999.1.1"))
            assertThatThrownBy(() -> server.find(ann, "cake", Order.NEWEST, mark, 5))
                    .as(mark)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD));
    }
}
