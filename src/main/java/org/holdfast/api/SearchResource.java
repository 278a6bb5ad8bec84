package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.holdfast.account.Account;
import org.holdfast.search.Asked;
import org.holdfast.search.MessageSearch;
import org.holdfast.search.Order;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Query;

/** Looks for messages: protocol section 6.6. */
@Paced
@Path("search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {
    private static final int MOST_TEXT = 300;
    private static final int MOST_WORD = 100;
    private static final long USUAL_LIMIT = 20;
    private static final long MOST_HITS = 50;

    @Inject
    private CurrentLogin login;

    @Inject
    private MessageSearch search;

    @GET
    public String find(@Context UriInfo uri) {
        Account account = login.account();
        Query query = new Query(uri.getQueryParameters()::getFirst);
        String before = query.has("before") ? query.text("before", 1, MOST_WORD) : null;
        Order order = Order.of(query.textOr("order", MOST_WORD, "newest"));
        Asked asked = new Asked(words(query), zone(query), order, before, limit(query));
        return search.find(account, asked).json();
    }

    /** PostgreSQL takes no NUL, be it in a name that is looked for. */
    private static String words(Query query) {
        String words = query.text("q", 1, MOST_TEXT);
        if (words.indexOf('\0') >= 0) throw Fields.bad("q", "must not have a NUL character");
        return words;
    }

    private static int limit(Query query) {
        long limit = query.numberOr("limit", USUAL_LIMIT);
        if (limit < 1 || limit > MOST_HITS) throw Fields.bad("limit", "must be 1 to " + MOST_HITS);
        return (int) limit;
    }

    private static ZoneId zone(Query query) {
        try {
            return ZoneId.of(query.textOr("zone", MOST_WORD, "UTC"));
        } catch (DateTimeException unknown) {
            throw Fields.bad("zone", "must be the name of a time zone, such as Europe/Berlin");
        }
    }
}
