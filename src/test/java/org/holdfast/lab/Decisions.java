package org.holdfast.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is expected when somebody asks something: protocol section 6.1. By HTTP status, that of a refused command included; of a WebSocket
 * 101, or the code with which it is closed.
 */
final class Decisions {
    /** The columns of what is of no one room. */
    static final List<String> ROLES = List.of("nobody", "guest", "member", "bot", "admin");

    /** Those of what is of a room, for each kind of it. */
    static final List<String> MEMBERSHIPS = List.of("none", "read-only", "member", "moderator", "owner");

    static final List<String> KINDS = List.of("public", "private", "direct");

    private static final String OF_THE_SITE = """
                                               nobody guest member bot admin
            GET api/health/live               | 200    200   200    200  200
            GET api/health/ready              | 200    200   200    200  200
            GET api/openapi.json              | 200    200   200    200  200
            GET api/reconnect                 | 200    200   200    200  200
            POST api/accounts                 | 201    201   201    201  201
            GET api/login                     | 200    200   200    200  200
            POST api/login                    | 200    200   200    200  200
            GET api/oidc/login                | 404    404   404    404  404
            GET api/oidc/callback             | 404    404   404    404  404
            POST api/oidc/logout              | 404    404   404    404  404
            POST api/principal                | 404    404   404    404  404
            POST api/logout                   | 204    204   204    204  204
            GET api/session                   | 401    200   200    200  200
            GET api/accounts                  | 401    403   403    403  200
            PATCH api/accounts/{account}      | 401    403   403    403  204
            POST api/accounts/{account}/reset | 401    403   403    403  201
            GET api/invitations               | 401    403   403    403  200
            POST api/invitations              | 401    403   403    403  201
            DELETE api/invitations/{id}       | 401    403   403    403  404
            GET api/connections               | 401    403   403    403  200
            DELETE api/connections/{id}       | 401    403   403    403  404
            GET api/rooms/all                 | 401    403   403    403  200
            GET api/audit                     | 401    403   403    403  200
            GET api/logins                    | 401    200   200    200  200
            DELETE api/logins                 | 401    204   204    204  204
            DELETE api/logins/{id}            | 401    404   404    404  404
            PUT api/password                  | 401    204   204    204  204
            POST api/password                 | 403    403   403    403  403
            GET api/tokens                    | 401    200   200    200  200
            POST api/tokens                   | 401    201   201    201  201
            DELETE api/tokens/{id}            | 401    404   404    404  404
            POST api/tickets                  | 401    201   201    201  201
            GET api/people                    | 401    200   200    200  200
            GET api/profiles                  | 401    200   200    200  200
            GET api/profiles/{account}/picture | 401   404   404    404  404
            DELETE api/accounts/{account}/picture | 401 403  403    403  204
            PATCH api/profile                 | 401    204   204    204  204
            PUT api/profile/picture           | 401    415   415    415  415
            DELETE api/profile/picture        | 401    204   204    204  204
            PUT api/profile/status            | 401    204   204    204  204
            GET api/unread                    | 401    200   200    200  200
            GET api/preferences               | 401    200   200    200  200
            PATCH api/preferences             | 401    204   204    204  204
            GET api/drafts                    | 401    200   200    200  200
            GET api/threads                   | 401    200   200    200  200
            GET api/mentions                  | 401    200   200    200  200
            GET api/rooms                     | 401    200   200    200  200
            GET api/search                    | 401    200   200    200  200
            POST api/rooms                    | 401    403   201    403  201
            POST api/direct                   | 401    403   200    403  200
            POST api/commands                 | 401    200   200    200  200
            GET api/poll                      | 401    200   200    200  200
            POST api/poll                     | 401    200   200    200  200
            GET sse/chat                      | 401    200   200    200  200
            POST sse/chat                     | 401    200   200    200  200
            WS ws/chat                        | 4401   101   101    101  101
            WS ws/heartbeat                   | 101    101   101    101  101
            command hello                     | 401    403   403    403  403
            command ping                      | 401    200   200    200  200
            command presence                  | 401    200   200    200  200
            POST api/drain                    | 401    403   403    403  204
            DELETE api/drain                  | 401    403   403    403  204
            GET api/streams                   | 200    200   200    200  200
            POST api/streams                  | 401    403   403    403  201
            GET api/streams/{topic}           | 401    403   200    200  200
            POST api/streams/{topic}          | 401    403   200    200  200
            GET sse/streams/*                 | 401    403   200    200  200
            WS ws/streams/{topic}             | 4401   4403  101    101  101
            GET api/streams/{topic}/tokens    | 401    403   403    403  200
            POST api/streams/{topic}/tokens   | 401    403   403    403  201
            DELETE api/streams/{topic}/tokens/{id} | 401 403 403    403  204
            DELETE api/streams/{topic}        | 401    403   403    403  204
            """;

    /** In a direct room there are only those who are not in it, and members. Nobody who is not signed in is told more than 401. */
    private static final String OF_A_ROOM = """
                                             public                      private                     direct
                                             none r-o  mem  mod  own     none r-o  mem  mod  own     none mem
            GET api/rooms/{room}/events
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            GET api/rooms/{room}/members
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            GET api/rooms/{room}/files/{file}
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            POST api/rooms/{room}/files
              guest member bot admin       | 404  403  201  201  201   | 404  403  201  201  201   | 404  201
            PATCH api/rooms/{room}/preferences
              guest member bot admin       | 404  204  204  204  204   | 404  204  204  204  204   | 404  204
            PUT api/rooms/{room}/draft
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            command read
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            command post
              guest member bot admin       | 404  403  200  200  200   | 404  403  200  200  200   | 404  200
            command typing
              guest member bot admin       | 404  403  200  200  200   | 404  403  200  200  200   | 404  200
            GET api/rooms/{room}/messages/{message}
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            GET api/rooms/{room}/messages/{message}/edits
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            GET api/rooms/{room}/messages/{message}/thread
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            GET api/rooms/{room}/messages/{message}/readers
              guest member bot admin       | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
            GET api/rooms/{room}/threads/{message}
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            PATCH api/rooms/{room}/threads/{message}
              guest member bot admin       | 404  204  204  204  204   | 404  204  204  204  204   | 404  204
            GET api/rooms/{room}/pins
              guest member bot admin       | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
            command react
              guest member bot admin       | 404  403  200  200  200   | 404  403  200  200  200   | 404  200
            command pin
              guest member bot admin       | 404  403  200  200  200   | 404  403  200  200  200   | 404  200
            command edit
              guest member bot admin       | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
            command delete
              guest bot                    | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
              member                       | 404  403  403  200  200   | 404  403  403  200  200   | 404  403
              admin                        | 404  200  200  200  200   | 404  403  403  200  200   | 404  403
            PATCH api/rooms/{room}
              guest bot                    | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
              member                       | 404  403  403  204  204   | 404  403  403  204  204   | 404  403
              admin                        | 404  204  204  204  204   | 404  403  403  204  204   | 404  403
            PUT api/rooms/{room}/members/{account}
              guest bot                    | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
              member                       | 404  403  403  403  204   | 404  403  403  403  204   | 404  403
              admin                        | 404  204  204  204  204   | 404  403  403  403  204   | 404  403
            POST api/rooms/{room}/members
              guest bot                    | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
              member                       | 404  403  403  204  204   | 404  403  403  204  204   | 404  403
              admin                        | 404  204  204  204  204   | 404  403  403  204  204   | 404  403
            DELETE api/rooms/{room}/members/{account}
              guest bot                    | 404  403  403  403  403   | 404  403  403  403  403   | 404  403
              member                       | 404  403  403  204  204   | 404  403  403  204  204   | 404  403
              admin                        | 404  204  204  204  204   | 404  403  403  204  204   | 404  403
            POST api/rooms/{room}/leave
              guest member bot admin       | 404  204  204  204  204   | 404  204  204  204  204   | 404  403
            POST api/rooms/{room}/join
              guest                        | 404  200  200  200  200   | 404  200  200  200  200   | 404  200
              member bot admin             | 200  200  200  200  200   | 404  200  200  200  200   | 404  200
            """;

    /** One answer that is expected. */
    record OfSite(String asked, String role, int answer) {}

    record OfRoom(String asked, String role, String kind, String membership, int answer) {}

    private Decisions() {}

    /** In the order in which they can be asked: what ends a thing comes last. */
    static List<OfSite> ofTheSite() {
        var all = new ArrayList<OfSite>();
        OF_THE_SITE.lines().filter(line -> line.contains("|")).forEach(line -> {
            var cells = line.split("\\|");
            var answers = answers(cells[1]);
            for (int n = 0; n < ROLES.size(); n++) all.add(new OfSite(cells[0].strip(), ROLES.get(n), answers.get(n)));
        });
        return all;
    }

    static List<OfRoom> ofRooms() {
        var all = new ArrayList<OfRoom>();
        var asked = "";
        for (var line : OF_A_ROOM.lines().skip(2).toList()) {
            if (line.contains("|")) all.addAll(ofRooms(asked, line.split("\\|")));
            else asked = line.strip();
        }
        return all;
    }

    private static List<OfRoom> ofRooms(String asked, String[] cells) {
        var all = new ArrayList<OfRoom>();
        for (var role : cells[0].strip().split(" +")) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                var answers = answers(cells[1 + kind]);
                var memberships = answers.size() == MEMBERSHIPS.size() ? MEMBERSHIPS : List.of("none", "member");
                for (int n = 0; n < answers.size(); n++)
                    all.add(new OfRoom(asked, role, KINDS.get(kind), memberships.get(n), answers.get(n)));
            }
        }
        return all;
    }

    private static List<Integer> answers(String cells) {
        return Arrays.stream(cells.strip().split(" +")).map(Integer::valueOf).toList();
    }

    /** All that has an answer for each role. */
    static Set<String> complete() {
        var asked = ofRooms().stream().map(OfRoom::asked).collect(Collectors.toCollection(TreeSet::new));
        asked.removeIf(each ->
                ofRooms().stream().filter(cell -> cell.asked().equals(each)).count() != 4 * 12);
        ofTheSite().forEach(cell -> asked.add(cell.asked()));
        return asked;
    }
}
