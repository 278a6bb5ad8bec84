package org.holdfast.account;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Ends login sessions whose time is over, each minute: a connection that nobody closes would outlive them. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginExpiry {

    @Inject
    private LoginSessions logins;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void end() {
        logins.endExpired();
    }
}
