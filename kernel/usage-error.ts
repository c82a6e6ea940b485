/** A command was given what it cannot take: its message says what it can, and the exit code is 2. */
export class UsageError extends Error {}
