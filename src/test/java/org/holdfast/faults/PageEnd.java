package org.holdfast.faults;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.lab.Finding;
import org.holdfast.lab.Finding.Fault;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Person;
import org.holdfast.lab.Posted;
import org.holdfast.lab.Receipt;
import org.holdfast.lab.Seen;
import org.holdfast.lab.TcpProxy;

/** An end with the JavaScript library in a real browser. Of the thread that made the browser alone. */
final class PageEnd implements End {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String BEGIN = """
            async () => {
              const { HoldfastClient } = await import('/holdfast/index.js');
              const client = new HoldfastClient({ base: '/', noticeTimeout: 1500, connectTimeout: 1500,
                reconnectFloor: 50, reconnectStep: 200, reconnectCap: 500 });
              const end = { client, posted: {}, acked: {}, refused: {}, rooms: {}, endings: 0 };
              const room = (log) => (end.rooms[log] ??= { begin: 0, view: [] });
              client.addEventListener('event', ({ detail }) => room(detail.log).view.push(detail));
              client.addEventListener('reset', ({ detail }) => {
                const isAnew = detail.log in end.rooms;
                end.rooms[detail.log] = { begin: detail.position, view: [], isAnew };
              });
              client.addEventListener('ack', ({ detail }) => { end.acked[detail.id] = detail; });
              client.addEventListener('refused', ({ detail }) => { end.refused[detail.id] = detail.code; });
              client.addEventListener('statechange', ({ detail }) => {
                if (detail.state === 'waiting') end.endings++;
              });
              window.end = end;
              client.connect();
            }""";
    private static final String POST = """
            ([room, text]) => {
              const { id, acked } = end.client.post(room, text);
              acked.catch(() => {});
              end.posted[id] = { room, text };
            }""";
    private static final String TELL = """
            () => JSON.stringify({ posted: end.posted, acked: end.acked, refused: end.refused, rooms: end.rooms })""";

    private final TcpProxy line;
    private final Person person;
    private final Page page;

    private PageEnd(TcpProxy line, Person person, Page page) {
        this.line = line;
        this.person = person;
        this.page = page;
    }

    static PageEnd open(BrowserContext browser, Person person, int port) {
        var line = new TcpProxy(port);
        var login = person.cookie().split("=", 2);
        browser.addCookies(
                List.of(new Cookie(login[0], login[1]).setUrl(line.uri().toString())));
        var page = browser.newPage();
        page.navigate(line.uri().resolve("css/base.css").toString());
        page.evaluate(BEGIN);
        return new PageEnd(line, person, page);
    }

    @Override
    public TcpProxy line() {
        return line;
    }

    @Override
    public void post(long room, String text) {
        page.evaluate(POST, List.of((double) room, text));
    }

    @Override
    public boolean isLive() {
        return page.evaluate("end.client.state").equals("live");
    }

    @Override
    public int endings() {
        return (int) page.evaluate("end.endings");
    }

    @Override
    public int unanswered() {
        return (int) page.evaluate("end.client.outbox.length");
    }

    @Override
    public Map<String, String> refused() {
        var refused = tell().getJsonObject("refused");
        return refused.keySet().stream().collect(Collectors.toMap(id -> id, refused::getString));
    }

    @Override
    public Map<String, Receipt> acknowledged() {
        var acked = tell().getJsonObject("acked");
        return acked.keySet().stream().collect(Collectors.toMap(id -> id, id -> receipt(acked.getJsonObject(id))));
    }

    @Override
    public Oracle.Witness witness(long room) {
        var view = tell().getJsonObject("rooms").getJsonObject(String.valueOf(room));
        var begin = view == null ? 0 : view.getInt("begin");
        List<Seen> seen = view == null
                ? List.of()
                : view.getJsonArray("view").getValuesAs(JsonObject.class).stream()
                        .map(Seen::of)
                        .toList();
        // Nothing that happens here gives a reason to forget a log.
        List<Finding> findings = view != null && view.getBoolean("isAnew", false)
                ? List.of(new Finding(Fault.GAP, person.name() + " began anew after " + begin))
                : List.of();
        return new Oracle.Witness(person.name(), posted(), acknowledged(), true, begin, seen, findings);
    }

    @Override
    public void close() {
        page.context().close();
        line.close();
    }

    /** In the order of posting. */
    private Map<String, Posted> posted() {
        var posted = tell().getJsonObject("posted");
        var inOrder = new LinkedHashMap<String, Posted>();
        posted.forEach((id, post) -> inOrder.put(id, posted(id, post.asJsonObject())));
        return inOrder;
    }

    private Posted posted(String id, JsonObject post) {
        return new Posted(id, number(post, "room"), person.account(), post.getString("text"));
    }

    private static Receipt receipt(JsonObject ack) {
        return new Receipt(ack.getString("id"), number(ack, "room"), number(ack, "sequence"), number(ack, "at"));
    }

    private static long number(JsonObject of, String name) {
        return of.getJsonNumber(name).longValueExact();
    }

    private JsonObject tell() {
        try (var reader = JSON.createReader(new StringReader((String) page.evaluate(TELL)))) {
            return reader.readObject();
        }
    }
}
