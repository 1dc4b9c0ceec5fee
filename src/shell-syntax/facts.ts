import type { CodeRange, ShellAssignment, ShellError, ShellRead, ShellWord } from '../model/index.ts';

/** One argument list with what stands around it, before wrappers are taken off. */
export interface RawCommand extends CodeRange {
  readonly words: readonly ShellWord[];
  readonly topLevel: boolean;
  readonly background: boolean;
  /** Nothing is piped or redirected into it: it would read the terminal. */
  readonly terminal: boolean;
  /** Texts that are redirected or piped into it: heredoc bodies, here-strings, what `echo` prints. */
  readonly inputs: readonly ShellWord[];
  /** The `time` keyword stands before it. */
  readonly timed: boolean;
  /** It is the last of its statement's pipeline. */
  readonly last: boolean;
}

/** A loop that nothing in it ends. */
export interface EndlessLoop extends CodeRange {
  readonly word: string;
}

/** What a walk over the syntax tree collects. */
export interface Facts {
  readonly commands: RawCommand[];
  readonly assignments: ShellAssignment[];
  readonly reads: ShellRead[];
  readonly functions: (CodeRange & { readonly name: string })[];
  readonly errors: ShellError[];
  readonly endless: EndlessLoop[];
}

/** Empty lists to collect into. */
export function noFacts(): Facts {
  return { commands: [], assignments: [], reads: [], functions: [], errors: [], endless: [] };
}
