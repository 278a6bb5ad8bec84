package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.util.List;

/** The live connections, as an administrator is told of them: protocol section 6.2. */
record LiveList(Person admin) {
    /** @param query from its question mark on */
    JsonObject ask(String query) {
        return admin.get("api/connections" + query).expect(200).json();
    }

    List<JsonObject> of(String name) {
        return ask("?limit=1000").getJsonArray("connections").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getJsonObject("user").getString("name").equals(name))
                .toList();
    }

    String idOf(String name) {
        return of(name).get(0).getString("id");
    }

    /** In milliseconds; -1: not known. */
    int roundTripOf(String name) {
        return of(name).get(0).getInt("roundTrip", -1);
    }

    static String id(JsonObject answer, int number) {
        return answer.getJsonArray("connections").getJsonObject(number).getString("id");
    }
}
