import { type ErrorReport, RunbookError } from '../../model/index.ts';

/** What is to be done with each of many inputs, here or on a thread: plain data goes in, and plain data comes out. */
export interface Job<Given, Input, Output> {
  /** By which a thread knows it. */
  readonly name: string;
  /** With less than so many bytes for each, a thread takes longer to start than it saves. */
  readonly worthAThread: number;
  /** Loads what the work needs. The work throws a RunbookError where an input cannot be worked on. */
  readonly begin: (given: Given) => Promise<(input: Input) => Output>;
}

/** What came of an input. */
export type Done<Output> = { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly report: ErrorReport };

/**
 * What came of an input, where something did.
 * @throws RunbookError where it could not be worked on.
 */
export function valueOf<Output>(done: Done<Output>): Output {
  if (done.ok) return done.value;
  throw new RunbookError(done.report);
}
