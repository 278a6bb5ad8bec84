import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publishes to the topics of {@code lab/streams/}, as any program would: over HTTP, with a token of each topic. It needs nothing but a JDK:
 *
 * <pre>HOLDFAST_PASSWORD=… java src/examples/Demo.java http://localhost:8080/ admin</pre>
 *
 * It signs in as an administrator to make the topics and a token for each; a program of yours is given its token and skips that.
 */
public final class Demo {
    private static final Map<String, String> TOPICS = Map.of(
            "demo-clock", "\"durable\":false",
            "demo-ticker", "\"keepEvents\":500",
            "demo-match", "\"keepEvents\":100,\"publishers\":\"members\"",
            "demo-map", "\"durable\":false,\"publishers\":\"members\"",
            "demo-text", "\"keepEvents\":1000,\"publishers\":\"members\"");
    private static final Pattern OLD_TOKEN = Pattern.compile("\\{\"id\":(\\d+),\"name\":\"demo\"");
    private static final Pattern SECRET = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final List<String> PLAYERS = List.of("Ada", "Grace", "Edsger", "Barbara", "Niklaus");
    private static final int LAST_MINUTE = 90;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Double> prices = new LinkedHashMap<>(Map.of("HOLD", 42.0, "FAST", 17.5, "ROPE", 99.9));
    private final URI base;
    private String cookie = "";
    private int minute = LAST_MINUTE;
    private int home;
    private int guest;
    private double angle;

    private Demo(URI base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        Demo demo = new Demo(URI.create(arguments[0]));
        demo.signIn(arguments[1], System.getenv("HOLDFAST_PASSWORD"));
        for (var topic : TOPICS.entrySet()) demo.prepare(topic.getKey(), topic.getValue());
        demo.run();
    }

    private void signIn(String name, String password) throws Exception {
        String login = "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
        HttpResponse<String> answer = checked(post("api/login", login));
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** Makes the topic, unless it is there, and a new token in place of the one of the last run. */
    private void prepare(String topic, String manner) throws Exception {
        post("api/streams", "{\"name\":\"" + topic + "\"," + manner + "}");
        String path = "api/streams/" + topic + "/tokens";
        Matcher old = OLD_TOKEN.matcher(checked(send(request(path).GET())).body());
        while (old.find()) checked(send(request(path + "/" + old.group(1)).DELETE()));
        Matcher secret = SECRET.matcher(checked(post(path, "{\"name\":\"demo\"}")).body());
        if (secret.find()) tokens.put(topic, secret.group(1));
    }

    private void run() {
        var timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.SECONDS);
        timer.scheduleAtFixedRate(this::drive, 0, 500, TimeUnit.MILLISECONDS);
        System.out.println("Publishing to " + tokens.keySet() + ". See " + base.resolve("lab/streams/"));
    }

    private void tick() {
        LocalTime now = LocalTime.now().truncatedTo(ChronoUnit.SECONDS);
        publish("demo-clock", "tick", "{\"time\":\"%tT\"}", now);
        prices.replaceAll((symbol, price) -> Math.max(1, price * (1 + random.nextGaussian() / 200)));
        prices.forEach((symbol, price) ->
                publish("demo-ticker", "price", "{\"symbol\":\"%s\",\"price\":%.2f}", symbol, price));
        play();
    }

    private void play() {
        if (++minute > LAST_MINUTE) {
            minute = home = guest = 0;
            publish("demo-match", "kick-off", "{}");
        }
        if (random.nextInt(10) > 0) return;
        boolean isHome = random.nextBoolean();
        if (isHome) home++;
        else guest++;
        String by = PLAYERS.get(random.nextInt(PLAYERS.size()));
        publish("demo-match", "goal", "{\"home\":%d,\"guest\":%d,\"minute\":%d,\"by\":\"%s\"}", home, guest, minute, by);
    }

    private void drive() {
        angle += 0.05;
        double across = 48 + 26 * Math.cos(angle);
        double down = 48 + 26 * Math.sin(angle);
        publish("demo-map", "position", "{\"who\":\"bus 12\",\"x\":%.1f,\"y\":34}", across);
        publish("demo-map", "position", "{\"who\":\"tram 7\",\"x\":62,\"y\":%.1f}", down);
    }

    /** What is lost while the server is away is lost: the next one says more. */
    private void publish(String topic, String event, String json, Object... values) {
        String path = "api/streams/" + topic + "?event=" + event;
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + tokens.get(topic))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(String.format(Locale.ROOT, json, values)));
        try {
            checked(send(request));
        } catch (IOException | InterruptedException | IllegalStateException e) {
            System.err.println(topic + ": " + e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json");
        // Whoever shows the cookie says where that comes from, as browsers do: see section 6 of the protocol.
        String origin = base.getScheme() + "://" + base.getAuthority();
        return cookie.isEmpty() ? request : request.header("Cookie", cookie).header("Origin", origin);
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() < 300) return answer;
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
}
