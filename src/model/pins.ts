import type { Effect } from './shell/index.ts';
import type { Located, Span } from './span.ts';

/** What an author states about a step, in its fence, in a comment before it or in front matter; each pin overrules an inference. */
export interface Pins {
  readonly name?: Located<string>;
  readonly title?: Located<string>;
  readonly interactive?: Located<boolean>;
  readonly follow?: Located<boolean>;
  readonly background?: Located<boolean>;
  readonly cwd?: Located<string>;
  /** Milliseconds. */
  readonly timeout?: Located<number>;
  /** Attempts after the first. */
  readonly retry?: Located<number>;
  /** Milliseconds between attempts. */
  readonly every?: Located<number>;
  /** As written: `/re/flags`, or words as in an `# Expected:` comment. */
  readonly expect?: Located<string>;
  /** Like `effect`, it can only make the step more dangerous than read. */
  readonly destructive?: Located<boolean>;
  readonly effect?: Located<Effect>;
  /** Whether it runs, if the text leaves that open. */
  readonly runs?: Located<boolean>;
  /** The place where it runs: `here`, or another. */
  readonly on?: Located<string>;
  /** The gate before it counts as passed. */
  readonly gate?: Located<'passed'>;
  /** Target globs. */
  readonly applies?: Located<readonly string[]>;
  readonly capture?: Located<readonly Capture[]>;
  /** What the values of parameters must match as a whole; front matter goes first. */
  readonly pattern?: Located<readonly Pick<Capture, 'parameter' | 'pattern'>[]>;
  /** Names of parameters or variables whose values are never shown. */
  readonly secret?: Located<readonly string[]>;
  readonly errexit?: Located<boolean>;
  /** Whether a pipeline fails if any of its commands does. If not pinned: as the settings say, or as the blocks before left it. */
  readonly pipefail?: Located<boolean>;
  /** The exit statuses that count as passed; default `[0]`. */
  readonly exit?: Located<readonly number[]>;
  readonly excludeFromRunAll?: Located<boolean>;
  /** From Runme: the block is not a step at all. */
  readonly ignore?: Located<boolean>;
  readonly promptEnv?: Located<string>;
  readonly tag?: Located<readonly string[]>;
  readonly interpreter?: Located<string>;
}

/** `capture=bad-release:/Current: (v\d+)/`: group 1 (or the whole match) of the output becomes the parameter. */
export interface Capture {
  readonly parameter: string;
  /** Source of the regular expression. */
  readonly pattern: string;
  readonly flags: string;
}

/** Pins of one parameter, from `runbook: params:` in front matter. */
export interface ParameterPin {
  readonly name: string;
  readonly description?: string;
  readonly example?: string;
  readonly default?: string;
  /** Source of a regular expression that the whole value must match. */
  readonly pattern?: string;
  readonly secret?: boolean;
  /** The literal in commands that this parameter replaces, if it is not a placeholder. */
  readonly replaces?: string;
  readonly span: Span;
}

/** The `runbook:` map of the front matter. */
export interface FilePins {
  readonly params: readonly ParameterPin[];
  /** `target: false` turns inference off; a name sets the target's inventory column or value. */
  readonly target?: Located<string | false>;
  /** `history: false` means no history row; a heading names the section of the table. */
  readonly history?: Located<string | false>;
}
