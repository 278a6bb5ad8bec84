package org.holdfast.search;

import java.time.ZoneId;

/**
 * What somebody asks for.
 *
 * @param text as they wrote it
 * @param zone where their days begin
 * @param before the mark that the answer before ended with; null: from the first on
 * @param limit of hits
 */
public record Asked(String text, ZoneId zone, Order order, String before, int limit) {}
