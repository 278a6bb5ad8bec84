/** Rooms and who is a member of them. A room is a log with a name. */
package org.holdfast.room;
