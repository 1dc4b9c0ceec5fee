import type { Diagnostic, Runbook, Severity } from '../model/index.ts';
import type { LintOptions } from '../settings/index.ts';

/** A finding of a rule about one place; the run adds the rule's id and severity. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity'>;

/** A runnable example: `explain` prints its text, the tests lint it. */
export interface Example {
  readonly text: string;
  /** The path it is linted under, e.g. `docs/runbooks/rollback.md`. */
  readonly path?: string;
  /** Other files beside it, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Partial<LintOptions>;
  /** The date on which it is judged, `YYYY-MM-DD`. */
  readonly today?: string;
  /** Its differences to the plan lock. */
  readonly locked?: readonly LockDifference[];
}

interface RuleDocs {
  /** Why it matters in an incident, and what to do; a few sentences. */
  readonly why: string;
  /** An example in which the rule finds something. */
  readonly bad: Example;
  /** An example in which it finds nothing. */
  readonly good: Example;
}

/** What the text alone does not contain: other files and the date. */
export interface World {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly files: Files;
  /** Whether the runbooks of a file's folder have the habit that a rule asks for. */
  hasHabit(rule: string, path: string): boolean;
  /** The differences between a runbook and the plan lock; empty if it is not locked. */
  lockDifferences(path: string): readonly LockDifference[];
}

/** One difference between a runbook and the plan lock. */
interface LockDifference {
  /** Id of the step, or `null` where it is about the runbook. */
  readonly step: string | null;
  readonly text: string;
}

/** The files around the runbook; paths as the caller names them, joined with `/`. */
export interface Files {
  kind(path: string): 'file' | 'folder' | null;
  /** The file or folder that a link's path means, endings of site generators tried, or `null`. */
  page(path: string): string | null;
  /** What stands in a folder; nothing where it cannot be read. */
  names(folder: string): readonly string[];
  /** Anchors of a Markdown file, lower case, or `null` where it cannot be read. */
  anchors(path: string): ReadonlySet<string> | null;
  /** The folder and those above it, up to the repository's root, innermost first. */
  ancestors(path: string): readonly string[];
  /** Whether a CODEOWNERS or OWNERS file says who keeps a file. */
  owned(path: string): boolean;
}

/** What a rule may know besides the runbook. */
export interface RuleContext {
  readonly options: LintOptions;
}

interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  /** Its former names, which are still accepted wherever a rule is named. */
  readonly aliases?: readonly string[];
  /** Whether it is off unless a team or a call turns it on. */
  readonly offByDefault?: true;
  /** Set if it asks for a convention, which it does only if a third of a folder's runbooks follow it: tells whether this one does. */
  readonly keeps?: (runbook: Runbook, context: RuleContext) => boolean;
  /** Whether its findings in a file are joined into one at the first place; `by message`: only those with the same message. */
  readonly onceAFile?: true | 'by message';
  /** One sentence. */
  readonly summary: string;
  /** `markdown`: also judges files that are no runbook. */
  readonly scope: 'markdown' | 'runbook';
  /** Whether `--fix` repairs some of its findings. */
  readonly fixable?: boolean;
  readonly docs: RuleDocs;
}

/** A rule whose findings depend only on the text and the options, so that they can be cached. */
interface TextRule extends RuleBase {
  readonly needs: 'text';
  check(runbook: Runbook, context: RuleContext): readonly Finding[];
}

/** A rule that also looks at other files or the date: what it reads from the text is cached, its findings never. */
interface WorldRule extends RuleBase {
  readonly needs: 'world';
  facts(runbook: Runbook, context: RuleContext): readonly unknown[];
  judge(fact: unknown, path: string, world: World): Finding | null;
}

/** A rule of lint. */
export type Rule = TextRule | WorldRule;

/** A rule over the text. */
export function textRule(rule: Omit<TextRule, 'needs'>): TextRule {
  return { ...rule, needs: 'text' };
}

/** A rule over the text and the world; its facts must survive JSON. */
export function worldRule<Fact>(
  rule: RuleBase & {
    facts(runbook: Runbook, context: RuleContext): readonly Fact[];
    judge(fact: Fact, path: string, world: World): Finding | null;
  },
): WorldRule {
  return { ...rule, needs: 'world', judge: (fact, path, world) => rule.judge(fact as Fact, path, world) };
}

/** A rule that passes on a problem found while reading. */
export function readerRule(rule: Omit<TextRule, 'needs' | 'check'>): TextRule {
  return textRule({ ...rule, check: (runbook) => runbook.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id) });
}
