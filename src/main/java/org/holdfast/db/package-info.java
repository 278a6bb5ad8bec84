/** The database: the folder it lives in, the pool of connections, and the migrations that make its tables. */
package org.holdfast.db;
