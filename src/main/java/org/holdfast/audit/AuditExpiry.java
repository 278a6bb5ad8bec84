package org.holdfast.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Deletes what the audit log has kept for long enough, each hour. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditExpiry {
    private static final Logger LOG = System.getLogger(AuditExpiry.class.getName());

    @Inject
    AuditLog audit;

    @Schedule(hour = "*", persistent = false)
    void delete() {
        try {
            audit.deleteOld(System.currentTimeMillis());
        } catch (RuntimeException | Error e) {
            // It may go in an hour; a container discards a timer whose call fails, and fails again.
            LOG.log(Level.ERROR, "Old entries of the audit log could not be deleted", e);
        }
    }
}
