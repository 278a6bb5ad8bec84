package org.holdfast.lab;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.util.LDAPSDKException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A company's directory, on a port of its own: people with passwords and groups. */
final class LdapServer implements AutoCloseable {
    static final String BASE = "ou=people,dc=example,dc=org";
    static final String READER = "cn=reader,dc=example,dc=org";
    static final String SECRET = "the reader's secret";
    static final String STAFF = "cn=staff,dc=example,dc=org";
    static final String ADMINS = "cn=admins,dc=example,dc=org";

    private final InMemoryDirectoryServer server;

    LdapServer() {
        try {
            var config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
            config.addAdditionalBindCredentials(READER, SECRET);
            // Nobody reads it as nobody.
            config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
            config.setSchema(null);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("people", InetAddress.getLoopbackAddress(), 0, null));
            server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=example,dc=org", "objectClass: domain", "dc: example");
            server.add("dn: " + BASE, "objectClass: organizationalUnit", "ou: people");
            server.startListening();
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    void add(String uid, String shown, String password, String... groups) {
        var entry = new ArrayList<>(List.of(
                "dn: uid=" + uid + "," + BASE,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "displayName: " + shown,
                "userPassword: " + password));
        for (var group : groups) entry.add("memberOf: " + group);
        change(() -> server.add(entry.toArray(String[]::new)));
    }

    void remove(String uid) {
        change(() -> server.delete("uid=" + uid + "," + BASE));
    }

    void rename(String uid, String next) {
        change(() -> server.modifyDN("uid=" + uid + "," + BASE, "uid=" + next, true));
    }

    void ungroup(String uid) {
        change(() -> server.modify(
                "dn: uid=" + uid + "," + BASE, "changetype: modify", "replace: memberOf", "memberOf: " + STAFF));
    }

    /** It answers nobody, until it is told to again. */
    void away() {
        server.shutDown(true);
    }

    private interface Change {
        void run() throws LDAPSDKException;
    }

    private static void change(Change change) {
        try {
            change.run();
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
