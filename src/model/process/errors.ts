import { ExitCode } from './exit-codes.ts';
import type { Position } from '../span.ts';

/** What a `RunbookError` says, in the order in which it is printed. */
export interface ErrorReport {
  /** What could not be done or is wrong, e.g. `cannot read rollback.md`. */
  readonly what: string;
  /** The reason, e.g. `no such file`. */
  readonly why?: string;
  /** The place in a file. */
  readonly where?: { readonly path: string; readonly at?: Position };
  /** Several reasons, each printed on a line of its own. */
  readonly details?: readonly string[];
  /** What to do now, in one line. */
  readonly advice: string;
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
}

/** The system's code of an error, such as `ENOENT`; `''` if it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the system refused something: too many open files, a disk that is full. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a file cannot be read; what is rare in the system's own words. */
export function readReason(error: unknown): string {
  // Bytes of a name that are no UTF-8 have become this character, and no file is called so.
  if (errorCode(error) === 'ENOENT' && error instanceof Error && 'path' in error && String(error.path).includes('\ufffd')) return 'no such file, or its name is not UTF-8';
  return READING[errorCode(error)] ?? errorMessage(error);
}

/** What an error says, whatever was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** An expected failure: printed once, at the top, as one line and one line of advice. Anything else thrown is our own fault. */
export class RunbookError extends Error {
  readonly report: ErrorReport;
  readonly exitCode: ExitCode;

  constructor(report: ErrorReport) {
    super(report.why === undefined ? report.what : `${report.what}: ${report.why}`, { cause: report.cause });
    this.name = 'RunbookError';
    this.report = report;
    this.exitCode = report.exitCode ?? ExitCode.usage;
  }
}

/** Whether an error is an expected failure. The program is built as several bundles, each with a copy of the class, so `instanceof` knows only those of its own. */
export function isRunbookError(error: unknown): error is RunbookError {
  return error instanceof Error && error.name === 'RunbookError' && 'report' in error;
}
