/** Why a lock file cannot be used, with the line. */
export interface LockFault {
  readonly line: number;
  readonly why: string;
}

/** What was read of a lock file, or why it cannot be used. */
export type LockRead<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: LockFault };

/** An error in a line, counted from 1. */
export function fault(line: number, why: string): { readonly ok: false; readonly fault: LockFault } {
  return { ok: false, fault: { line, why } };
}
