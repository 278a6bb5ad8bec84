/** Start, stop and the joints: makes the objects of the lowest floor and hands them to the others. */
package org.holdfast.app;
