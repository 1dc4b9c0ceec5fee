// What every command needs of its own process: streams and variables, errors, exit codes, the length of a day.
export { DAY_MS } from './day.ts';
export { errorCode, errorMessage, isRunbookError, isSystemError, readReason, RunbookError } from './errors.ts';
export type { ErrorReport } from './errors.ts';
export { ExitCode } from './exit-codes.ts';
export type { Environment, Io } from './io.ts';
export { withMethod } from './with-method.ts';
