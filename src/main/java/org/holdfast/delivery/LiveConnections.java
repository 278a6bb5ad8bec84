package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.account.Account;
import org.holdfast.account.LoginRecord;
import org.holdfast.wire.CloseCode;

/** The connections of this node as administrators see them, each by a name that no other has, also after a restart. */
@ApplicationScoped
public class LiveConnections {
    private static final int NAME_BYTES = 4;

    @Inject
    private ConnectionRegistry registry;

    private final String node = nodeName();

    private static String nodeName() {
        byte[] bytes = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Names this node for as long as it runs. */
    public String node() {
        return node;
    }

    int count(String part) {
        return (int) of(part).count();
    }

    /** Those of people whose names have a part in them, the newest first. @param before the id of one, maybe of another node; null: from the newest on */
    List<ListedConnection> list(String part, String before, int most) {
        long end = before == null ? Long.MAX_VALUE : endOf(before);
        long now = Uptime.millis();
        return of(part).filter(subscriber -> subscriber.order() < end)
                .sorted(Comparator.comparingLong(Subscriber::order).reversed())
                .limit(most)
                .map(subscriber -> ListedConnection.of(node, subscriber, now))
                .toList();
    }

    /** Those that were opened with one login. */
    public List<ListedConnection> ofLogin(LoginRecord login, Account account) {
        long now = Uptime.millis();
        return registry.ofAccount(account.id()).stream()
                .filter(subscriber -> subscriber.login().tokenHash().equals(login.tokenHash()))
                .map(subscriber -> ListedConnection.of(node, subscriber, now))
                .toList();
    }

    private Stream<Subscriber> of(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        return registry.all().stream()
                .filter(subscriber -> !subscriber.isClosed())
                .filter(subscriber -> isNamed(subscriber.login().account(), wanted));
    }

    private static boolean isNamed(Account account, String wanted) {
        return Stream.of(account.name(), account.displayName())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Its client may come back at once. @return whose it was; empty: there is none of this name here */
    Optional<Account> end(String id) {
        long order = orderOf(id);
        Optional<Subscriber> found = registry.all().stream()
                .filter(subscriber -> subscriber.order() == order && !subscriber.isClosed())
                .findFirst();
        found.ifPresent(subscriber -> subscriber.close(CloseCode.GOING_AWAY));
        return found.map(subscriber -> subscriber.login().account());
    }

    /** The nodes come one after the other, by their names. */
    private long endOf(String before) {
        if (before.startsWith(node + "-")) return orderOf(before);
        return node.compareTo(before) > 0 ? Long.MAX_VALUE : 0;
    }

    /** 0: it is of no connection of this node. */
    private long orderOf(String id) {
        String prefix = node + "-";
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("[0-9]{1,18}")) return 0;
        return Long.parseLong(id.substring(prefix.length()));
    }
}
