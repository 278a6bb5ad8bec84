/**
 * Who is here and who types: protocol section 4.2. Not events: newest wins, and what is lost heals by itself. A session says that its person is
 * there, for a while ({@link org.holdfast.presence.Presences}); each room's {@link org.holdfast.presence.Roster} is what its members are told, also of how
 * those people show themselves.
 */
package org.holdfast.presence;
