import type { LintSettings, Shellcheck } from '../lint/index.ts';

/** What the server needs from its environment. */
export interface EditorHost {
  readonly version: string;
  /** The working folder: files that no workspace folder holds are named from the top of their repository, else from here. */
  readonly cwd: string;
  /** `YYYY-MM-DD`. */
  readonly today: () => string;
  /** `null` if it is not installed or not wanted. */
  readonly shellcheck: Shellcheck | null;
  /** The folder with a page for each rule. */
  readonly rulePages: URL;
  /**
   * The settings that hold for a file, or `null` where they leave it out.
   * @throws RunbookError where they are wrong.
   */
  readonly settingsFor: (path: string, cwd: string) => Promise<LintSettings | null>;
}
