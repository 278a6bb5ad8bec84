import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collection;
import java.util.Properties;

/**
 * Payara Micro with its usual arguments, in which an application can be changed while the container goes on: {@code undeploy NAME} and
 * {@code deploy NAME CONTEXT-ROOT WAR}, a line each. Payara Micro has no other way: no folder that is watched, and no asadmin.
 *
 * <p>Each is answered with a line, {@code Done: ORDER NAME} or {@code Failed: ORDER NAME}; when the server is up, {@code Done: start -}.
 *
 * <p>{@code set NAME VALUE} sets a system property before that; {@code forget -} gives all that were set what they had at the start.
 */
public final class Redeployer {
    private static final Properties BEFORE = new Properties();
    private static final String NOTHING = "";

    private Redeployer() {}

    public static void main(String[] arguments) throws BootstrapException, IOException {
        PayaraMicro.main(arguments);
        PayaraMicroRuntime runtime = PayaraMicro.getInstance().getRuntime();
        System.out.println("Done: start -");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) answer(order.split(" ", 3), runtime);
    }

    /** Without the values: some are secrets, and a log that has none is looked through for them. */
    private static void answer(String[] order, PayaraMicroRuntime runtime) {
        boolean isDone = false;
        try {
            isDone = obey(order, runtime);
        } finally {
            System.out.println((isDone ? "Done: " : "Failed: ") + order[0] + " " + order[1]);
        }
    }

    private static boolean obey(String[] order, PayaraMicroRuntime runtime) {
        switch (order[0]) {
            case "undeploy" -> {
                runtime.undeploy(order[1]);
                return !isThere(order[1], runtime);
            }
            case "deploy" -> {
                String[] place = order[2].split(" ", 2);
                return runtime.deploy(order[1], place[0], new File(place[1]));
            }
            case "set" -> set(order[1], order[2]);
            case "forget" -> forget();
            default -> throw new IllegalArgumentException(order[0]);
        }
        return true;
    }

    /** Payara logs why it could not undeploy, and returns as if it had. */
    private static boolean isThere(String name, PayaraMicroRuntime runtime) {
        Collection<String> names = runtime.getDeployedApplicationNames();
        return names != null && names.contains(name);
    }

    private static void set(String name, String value) {
        BEFORE.putIfAbsent(name, System.getProperty(name, NOTHING));
        System.setProperty(name, value);
    }

    private static void forget() {
        for (String name : BEFORE.stringPropertyNames()) {
            if (BEFORE.getProperty(name).equals(NOTHING)) System.clearProperty(name);
            else System.setProperty(name, BEFORE.getProperty(name));
        }
        BEFORE.clear();
    }
}
