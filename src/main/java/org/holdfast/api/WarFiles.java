package org.holdfast.api;

import java.io.IOException;

/** Reads the files of the WAR. */
interface WarFiles {
    /** @return null where there is none */
    byte[] read(String path) throws IOException;
}
