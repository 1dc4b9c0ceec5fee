import type { CodeRange, ShellAssignment, ShellError, ShellPipeline, ShellRead, ShellWord } from '../../model/index.ts';

/** A redirection that writes: `> file`, `>> file`, `2> file`, `&> file`. */
export interface RawWrite extends CodeRange {
  readonly operator: string;
  readonly target: ShellWord;
}

/** `NAME=value`, alone or before a command; `null` where an expansion decides the value. */
export interface RawSetting extends CodeRange {
  readonly name: string;
  readonly value: string | null;
}

/** One argument list with what stands around it, before wrappers are taken off. */
export interface RawCommand extends CodeRange {
  /** Empty where nothing is called: a lone assignment, a lone redirection, the redirections of a loop or group. */
  readonly words: readonly ShellWord[];
  readonly writes: readonly RawWrite[];
  readonly settings: readonly RawSetting[];
  /** The file redirected into it, `< file`. */
  readonly fileInput: ShellWord | null;
  /** The program before it in a pipeline as written; `''` for a group or loop, `null` where nothing is piped into it. */
  readonly pipedFrom: string | null;
  /** Its output goes into a variable or an argument. */
  readonly captured: boolean;
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

/** What is known of a command wherever it stands, in the code itself or in a text inside it. */
export type Runnable = Pick<RawCommand, 'words' | 'writes' | 'settings' | 'terminal' | 'inputs' | 'fileInput' | 'pipedFrom' | 'captured' | 'background'>;

/** A loop that nothing in it ends. */
export interface EndlessLoop extends CodeRange {
  readonly word: string;
}

/** What a walk over the syntax tree collects. */
export interface Facts {
  readonly commands: RawCommand[];
  readonly pipelines: ShellPipeline[];
  readonly assignments: ShellAssignment[];
  readonly reads: ShellRead[];
  readonly functions: (CodeRange & { readonly name: string })[];
  readonly errors: ShellError[];
  readonly endless: EndlessLoop[];
}

/** Empty lists to collect into. */
export function noFacts(): Facts {
  return { commands: [], pipelines: [], assignments: [], reads: [], functions: [], errors: [], endless: [] };
}
