/**
 * What the nodes of one database tell each other: hints, so that nobody has to wait for the next look at the database. A hint may be lost, doubled
 * or come late, and nothing is lost, doubled or out of order by that.
 */
package org.holdfast.backplane;
