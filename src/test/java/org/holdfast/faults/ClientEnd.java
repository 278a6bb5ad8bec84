package org.holdfast.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Finding;
import org.holdfast.lab.Finding.Fault;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Receipt;
import org.holdfast.lab.TcpProxy;

/**
 * An end with the laboratory's own client.
 *
 * @param ordered false when some of its posts may have been refused: others that were on their way with them are in the log before
 *     them then, whether or not it heard of the refusal (the JavaScript library has one on its way for each room)
 */
record ClientEnd(TcpProxy line, ChatClient client, boolean ordered) implements End {
    @Override
    public void post(long room, String text) {
        client.post(room, text);
    }

    @Override
    public boolean isLive() {
        return client.isLive();
    }

    @Override
    public int endings() {
        return client.closeCodes().size();
    }

    @Override
    public int unanswered() {
        return client.outbox().unanswered();
    }

    @Override
    public Map<String, String> refused() {
        return client.outbox().refused();
    }

    @Override
    public Map<String, Receipt> acknowledged() {
        return client.outbox().acknowledged();
    }

    @Override
    public Oracle.Witness witness(long room) {
        var told = Oracle.Witness.of(client, room);
        return new Oracle.Witness(
                told.name(),
                told.posted(),
                told.acknowledged(),
                ordered && told.inOrder(),
                told.begin(),
                told.view(),
                findings(room, told));
    }

    /** Nothing that happens here gives a reason to forget a log: who has to begin anew was not served. */
    private List<Finding> findings(long room, Oracle.Witness told) {
        return Stream.concat(
                        told.findings().stream(),
                        client.view(room).resets().stream()
                                .map(why -> new Finding(Fault.GAP, told.name() + " began anew: " + why)))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        line.close();
    }
}
