/**
 * The durable, gapless log. {@link org.holdfast.log.LogWriter} commits events in groups,
 * {@link org.holdfast.log.RoomLog} keeps the newest with their frame text, {@link org.holdfast.log.Pages} reads the older.
 */
package org.holdfast.log;
