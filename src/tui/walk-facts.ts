import type { ShellAnalysis } from '../model/index.ts';
import type { Standing } from '../plan-lock/index.ts';

/** What is known before the walk begins and stays as it is. */
export interface WalkFacts {
  readonly operator: string;
  /** Names that are production, as globs; `null` for the usual words. */
  readonly production: readonly string[] | null;
  /** Programs that steps are pinned to and that are not here, in words. */
  readonly missing: readonly string[];
  /** The last row of the history in words; `null` where there is none. */
  readonly lastRun: string | null;
  /** Where a resumed run continues; `null` for a new run. */
  readonly resumed: string | null;
  /** What to know before it begins, in words: what changed since then, a run that was left unfinished. */
  readonly warnings: readonly string[];
  /** The runbook's standing to the plan lock. */
  readonly standing: Standing;
  /** What the parse of a shell text says; passed in, so that the screen does not bring the reader along a second time. */
  readShell(code: string): ShellAnalysis;
}
