/** What people attach to their messages. Contents are in a folder, by their hash; who may have them is in the database. */
package org.holdfast.file;
