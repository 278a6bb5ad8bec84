package org.holdfast.bench;

import java.nio.file.Path;
import java.util.List;

/** A server that is a class on this program's class path, in a virtual machine of its own. */
record ClassOnPath(Class<?> main) implements Program {
    @Override
    public List<String> command(Path folder, int port) {
        String path = System.getProperty("java.class.path");
        return List.of(Installed.java(), "-Xmx1g", "-classpath", path, main.getName(), "" + port);
    }

    @Override
    public String readyPath() {
        return "about";
    }
}
