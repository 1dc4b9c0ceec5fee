import { DEFAULT_SETTINGS, type LintCache, lintFiles, type LintSettings, type ReadAll, readDocument, type Shellcheck } from '../../lint/index.ts';
import { type Diagnostic, isRunbookError } from '../../model/index.ts';
import type { ShellcheckResult, ShellcheckRun } from '../../programs/index.ts';
import type { EditorHost } from '../host.ts';
import type { OpenText, OpenTexts } from '../texts/index.ts';
import { memoryCache } from './memory-cache.ts';

/** The findings in one version of a text. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether shellcheck's findings are still missing. */
  readonly shellcheckOpen: boolean;
}

const NOTHING: Findings = { diagnostics: [], shellcheckOpen: false };
const NOT_YET = 'it has not been asked yet';
const NO_SCRIPTS: ShellcheckResult = { status: 'checked', comments: new Map() };

/** Lints open texts as `runbook lint` lints files, under the same settings; what the plan lock says of a file is left to that. */
export class TextLinter {
  private readonly host: EditorHost;
  private readonly texts: OpenTexts;
  private readonly caches = new Map<string, LintCache>();
  private readonly answers = new Map<string, ShellcheckResult>();

  private readonly say: (words: string) => void;
  private said = '';

  /** `say` tells the person about wrong settings. */
  constructor(host: EditorHost, texts: OpenTexts, say: (words: string) => void) {
    this.host = host;
    this.texts = texts;
    this.say = say;
  }

  /** The findings of lint, without waiting for shellcheck. */
  quick(open: OpenText): Promise<Findings> {
    const { shellcheck } = this.host;
    return this.lint(open, shellcheck === null ? null : { by: shellcheck.by, start: () => this.known() });
  }

  /** All findings, including shellcheck's. */
  whole(open: OpenText): Promise<Findings> {
    const { shellcheck } = this.host;
    return this.lint(open, shellcheck === null ? null : { by: shellcheck.by, start: () => this.remembered(shellcheck.start()) });
  }

  /** Answers with what was said before. */
  private known(): ShellcheckRun {
    const scripts: string[] = [];
    return {
      add: (...script) => void scripts.push(...script),
      done: () => Promise.resolve(scripts.length === 0 ? NO_SCRIPTS : (this.answers.get(scripts.join('\0')) ?? { status: 'failed', reason: NOT_YET })),
    };
  }

  private remembered(run: ShellcheckRun): ShellcheckRun {
    const scripts: string[] = [];
    return {
      add: (...script) => {
        scripts.push(...script);
        run.add(...script);
      },
      done: async () => {
        const answer = await run.done();
        // Texts are linted one at a time, so that results for earlier versions can be reused.
        if (this.answers.size > 20) this.answers.clear();
        this.answers.set(scripts.join('\0'), answer);
        return answer;
      },
    };
  }

  private async lint({ path, cwd }: OpenText, shellcheck: Shellcheck | null): Promise<Findings> {
    const settings = await this.settingsFor(path, cwd);
    if (settings === null) return NOTHING;
    const given = this.texts.textsFrom(cwd);
    const request = { paths: [path], given, cwd, settings: { ...settings, hints: true }, today: this.host.today(), cache: this.cacheFor(cwd, settings), readAll: this.readAll, lockDifferences: () => [], shellcheck };
    const { files, shellcheckFailed } = await lintFiles(request);
    return { diagnostics: files[0]?.diagnostics ?? [], shellcheckOpen: shellcheckFailed === NOT_YET };
  }

  /** If the settings are wrong, that is said once, and the defaults apply. */
  private async settingsFor(path: string, cwd: string): Promise<LintSettings | null> {
    try {
      const settings = await this.host.settingsFor(path, cwd);
      this.said = '';
      return settings;
    } catch (error) {
      if (!isRunbookError(error)) throw error;
      const words = `${error.message}; ${error.report.advice}`;
      if (words !== this.said) this.say(words);
      this.said = words;
      return DEFAULT_SETTINGS;
    }
  }

  private readonly readAll: ReadAll = (inputs, options, onRead) =>
    Promise.resolve(
      inputs.map(({ path, text }) => {
        const reading = readDocument(this.texts.parse(text, path), options);
        onRead(path, reading);
        return reading;
      }),
    );

  private cacheFor(cwd: string, { options }: LintSettings): LintCache {
    const key = JSON.stringify([cwd, options]);
    const cache = this.caches.get(key) ?? memoryCache();
    this.caches.set(key, cache);
    return cache;
  }
}
