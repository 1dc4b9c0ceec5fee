import type { Diagnostic, Runbook, Severity } from '../model/index.ts';
import type { LintOptions } from '../settings/index.ts';

/** What a rule says about one place; the run adds the rule's id and its severity. */
export type Finding = Omit<Diagnostic, 'rule' | 'severity'>;

/** A runnable example: `explain` prints its text, the tests lint it. */
export interface Example {
  readonly text: string;
  /** The path it is linted under, e.g. `docs/runbooks/rollback.md`. */
  readonly path?: string;
  /** Other files beside it, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Partial<LintOptions>;
  /** The day on which it is judged, `YYYY-MM-DD`. */
  readonly today?: string;
  /** In what it differs from the plan lock. */
  readonly locked?: readonly LockDifference[];
}

export interface RuleDocs {
  /** Why it matters in an incident, and what to do; a few sentences. */
  readonly why: string;
  /** The rule has at least one finding here. */
  readonly bad: Example;
  /** The rule has no finding here. */
  readonly good: Example;
}

/** What the text alone cannot tell: other files and the day. */
export interface World {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly files: Files;
  /** Whether the runbooks of a file's folder have the habit that a rule asks for. */
  hasHabit(rule: string, path: string): boolean;
  /** In what a runbook comes to something else than the plan lock says; empty where it is not locked. */
  lockDifferences(path: string): readonly LockDifference[];
}

/** One way in which a runbook differs from the plan lock. */
export interface LockDifference {
  /** Id of the step, or `null` where it is about the runbook. */
  readonly step: string | null;
  readonly text: string;
}

/** The files around the runbook; paths as the caller names them, joined with `/`. */
export interface Files {
  kind(path: string): 'file' | 'folder' | null;
  /** Anchors of a Markdown file, lower case, or `null` where it cannot be read. */
  anchors(path: string): ReadonlySet<string> | null;
  /** The folder and those above it, up to the repository's root, innermost first. */
  ancestors(path: string): readonly string[];
  /** Whether a CODEOWNERS or OWNERS file says who keeps a file. */
  owned(path: string): boolean;
}

export interface RuleContext {
  readonly options: LintOptions;
}

interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  /** Names that it had before: they are understood wherever a rule is named. */
  readonly aliases?: readonly string[];
  /** It speaks only where a team or a call turns it on. */
  readonly offByDefault?: true;
  /** What it misses is a habit, which it asks for only where a third of a folder's runbooks have it: whether this one does. */
  readonly keeps?: (runbook: Runbook, context: RuleContext) => boolean;
  /** Its findings in a file become one, at the first place; `by message`: those that say the same. */
  readonly onceAFile?: true | 'by message';
  /** One sentence. */
  readonly summary: string;
  /** `markdown`: also judges files that are no runbook. */
  readonly scope: 'markdown' | 'runbook';
  /** Whether `--fix` mends some of its findings. */
  readonly fixable?: boolean;
  readonly docs: RuleDocs;
}

/** A rule whose findings follow from the text and the options alone, so that they can be kept in the cache. */
export interface TextRule extends RuleBase {
  readonly needs: 'text';
  check(runbook: Runbook, context: RuleContext): readonly Finding[];
}

/** A rule that also looks at other files or the day: what it read from the text is kept, its judgement never. */
export interface WorldRule extends RuleBase {
  readonly needs: 'world';
  facts(runbook: Runbook, context: RuleContext): readonly unknown[];
  judge(fact: unknown, path: string, world: World): Finding | null;
}

export type Rule = TextRule | WorldRule;

/** A rule over the text. */
export function textRule(rule: Omit<TextRule, 'needs'>): TextRule {
  return { ...rule, needs: 'text' };
}

/** A rule over the text and the world; facts must survive JSON. */
export function worldRule<Fact>(
  rule: RuleBase & {
    facts(runbook: Runbook, context: RuleContext): readonly Fact[];
    judge(fact: Fact, path: string, world: World): Finding | null;
  },
): WorldRule {
  return { ...rule, needs: 'world', judge: (fact, path, world) => rule.judge(fact as Fact, path, world) };
}

/** A rule that passes on what reading itself found. */
export function readerRule(rule: Omit<TextRule, 'needs' | 'check'>): TextRule {
  return textRule({ ...rule, check: (runbook) => runbook.diagnostics.filter((diagnostic) => diagnostic.rule === rule.id) });
}
