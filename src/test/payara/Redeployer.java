import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * Payara Micro with its usual arguments, in which an application can be changed while the container goes on: {@code undeploy NAME} and
 * {@code deploy NAME CONTEXT-ROOT WAR}, a line each. Payara Micro has no other way: no folder that is watched, and no asadmin.
 */
public final class Redeployer {
    private Redeployer() {}

    public static void main(String[] arguments) throws BootstrapException, IOException {
        PayaraMicro.main(arguments);
        PayaraMicroRuntime runtime = PayaraMicro.getInstance().getRuntime();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) obey(order.split(" "), runtime);
    }

    private static void obey(String[] order, PayaraMicroRuntime runtime) {
        switch (order[0]) {
            case "undeploy" -> runtime.undeploy(order[1]);
            case "deploy" -> runtime.deploy(order[1], order[2], new File(order[3]));
            default -> throw new IllegalArgumentException(order[0]);
        }
        System.out.println("Done: " + String.join(" ", order));
    }
}
