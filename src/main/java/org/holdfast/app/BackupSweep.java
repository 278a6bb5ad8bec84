package org.holdfast.app;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.holdfast.db.BackupFolder;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Backs the embedded database up when that is due. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupSweep {
    private static final Logger LOG = System.getLogger(BackupSweep.class.getName());

    @Inject
    private Jdbi jdbi;

    @Inject
    private Settings settings;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sweep() {
        String folder = settings.text(Setting.BACKUP_FOLDER);
        if (folder.isEmpty()) return;
        try {
            backUp(new BackupFolder(jdbi, folder), Instant.now());
        } catch (RuntimeException | Error e) {
            // Tried again soon; a container discards a timer whose call fails, and fails again.
            LOG.log(Level.ERROR, "The database could not be backed up", e);
        }
    }

    private void backUp(BackupFolder folder, Instant now) {
        if (folder.isDue(now, Duration.ofMillis(settings.duration(Setting.BACKUP_INTERVAL))))
            folder.add(now, settings.number(Setting.BACKUP_KEEP));
    }
}
