package org.holdfast.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the data folder of a company that has used Holdfast for a year; one that is there stays as it is. For a person at a
 * command line, who is told how to sign in.
 */
public final class Demo {
    private static final PrintStream OUT = System.out;

    private Demo() {}

    /** @param arguments the folder, how many messages in all, how many of them in the largest room */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        if (Files.exists(folder)) OUT.println("The demonstration in " + folder + " is there already.");
        else make(folder, Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        OUT.println("Sign in as one of these, with the password \"" + Person.PASSWORD
                + "\"; the first is the administrator:");
        OUT.println("  " + String.join(" ", names()));
    }

    /** Under another name until it is whole. */
    public static void make(Path folder, long messages, long largest) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + "-unfinished");
        remove(unfinished);
        OUT.println("Writing a year of talk, " + messages + " messages, into " + folder);
        Year.write(unfinished, messages, largest);
        Files.move(unfinished, folder);
    }

    private static List<String> names() {
        return Script.read("people.txt")
                .lines()
                .map(line -> line.split(" \\| ")[0])
                .toList();
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
