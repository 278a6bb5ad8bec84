package org.holdfast.file;

import java.util.concurrent.Executor;

/**
 * Where contents are given out.
 *
 * @param threads each of which may block for as long as a slow reader takes: no other pool's work, and no thread of the server, is to wait for that
 */
public record DownloadThreads(Executor threads) {}
