package org.holdfast.settings;

import static org.holdfast.settings.Kind.ADDRESS;
import static org.holdfast.settings.Kind.DURATION;
import static org.holdfast.settings.Kind.FLAG;
import static org.holdfast.settings.Kind.NUMBER;
import static org.holdfast.settings.Kind.TEXT;

import java.util.Locale;

/**
 * The catalogue of all that can be set: {@code src/docs/settings.md} is this list as a page, and a test holds the two
 * together.
 */
public enum Setting {
    CONFIG(
            "config",
            TEXT,
            "",
            "",
            "The properties file; empty: `holdfast.properties` in the data folder, if it exists"),
    DATA("data", TEXT, "./holdfast-data", "", "The folder of the embedded database and of files"),
    URL(
            "url",
            ADDRESS,
            "",
            "",
            "The public address, shown at start. With https: login cookies are `Secure` and `__Host-`, browsers are told to keep to"
                    + " https. With a name: pages of no other name may change things. Empty: the address that is asked for"),
    COOKIE(
            "cookie",
            TEXT,
            "holdfast",
            "",
            "Name of the login cookie; with an https `url` it begins with `__Host-`. Several instances behind one host name want different ones"),
    DATASOURCE("datasource", TEXT, "", "", "JNDI name of the server's own pool; empty: embedded H2 in the data folder"),
    DATABASE_URL(
            "database.url",
            Kind.DATABASE,
            "",
            "",
            "Address of a PostgreSQL database, for a pool of our own; empty: `datasource`, or embedded H2"),
    DATABASE_USER("database.user", TEXT, "", "", "Whom that database knows us as"),
    DATABASE_PASSWORD("database.password", Kind.SECRET, "", "", "The password for it; never printed"),
    DATABASE_PASSWORD_FILE(
            "database.password.file",
            TEXT,
            "",
            "",
            "A file that holds the password instead; empty: `database.password`"),
    DATABASE_TIMEOUT(
            "database.timeout",
            lasting("1s", "10m"),
            "30s",
            "ms",
            "How long an answer of a PostgreSQL database is waited for, in a pool of our own; a connection that is silent for longer is given up, for a new one"),
    DATABASE_IMPORT(
            "database.import",
            FLAG,
            "false",
            "",
            "Whether a start first moves the embedded database in `data` into the PostgreSQL that is named, which has to be empty; once that is done it has no effect"),
    BACKUP_FOLDER(
            "backup.folder",
            TEXT,
            "",
            "",
            "The folder in which copies of the embedded database are put, while the server goes on; empty: none are made"),
    BACKUP_INTERVAL(
            "backup.interval", lasting("1m", "30d"), "1d", "ms", "How old the last copy is when the next one is made"),
    BACKUP_KEEP("backup.keep", of(1, 10_000), "7", "copies", "Copies that are kept there; the oldest go"),
    POOL_SIZE("pool.size", of(2, 200), "10", "connections", "Connections to the database, in a pool of our own"),
    BACKPLANE_POLL(
            "backplane.poll",
            lasting("1s", "10m"),
            "1s",
            "ms",
            "On PostgreSQL: what other nodes wrote is looked for this often, in case their hints are lost"),
    BACKPLANE_HINTS(
            "backplane.hints",
            FLAG,
            "true",
            "",
            "On PostgreSQL: whether nodes tell each other what happened, by LISTEN and NOTIFY"),
    SIGN_UP("signup", FLAG, "true", "", "Whether anyone may make an account; the first account can always be made"),
    SIGN_UP_RATE(
            "signup.rate",
            of(0, 1_000_000),
            "200",
            "an hour",
            "Accounts that one address may make, and links for a new password that it may try; behind a proxy name that in `proxies`",
            "no limit"),
    ORIGINS(
            "origins",
            Kind.ORIGINS,
            "",
            "",
            "Pages of these origins may connect and change things; empty: only our own"),
    FRAME_ANCESTORS(
            "frame.ancestors",
            Kind.ORIGINS,
            "",
            "",
            "Pages of these origins may show Holdfast in a frame, besides our own; of the same site, or nobody is signed in there"),
    HSTS(
            "hsts",
            lasting("0", "3650d"),
            "365d",
            "ms",
            "With an `https` address in `url`: how long browsers come back by https alone",
            "never said"),

    LOGIN_LIFETIME("login.lifetime", lasting("1m", "3650d"), "30d", "ms", "How long a login session lasts"),
    LOGIN_CACHE("login.cache", of(0, 1_000_000), "10000", "login sessions", "Login sessions kept in memory", "none"),
    LOGIN_RECHECK(
            "login.recheck",
            lasting("0", "1h"),
            "10s",
            "ms",
            "How long a login session is believed before the database is asked again",
            "asked each time"),
    LOGIN_ATTEMPTS("login.attempts", of(0, 10_000), "10", "attempts", "Wrong passwords a name may have", "no limit"),
    LOGIN_PAUSE("login.pause", lasting("1s", "1d"), "5m", "ms", "After that time the wrong passwords are forgotten"),
    LDAP_URL(
            "ldap.url",
            Kind.DIRECTORY,
            "",
            "",
            "The directory whose people sign in with its passwords, `ldaps://directory.example`; empty: accounts of our own only"),
    LDAP_USER("ldap.user", TEXT, "", "", "Distinguished name with which people are looked up; empty: as nobody"),
    LDAP_PASSWORD("ldap.password", Kind.SECRET, "", "", "The password for it; never printed"),
    LDAP_BASE("ldap.base", TEXT, "", "", "Distinguished name below which people are looked up"),
    LDAP_FILTER(
            "ldap.filter",
            TEXT,
            "(uid={0})",
            "",
            "Finds a person by the name they sign in with; in Active Directory `(sAMAccountName={0})`"),
    LDAP_NAME("ldap.name", TEXT, "displayName", "", "The attribute with the name that others see"),
    LDAP_GROUPS("ldap.groups", TEXT, "memberOf", "", "The attribute with the groups of a person"),
    LDAP_MEMBERS("ldap.members", TEXT, "", "", "Distinguished name of the group that may sign in; empty: everybody"),
    LDAP_ADMINS(
            "ldap.admins",
            TEXT,
            "",
            "",
            "Distinguished name of the group that administers; empty: roles are given here"),
    LDAP_RECHECK(
            "ldap.recheck",
            lasting("0", "1d"),
            "15m",
            "ms",
            "How often the directory is asked who of those who are signed in is gone",
            "never"),
    OIDC_ISSUER(
            "oidc.issuer",
            ADDRESS,
            "",
            "",
            "The identity provider (OpenID Connect) where people sign in, as it calls itself; needs `url` and `oidc.client.id`; empty: none"),
    OIDC_LABEL("oidc.label", TEXT, "", "", "What the button calls it, \"Sign in with …\"; empty: the company account"),
    OIDC_CLIENT_ID("oidc.client.id", TEXT, "", "", "What the provider knows us as"),
    OIDC_CLIENT_SECRET(
            "oidc.client.secret",
            Kind.SECRET,
            "",
            "",
            "The secret that it gave us; never printed; empty: it gave none, and PKCE alone has to do"),
    OIDC_CLIENT_SECRET_FILE(
            "oidc.client.secret.file",
            TEXT,
            "",
            "",
            "A file that holds that secret instead; empty: `oidc.client.secret`"),
    OIDC_SCOPES("oidc.scopes", TEXT, "openid profile", "", "What it is asked for, separated by spaces"),
    OIDC_NAME("oidc.name", TEXT, "preferred_username", "", "The claim with the name of an account"),
    OIDC_DISPLAY_NAME("oidc.display.name", TEXT, "name", "", "The claim with the name that others see"),
    OIDC_GROUPS("oidc.groups", TEXT, "groups", "", "The claim with the groups of a person"),
    OIDC_MEMBERS("oidc.members", TEXT, "", "", "The group that may sign in; empty: everybody whom the provider knows"),
    OIDC_ADMINS("oidc.admins", TEXT, "", "", "The group that administers; empty: roles are given here"),
    OIDC_LOGOUT("oidc.logout", FLAG, "true", "", "Whether signing out here also ends the provider's session"),
    PRINCIPAL(
            "principal",
            Kind.PRINCIPAL,
            "",
            "",
            "`container`: whom the server knows by a sign-in of its own, or by a client certificate, need not sign in; empty: they do"),
    PRINCIPAL_HEADER(
            "principal.header",
            TEXT,
            "",
            "",
            "The header in which one of `proxies` names whom it signed in, such as `X-Remote-User`; empty: none"),
    PRINCIPAL_GROUPS(
            "principal.groups",
            TEXT,
            "",
            "",
            "The header in which it names their groups, separated by commas; empty: it does not"),
    PRINCIPAL_MEMBERS("principal.members", TEXT, "", "", "The group that may come in that way; empty: everybody"),
    PRINCIPAL_ADMINS("principal.admins", TEXT, "", "", "The group that administers; empty: roles are given here"),
    GROUPS_ROOMS(
            "groups.rooms",
            Kind.GROUPS,
            "",
            "",
            "Rooms that people are in because of a group: `sales => Lunch; cn=staff,dc=example,dc=org => #12`, by the name of a public one or the number of any"),
    INVITATION_LIFETIME("invitation.lifetime", lasting("1m", "365d"), "7d", "ms", "How long an invitation can be used"),
    RESET_LIFETIME("reset.lifetime", lasting("1m", "30d"), "1d", "ms", "How long a password reset can be used"),
    ACCESS_TOKENS("access.tokens", of(1, 10_000), "20", "tokens", "Access tokens of one account"),
    AUDIT_KEEP("audit.keep", lasting("0", "36500d"), "365d", "ms", "How long the audit log keeps an entry", "for ever"),
    PROXIES(
            "proxies",
            Kind.ADDRESSES,
            "",
            "",
            "IP addresses of the reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; empty: of none"),
    PASSWORD_ITERATIONS(
            "password.iterations",
            of(1_024, 10_000_000),
            "210000",
            "rounds",
            "Rounds of PBKDF2 with SHA-512; fewer than 100,000 are for tests, and the log warns of them"),

    HEARTBEAT_INTERVAL("heartbeat.interval", lasting("1s", "10m"), "20s", "ms", "The server says its heads this often"),
    HEARTBEAT_SILENCE(
            "heartbeat.silence",
            lasting("2s", "20m"),
            "50s",
            "ms",
            "A client gives up after this silence; more than" + " `heartbeat.interval`"),
    HEARTBEAT_EVICT(
            "heartbeat.evict",
            lasting("3s", "30m"),
            "90s",
            "ms",
            "The server closes a connection after this silence;" + " more than `heartbeat.silence`"),
    HELLO_LIMIT("hello.limit", lasting("100ms", "10m"), "10s", "ms", "A connection that said no `hello` is closed"),
    SEND_LIMIT("send.limit", lasting("100ms", "10m"), "10s", "ms", "A send that takes longer: a slow consumer, closed"),
    DRAIN_LIMIT("drain.limit", lasting("0", "10m"), "10s", "ms", "How long a stop waits for open work", "no wait"),
    DRAIN_SPREAD(
            "drain.spread",
            lasting("0", "1h"),
            "10s",
            "ms",
            "Over that time a drain sends the connections away",
            "all at once"),
    CONNECTIONS("connections.max", of(0, 10_000_000), "0", "connections", "Connections of this server", "no limit"),
    CONNECTIONS_PER_ACCOUNT(
            "connections.per.account", of(0, 1_000_000), "10", "connections", "Connections of one account", "no limit"),
    HANDSHAKES(
            "handshakes",
            of(0, 1_000_000),
            "4",
            "handshakes",
            "WebSocket handshakes that go on at once; others wait, 10 s at most",
            "as many as the server has threads for"),
    RECONNECT_RATE(
            "reconnect.rate",
            of(0, 1_000_000),
            "500",
            "a second",
            "Clients that may come back, each second",
            "no limit"),

    RECONNECT_WAITING("reconnect.waiting", of(1, 10_000_000), "20000", "clients", "Reconnect streams that may be open"),
    SSE_LIFE(
            "sse.life",
            lasting("0", "1d"),
            "15m",
            "ms",
            "How long an event stream lasts, a fifth more or less",
            "no end"),
    POLL_INTERVAL(
            "poll.interval",
            lasting("0", "10m"),
            "2s",
            "ms",
            "A short poll is told to come back after that time",
            "at once"),
    HEARTBEAT_SOCKETS("heartbeat.sockets", of(1, 1_000_000), "100", "sockets", "Connections of `ws/heartbeat`"),
    MESSAGE_BYTES("message.bytes", of(1_024, 16_777_216), "65536", "bytes", "Most of one message to the server"),
    FRAME_BYTES("frame.bytes", of(1_024, 16_777_216), "65536", "bytes", "Most joined into one message to a client"),
    TEXT_LENGTH(
            "text.length",
            of(1, 1_000_000),
            "8000",
            "UTF-16 units",
            "Most of one posted text; six times this, and" + " 1024, fit into `message.bytes`"),
    COMMANDS_PER_MESSAGE("commands.per.message", of(1, 10_000), "64", "frames", "Most frames of one message"),
    COMMANDS_RATE(
            "commands.rate",
            of(0, 1_000_000),
            "50",
            "a second",
            "Commands of one account, `api/rooms` requests among them, over time",
            "no limit"),
    COMMANDS_BURST("commands.burst", of(1, 10_000_000), "500", "commands", "Commands that an account may send at once"),
    COMMANDS_BAN(
            "commands.ban",
            lasting("0", "1h"),
            "10s",
            "ms",
            "How long an account that was closed for going on too fast can't connect",
            "it may come back at once"),
    MENTIONS_PEOPLE(
            "mentions.people",
            of(0, 1_000_000),
            "0",
            "accounts",
            "In rooms of more people only those who moderate them call everybody by @room and @here",
            "all who may post do"),
    PRESENCE_PEOPLE(
            "presence.people",
            of(0, 1_000_000),
            "1000",
            "accounts",
            "With more present in a room, its members are not told who",
            "presence is never told"),
    PRESENCE_GRACE(
            "presence.grace",
            lasting("2s", "10m"),
            "15s",
            "ms",
            "How long somebody is still shown when the connection has ended"),
    PRESENCE_WAKES(
            "presence.wakes",
            of(1, 10_000_000),
            "1000",
            "connections a second",
            "Woken for presence or typing alone; then the rooms that are left wait"),
    TYPING_LEASE("typing.lease", lasting("2s", "1m"), "6s", "ms", "Whoever types says so again within this time"),
    TOPICS("topics.max", of(1, 100_000), "100", "topics", "Topics of event streams"),
    TOPIC_TOKENS("topic.tokens", of(1, 10_000), "20", "tokens", "Tokens of one topic"),
    TOPIC_EVENTS("topic.events", of(1, 100_000_000), "100000", "events", "Most events that a durable topic keeps"),
    RETENTION_INTERVAL(
            "retention.interval",
            lasting("1s", "1d"),
            "1m",
            "ms",
            "Events that need not be kept are deleted this often"),
    STREAMS_RATE(
            "streams.rate",
            of(0, 1_000_000),
            "100",
            "a second",
            "Events that one token or account may publish, over time",
            "no limit"),
    STREAMS_BURST("streams.burst", of(1, 10_000_000), "1000", "events", "Events that it may publish at once"),
    STREAMS_PER_ACCOUNT(
            "streams.per.account",
            of(0, 1_000_000),
            "50",
            "connections",
            "Readers of event streams of one token or account",
            "no limit"),
    STREAMS_ANONYMOUS(
            "streams.anonymous",
            of(0, 1_000_000),
            "1000",
            "connections",
            "Readers of public event streams that are not signed in, all together",
            "none"),
    FILES_FOLDER(
            "files.folder",
            TEXT,
            "",
            "",
            "The folder of uploaded files, the same for all nodes; empty: `files` in the data folder"),
    SEARCH_FOLDER(
            "search.folder",
            TEXT,
            "",
            "",
            "The folder of this node's search index, which is only a copy; empty: `search` in the data folder"),
    SEARCH_TIME("search.time", lasting("100ms", "1m"), "2s", "ms", "Longest a search may take"),
    FILES_SIZE("files.size", of(1, 2_000), "50", "MB", "Most of one file"),
    FILES_QUOTA("files.quota", of(0, 1_000_000_000), "10000", "MB", "Most of the files of one account", "no limit"),
    FILES_UPLOADS(
            "files.uploads", of(1, 10_000), "20", "uploads", "Uploads at once; each holds a thread of the server"),
    FILES_UPLOADS_PER_ACCOUNT("files.uploads.per.account", of(1, 100), "4", "uploads", "Those of one account"),
    FILES_DOWNLOADS(
            "files.downloads",
            of(1, 10_000),
            "100",
            "downloads",
            "Downloads at once, pictures too; each holds a thread of Holdfast's own"),
    FILES_DOWNLOADS_PER_ACCOUNT("files.downloads.per.account", of(1, 100), "4", "downloads", "Those of one account"),
    FILES_DOWNLOADS_WAITING(
            "files.downloads.waiting",
            of(0, 10_000),
            "200",
            "downloads",
            "Downloads of one account that may wait for their turn; more are `busy`",
            "none"),
    FILES_TIME(
            "files.time",
            lasting("10s", "1d"),
            "10m",
            "ms",
            "An upload that takes longer is refused, a download is broken off and can be gone on with"),
    IMAGES_PIXELS(
            "images.pixels", of(0, 2_000), "50", "million pixels", "Larger images are files like any other", "all are"),
    IMAGES_THREADS(
            "images.threads",
            of(1, 100),
            "1",
            "images",
            "Images that are made smaller at once; each takes up to 130 MB meanwhile"),
    ROOMS_PER_ACCOUNT("rooms.per.account", of(1, 100_000), "1000", "rooms", "Rooms that one account may be in"),
    POSTS_IN_FLIGHT("posts.in.flight", of(1, 100_000), "256", "posts", "Unanswered posts of one connection"),
    SNAPSHOT_EVENTS("snapshot.events", of(0, 1_000), "20", "events", "Events a log begins with when it is new", "none"),
    RING_SIZE("ring.size", of(16, 1_048_576), "1024", "events", "Newest events of a log that are kept in memory"),
    RING_CHARS(
            "ring.chars",
            of(65_536, 2_000_000_000),
            "4194304",
            "characters",
            "The same, by the length of their frames; the newest is always kept"),
    WRITER_QUEUE("writer.queue", of(1, 1_000_000), "10000", "commands", "Commands that may wait; more are `busy`"),
    WRITER_BATCH(
            "writer.batch",
            of(1, 10_000),
            "256",
            "commands",
            "Most commands of one commit; at most" + " `writer.queue`"),
    MEMBERSHIP_CACHE(
            "membership.cache", of(100, 10_000_000), "100000", "accounts", "Accounts whose rooms are kept in memory"),
    PAGE_CACHE(
            "page.cache", of(65_536, 2_000_000_000), "33554432", "characters", "Older events that are kept in memory"),
    PUMP_THREADS("pump.threads", of(0, 1_000), "0", "threads", "Threads that send", "one a processor"),
    CLOSE_THREADS("close.threads", of(1, 1_000), "8", "threads", "Threads that end connections and send notices"),
    ANSWER_THREADS("answer.threads", of(1, 1_000), "8", "threads", "Threads that answer polls and commands over HTTP"),
    WORKER_THREADS("worker.threads", of(1, 1_000), "8", "threads", "Threads that read older events");

    private final String key;
    private final Allowed allowed;
    private final String standard;
    private final String unit;
    private final String meaning;
    private final String zero;

    Setting(String key, Allowed allowed, String standard, String unit, String meaning, String... zero) {
        this.key = "holdfast." + key;
        this.allowed = allowed;
        this.standard = standard;
        this.unit = unit;
        this.meaning = meaning;
        this.zero = zero.length == 0 ? "" : zero[0];
    }

    Setting(String key, Kind kind, String standard, String unit, String meaning) {
        this(key, new Allowed(kind, 0, 0), standard, unit, meaning);
    }

    /** The name of the system property, and in the properties file. */
    public String key() {
        return key;
    }

    /** The name of the environment variable. */
    public String environmentName() {
        return key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    public Kind kind() {
        return allowed.kind();
    }

    /** The values it may have, in words. */
    public String allowed() {
        return allowed.inWords();
    }

    /** The value when nothing is set. */
    public String standard() {
        return standard;
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** What 0 means; empty when 0 is not allowed, or nothing special. */
    public String zero() {
        return zero;
    }

    Object read(String text) {
        return allowed.read(text);
    }

    /** The text of a value as it may be printed. */
    String shown(String text) {
        return kind().shown(text);
    }

    private static Allowed of(long least, long most) {
        return new Allowed(NUMBER, least, most);
    }

    private static Allowed lasting(String least, String most) {
        return new Allowed(DURATION, (Long) DURATION.read(least), (Long) DURATION.read(most));
    }
}
