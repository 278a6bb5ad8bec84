package org.holdfast.message;

import java.util.List;
import org.holdfast.log.Event;

/**
 * A message that is still to be read.
 *
 * @param event what was posted
 * @param text what it says now
 * @param files those that came with it
 * @param calls whom it calls now
 */
public record CurrentMessage(Event event, String text, List<MessageFile> files, List<Call> calls) {}
