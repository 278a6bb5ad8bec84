/** The JavaScript library as others have it: in node, as a package, beside foreign clients, in a browser without Holdfast. */
package org.holdfast.library;
