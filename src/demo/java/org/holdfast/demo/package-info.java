/** A company's year of talk, the same each time, so that anyone can look at Holdfast as it is in use: {@code mvn -Pdemo}. */
package org.holdfast.demo;
