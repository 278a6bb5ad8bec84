package org.holdfast.file;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes away files that nobody needs, each hour. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileSweep {
    private static final Logger LOG = System.getLogger(FileSweep.class.getName());

    @Inject
    RoomFiles files;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        try {
            files.sweep(System.currentTimeMillis());
        } catch (RuntimeException | Error e) {
            // They may go in an hour; a container discards a timer whose call fails, and fails again.
            LOG.log(Level.ERROR, "Files that nobody needs could not be taken away", e);
        }
    }
}
