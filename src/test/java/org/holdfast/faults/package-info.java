/**
 * The fault laboratory: seeded schedules of mishaps, between clients and in the server, and the judgement of what came of them. The
 * {@link org.holdfast.faults.Taps} are put into a copy of the WAR; the product knows nothing of them.
 */
package org.holdfast.faults;
