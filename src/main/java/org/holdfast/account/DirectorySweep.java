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
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Asks the directory from time to time who is gone, and in which groups the others are. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DirectorySweep {
    private static final Logger LOG = System.getLogger(DirectorySweep.class.getName());

    @Inject
    Directory directory;

    @Inject
    DirectoryAccounts accounts;

    @Inject
    Settings settings;

    private long last;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        long every = settings.duration(Setting.LDAP_RECHECK);
        long now = System.nanoTime() / 1_000_000;
        if (!directory.isUsed() || every == 0 || now - last < every) return;
        last = now;
        try {
            accounts.sweep();
        } catch (Exception | Error e) {
            // It may be away: nobody is disabled for that. A container discards a timer whose call fails, and fails
            // again.
            LOG.log(Level.WARNING, "The directory can't be asked who is gone", e);
        }
    }
}
