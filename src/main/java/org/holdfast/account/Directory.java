package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.AuthenticationException;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.OperationNotSupportedException;
import javax.naming.PartialResultException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.InvalidAttributeValueException;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** The company's directory (LDAP, Active Directory): finds people, and checks their passwords by binding as them (RFC 4513). */
@ApplicationScoped
public class Directory {
    private static final String TIMEOUT_MILLIS = "5000";
    /** One more than there may be. */
    private static final Logger LOG = System.getLogger(Directory.class.getName());

    private static final int MOST_FOUND = 2;

    private final Settings settings;

    @Inject
    public Directory(Settings settings) {
        this.settings = settings;
        if (settings.text(Setting.LDAP_URL).startsWith("ldap://"))
            LOG.log(Level.WARNING, Setting.LDAP_URL.key() + " is not ldaps: passwords go to the directory readable");
    }

    /** For the container's proxy. */
    protected Directory() {
        settings = null;
    }

    boolean isUsed() {
        return !settings.text(Setting.LDAP_URL).isEmpty();
    }

    /** Whose name and password these are; empty: nobody's, or of somebody who may not come in. */
    Optional<DirectoryPerson> authenticate(String name, String password) throws NamingException {
        // A bind without a password is anonymous, and succeeds: RFC 4513, section 5.1.2.
        if (password.isEmpty()) return Optional.empty();
        Optional<DirectoryPerson> found = find(name);
        return found.isPresent() && isRight(found.get().dn(), password) ? found : Optional.empty();
    }

    /** Empty: there is none of that name who may come in, or more than one. */
    Optional<DirectoryPerson> find(String name) throws NamingException {
        return find(settings.text(Setting.LDAP_FILTER), name);
    }

    /** The same by what {@link EntryId} says, whatever name they have now. */
    Optional<DirectoryPerson> findEntry(String id) throws NamingException {
        // Who is disabled there is not found by the filter, either.
        String anybody = settings.text(Setting.LDAP_FILTER).replace("{0}", "*");
        return find("(&(" + EntryId.name(id) + "={0})" + anybody + ")", EntryId.value(id));
    }

    private Optional<DirectoryPerson> find(String filter, Object argument) throws NamingException {
        DirContext context = bind(settings.text(Setting.LDAP_USER), settings.text(Setting.LDAP_PASSWORD));
        try {
            return only(search(context, filter, argument)).filter(this::mayEnter);
        } finally {
            context.close();
        }
    }

    private boolean mayEnter(DirectoryPerson person) {
        String group = settings.text(Setting.LDAP_MEMBERS);
        return group.isEmpty() || person.isIn(group);
    }

    /** The argument is put in by the library, which escapes what means something in a filter: RFC 4515, section 3. */
    private NamingEnumeration<SearchResult> search(DirContext context, String filter, Object argument)
            throws NamingException {
        SearchControls controls = new SearchControls();
        controls.setSearchScope(SearchControls.SUBTREE_SCOPE);
        controls.setCountLimit(MOST_FOUND);
        controls.setTimeLimit(Integer.parseInt(TIMEOUT_MILLIS));
        controls.setReturningAttributes(new String[] {
            settings.text(Setting.LDAP_NAME), settings.text(Setting.LDAP_GROUPS), EntryId.UUID, EntryId.GUID
        });
        return context.search(settings.text(Setting.LDAP_BASE), filter, new Object[] {argument}, controls);
    }

    private Optional<DirectoryPerson> only(NamingEnumeration<SearchResult> results) throws NamingException {
        DirectoryPerson found = null;
        try {
            while (results.hasMore()) {
                if (found != null) return Optional.empty();
                found = person(results.next());
            }
        } catch (PartialResultException referral) {
            // Active Directory names other servers at the end: what it knows itself is all there.
            return Optional.ofNullable(found);
        }
        return Optional.ofNullable(found);
    }

    private DirectoryPerson person(SearchResult result) throws NamingException {
        Attribute shown = result.getAttributes().get(settings.text(Setting.LDAP_NAME));
        return new DirectoryPerson(
                result.getNameInNamespace(),
                result.getName(),
                shown == null ? "" : String.valueOf(shown.get()),
                EntryId.of(result.getAttributes()),
                values(result.getAttributes().get(settings.text(Setting.LDAP_GROUPS))));
    }

    private static Set<String> values(Attribute attribute) throws NamingException {
        List<String> values = new ArrayList<>();
        if (attribute == null) return Set.of();
        NamingEnumeration<?> all = attribute.getAll();
        while (all.hasMore()) values.add(String.valueOf(all.next()));
        return ExternalPerson.normal(values);
    }

    private boolean isRight(String dn, String password) throws NamingException {
        try {
            bind(dn, password).close();
            return true;
        } catch (AuthenticationException | InvalidAttributeValueException | OperationNotSupportedException refused) {
            // Wrong; or, as some directories say it (results 19 and 53), locked.
            return false;
        }
    }

    private DirContext bind(String dn, String password) throws NamingException {
        // It would be anonymous, and find nobody.
        if (!dn.isEmpty() && password.isEmpty()) throw new NamingException("holdfast.ldap.password is not set");
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, settings.text(Setting.LDAP_URL));
        environment.put(Context.SECURITY_AUTHENTICATION, dn.isEmpty() ? "none" : "simple");
        environment.put(Context.SECURITY_PRINCIPAL, dn);
        environment.put(Context.SECURITY_CREDENTIALS, password);
        environment.put("java.naming.ldap.attributes.binary", EntryId.GUID);
        environment.put("com.sun.jndi.ldap.connect.timeout", TIMEOUT_MILLIS);
        environment.put("com.sun.jndi.ldap.read.timeout", TIMEOUT_MILLIS);
        return new InitialDirContext(environment);
    }
}
