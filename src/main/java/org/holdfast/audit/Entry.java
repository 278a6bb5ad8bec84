package org.holdfast.audit;

import org.holdfast.wire.JsonText;

/**
 * One line of the audit log.
 *
 * @param at milliseconds since 1970
 * @param actor the account that did it; 0: nobody that is signed in
 * @param actorName as it was then, or the name that was tried
 * @param subject to whom or what it was done; empty: to oneself
 * @param address where the request came from
 */
public record Entry(long id, long at, String action, long actor, String actorName, String subject, String address) {
    public String json() {
        return "{\"id\":" + id + ",\"at\":" + at + ",\"action\":\"" + action + "\""
                + (actor == 0 ? "" : ",\"actor\":" + actor) + ",\"actorName\":" + JsonText.quote(actorName)
                + ",\"subject\":" + JsonText.quote(subject) + ",\"address\":" + JsonText.quote(address) + "}";
    }
}
