package org.holdfast.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.holdfast.lab.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library's clients for any server, in a browser, at a server that is not Holdfast. */
class BrowserClientsIT {
    private static final String SOCKET = """
            import { ReliableSocket } from '/holdfast/reliable-socket.js';
            const open = (path, options) => {
              const socket = new ReliableSocket(path, { reconnectDelay: 10, ...options });
              socket.onopen = () => told.push('open');
              socket.onmessage = ({ data }) => told.push(data);
              socket.onclose = (event) => told.push(event.code, event instanceof CloseEvent);
              return socket;
            };
            """;
    private static final String SOURCE = """
            import { ReliableEventSource } from '/holdfast/reliable-event-source.js';
            """;

    private Stage stage;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
        chromium = new Chromium();
        page = chromium.person().newPage();
        page.navigate(stage.uri().toString());
    }

    @AfterEach
    void close() {
        chromium.close();
        stage.close();
    }

    private Object run(String script) {
        return BrowserScript.run(page, script);
    }

    @Test
    void aSocketCarriesTextAndBinaryAndSendsWhatWaited() {
        assertThat(run(SOCKET + """
                const socket = open('/echo');
                socket.binaryType = 'arraybuffer';
                socket.send('early');
                socket.send(new Blob(['blob']));
                await until(() => told.length === 3);
                return [...told.slice(0, 2), new TextDecoder().decode(told[2])]""")).isEqualTo(List.of("open", "early", "blob"));
    }

    @Test
    void aSocketComesBackAfterACutAndARestartButNotAfterItsClose() {
        assertThat(run(SOCKET + """
                const socket = open('/echo');
                socket.send('cut');
                await until(() => told.length === 4);
                socket.send('restart');
                await until(() => told.length === 7);
                socket.close(3001, 'enough');
                await until(() => socket.readyState === WebSocket.CLOSED);
                return told""")).isEqualTo(List.of("open", 1006, true, "open", 1012, true, "open", 3001, true));
    }

    /** A browser tells the end of such a line minutes later. */
    @Test
    void aSocketGivesUpALineAtWhoseOtherEndNobodyIs() {
        assertThat(run(SOCKET + """
                const socket = open('/echo', { heartbeat: true, heartbeatInterval: 200, heartbeatTimeout: 300 });
                await until(() => told.length === 1);
                socket.send('mute');
                await until(() => told.length === 4);
                socket.send('there');
                await until(() => told.includes('there'));
                return told""")).isEqualTo(List.of("open", 1006, true, "open", "there"));
    }

    @Test
    void aSocketLivesWithAServerThatPingsByItself() {
        assertThat(run(SOCKET + """
                let beats = 0;
                const pong = (data) => data === '2' && ++beats > 0;
                const options = { heartbeat: true, ping: null, pong, answer: '3' };
                const socket = open('/engine', { ...options, heartbeatInterval: 1000, heartbeatTimeout: 1000 });
                await until(() => beats >= 5);
                socket.send('4news');
                await until(() => told.includes('4news'));
                return told.filter((text) => !text.startsWith('0'))""")).isEqualTo(List.of("open", "4news"));
    }

    /** Of a stream that breaks Chromium may drop what came last: those events are asked for again. */
    @Test
    void anEventSourceSurvivesWhatEndsABrowsersOwnAndMissesNothing() {
        assertThat(run(SOURCE + """
                const source = new ReliableEventSource('/news?script=503,html,401,cut,long', { reconnectDelay: 10 });
                source.onmessage = ({ data, origin }) => told.push(Number(data), origin === location.origin);
                await until(() => told.length >= 12);
                source.close();
                return told.slice(0, 12).filter((each) => each !== true)""")).isEqualTo(List.of(1, 2, 3, 4, 5, 6));
        assertThat(run("""
                const source = new EventSource('/news/own?script=503');
                await until(() => source.readyState === EventSource.CLOSED);
                return 'gave up'""")).isEqualTo("gave up");
    }
}
