package org.holdfast.lab;

import java.util.ArrayList;
import java.util.List;

/** What the virtual machines of the servers are started with. */
final class JvmOptions {
    /**
     * By default those of a server that lives for seconds, and is not worth compiling well: halves the processor time of a start. So is one
     * that goes on: the classes of each deployment are others. The room for classes begins large, since all is collected each time it grows.
     */
    static final List<String> USUAL =
            words("holdfast.test.jvm", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=192m");

    private static final List<String> HEAP = words("holdfast.test.heap", "-Xmx512m");

    private JvmOptions() {}

    private static List<String> words(String property, String usual) {
        return List.of(System.getProperty(property, usual).split(" "));
    }

    /** For a product that is started by a script. */
    static List<String> in(LabFolder folder) {
        var options = new ArrayList<>(USUAL);
        options.addAll(HEAP);
        // After a kill -9 nobody else would clear it away.
        options.add("-Djava.io.tmpdir=" + folder.temporary());
        return options;
    }
}
