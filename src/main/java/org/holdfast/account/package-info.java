/** Who a person is: accounts, passwords and login sessions. Nothing here knows HTTP but for the text of one header. */
package org.holdfast.account;
