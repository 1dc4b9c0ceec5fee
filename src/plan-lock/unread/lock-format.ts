/** Version of the lock file's format; a newer one is refused. */
export const LOCK_FORMAT = 1;
