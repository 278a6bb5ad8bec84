package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.delivery.Start;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.TopicFollowing;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.stream.Credentials;
import org.holdfast.stream.Topic;
import org.holdfast.stream.TopicAccess;
import org.holdfast.stream.TopicLogs;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** Begins what a reader of a topic is sent. One path for all transports. */
@ApplicationScoped
public class TopicGreeting {
    private final Logins logins;
    private final TopicAccess access;
    private final TopicLogs logs;
    private final TopicFollowing following;
    private final String rules;

    @Inject
    public TopicGreeting(
            Logins logins, TopicAccess access, TopicLogs logs, TopicFollowing following, Settings settings) {
        this.logins = logins;
        this.access = access;
        this.logs = logs;
        this.following = following;
        this.rules = "\"limits\":{\"messageBytes\":" + settings.number(Setting.MESSAGE_BYTES)
                + "},\"timings\":{\"pingInterval\":" + settings.duration(Setting.HEARTBEAT_INTERVAL)
                + ",\"silenceLimit\":" + settings.duration(Setting.HEARTBEAT_SILENCE) + "}";
    }

    /** For the container's proxy. */
    protected TopicGreeting() {
        logins = null;
        access = null;
        logs = null;
        following = null;
        rules = null;
    }

    /** @throws Refusal {@code login_required}, {@code forbidden}, {@code not_found} */
    public TopicReading reading(String name, Credentials shown, TopicHello hello) {
        Topic topic = access.topic(name, shown);
        Login reader = access.reader(topic, shown);
        return new TopicReading(topic, shown, reader, hello.start(logs.open(topic)));
    }

    /** Welcomes, then sends what the reader lacks. */
    public void greet(Subscriber subscriber, TopicReading reading) {
        if (!isStillWelcome(subscriber, reading)) return;
        subscriber.reply(welcome(reading));
        following.begin(subscriber, reading.start());
    }

    /** Welcomes only who can't just go on: for polls, which come each time. */
    public void resume(Subscriber subscriber, TopicReading reading, boolean hasCursor) {
        if (!hasCursor || reading.start().reset() != null) greet(subscriber, reading);
        else if (isStillWelcome(subscriber, reading)) following.begin(subscriber, reading.start());
    }

    /** Revoked or signed out in between: whoever closes its connections did not see this one yet. */
    private boolean isStillWelcome(Subscriber subscriber, TopicReading reading) {
        if (isWelcome(reading)) return true;
        subscriber.close(CloseCode.POLICY);
        return false;
    }

    private boolean isWelcome(TopicReading reading) {
        try {
            access.reader(reading.topic(), reading.shown());
            return reading.shown().login().map(logins::isStill).orElse(true);
        } catch (Refusal refusal) {
            return false;
        }
    }

    private String welcome(TopicReading reading) {
        Start start = reading.start();
        String topic = "{\"name\":\"" + reading.topic().name() + "\",\"durable\":"
                + reading.topic().isDurable() + "," + start.json() + ",\"publish\":"
                + access.publishes(reading.topic(), reading.reader()) + "}";
        return Frames.frame("welcome", "{\"topic\":" + topic + "," + rules + "}");
    }
}
