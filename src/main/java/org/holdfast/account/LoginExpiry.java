package org.holdfast.account;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends login sessions whose time is over, each minute: a connection that nobody closes would outlive them. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginExpiry {

    private static final Logger LOG = System.getLogger(LoginExpiry.class.getName());

    @Inject
    LoginSessions logins;

    @Inject
    AccessTokens tokens;

    @Inject
    OneTimeTokens oneTime;

    @Inject
    Tickets tickets;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void end() {
        try {
            logins.endExpired();
            tokens.endExpired();
            tickets.deleteExpired();
            oneTime.deleteOld(System.currentTimeMillis());
        } catch (RuntimeException | Error e) {
            // The database may be back in a minute; a container discards a timer whose call fails, and fails again.
            LOG.log(Level.ERROR, "Login sessions whose time is over could not be ended", e);
        }
    }
}
