import { type ErrorReport, RunbookError } from '../../model/index.ts';

/** Work to do for each of many inputs, here or on a thread, with plain data in and out. */
export interface Job<Given, Input, Output> {
  /** The name by which a thread finds it. */
  readonly name: string;
  /** The least bytes per thread: with less, starting a thread takes longer than it saves. */
  readonly worthAThread: number;
  /** Loads the function that does the work; it throws a RunbookError if an input cannot be worked on. */
  readonly begin: (given: Given) => Promise<(input: Input) => Output>;
}

/** The result of an input, or why there is none. */
export type Done<Output> = { readonly ok: true; readonly value: Output } | { readonly ok: false; readonly report: ErrorReport };

/**
 * The result of an input.
 * @throws RunbookError where it could not be worked on.
 */
export function valueOf<Output>(done: Done<Output>): Output {
  if (done.ok) return done.value;
  throw new RunbookError(done.report);
}
