import type { Diagnostic } from './diagnostic.ts';
import type { Doubt, Gate } from './doubt.ts';
import type { FilePins, Pins } from './pins.ts';
import type { Opener, Place } from './place.ts';
import type { Block } from './prose.ts';
import type { Effect } from './effect.ts';
import type { EffectMark, HazardMark, ShellAnalysis } from './shell.ts';
import type { SourceText } from './source.ts';
import type { CodeRange, CodeText, Located, Span } from './span.ts';

/**
 * A runbook as understood: everything later layers need, so that none goes back to Markdown.
 * Lists are in document order. Indices (`section`, `inventory`, `step`) point into the lists of this object.
 */
export interface Runbook {
  /** As the caller named it. */
  readonly path: string;
  readonly source: SourceText;
  /** Text of the first heading of depth 1, else of the first heading, else `null`. */
  readonly title: Located<string> | null;
  readonly metadata: Metadata;
  readonly pins: FilePins;
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  readonly inventories: readonly Inventory[];
  /** Possible targets: inventory keys, then names and globs of the System line. Unique, in order. */
  readonly targets: readonly Target[];
  readonly parameters: readonly Parameter[];
  readonly alternatives: readonly AlternativeGroup[];
  /** Sentences that tell to stop, wait or look, in document order. */
  readonly gates: readonly Gate[];
  readonly templates: readonly Template[];
  /** Every history table; the last is the one a run writes to unless a target or heading names another. */
  readonly histories: readonly HistoryTable[];
  /** "Expected wall-clock …: under 5 minutes", for the whole runbook. */
  readonly budget: Budget | null;
  readonly callouts: readonly Callout[];
  readonly structure: Structure;
  /** What reading itself has to say: broken front matter, bad pins, unclosed fences, size limits. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Known keys by their canonical name; `entries` keeps every key as written, known or not. */
export interface Metadata {
  readonly owner: Located<string> | null;
  readonly system: readonly Located<string>[];
  readonly severity: Located<string> | null;
  readonly status: Located<string> | null;
  /** As written, e.g. `2026-05-14 UTC`. */
  readonly lastReviewed: Located<string> | null;
  /** As written, e.g. `90 days`. */
  readonly reviewIn: Located<string> | null;
  readonly lastIncident: Located<string> | null;
  readonly related: readonly Located<string>[];
  readonly audience: Located<string> | null;
  readonly approver: Located<string> | null;
  readonly escalation: Located<string> | null;
  readonly entries: readonly MetadataEntry[];
}

export interface MetadataEntry {
  /** As written. */
  readonly key: string;
  /** Canonical name (`owner`, `system`, `lastReviewed` …) or `null` for a key we do not know. */
  readonly known: string | null;
  readonly value: string;
  readonly from: 'front-matter' | 'line' | 'table';
  readonly keySpan: Span;
  readonly span: Span;
}

export type SectionRole =
  | 'purpose'
  | 'prerequisites'
  | 'procedure'
  | 'verification'
  | 'contingency'
  | 'communication'
  | 'escalation'
  | 'history'
  | 'reference';

export interface Section {
  readonly index: number;
  /** Without marks; `''` for what stands before the first heading. */
  readonly heading: string;
  /** Slug as a forge makes it, unique in the file: the link anchor. */
  readonly anchor: string;
  /** 1–6; 7 for a bold line that stands for a heading; 0 for the part before the first heading. */
  readonly depth: number;
  /** The enclosing section, or `null`. */
  readonly parent: number | null;
  readonly role: SectionRole;
  /** The words that gave the role, or `null` for the default or an inherited role. */
  readonly roleFrom: string | null;
  /** Target globs that the heading or opening text names: the section is for those only. Empty: for all. */
  readonly appliesTo: readonly Located<string>[];
  readonly budget: Budget | null;
  readonly headingSpan: Span;
  /** From its heading to the next section's heading. */
  readonly span: Span;
  /** The prose and code directly in it, not in its subsections. */
  readonly blocks: readonly Block[];
}

/** Words that state how long something may take, as its upper bound. */
export interface Budget {
  readonly seconds: number;
  readonly text: string;
  readonly span: Span;
}

export interface Callout {
  readonly severity: 'note' | 'tip' | 'important' | 'warning' | 'caution';
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly section: number;
  readonly span: Span;
}

export type Step = CommandStep | ManualStep;

interface StepBase {
  /** Stable: the `name` pin, else the slug of the section with a counter (`verify-recovery-2`). */
  readonly id: string;
  readonly index: number;
  readonly title: string;
  readonly section: number;
  /** Headings from depth 2 down to the section, e.g. `['Rollback', 'Verification']`. */
  readonly headings: readonly string[];
  readonly role: SectionRole;
  readonly span: Span;
  /** Prose that leads to it: since the heading, or what of the prose since the step before speaks of this one. */
  readonly prose: readonly Block[];
  /** Prose below it that speaks of it. */
  readonly below: readonly Block[];
  /** Warnings and notes to keep in view while this step is on screen. */
  readonly callouts: readonly Callout[];
  /** Of the step or the innermost section that states one. */
  readonly budget: Budget | null;
  /** Target globs of all enclosing sections and pins; empty: all targets. */
  readonly appliesTo: readonly Located<string>[];
  /** The innermost choice that it belongs to: index into `Runbook.alternatives` and of the choice within it, or `null`. */
  readonly alternative: { readonly group: number; readonly choice: number } | null;
  readonly pins: Pins;
}

/** A step to run. */
export interface CommandStep extends StepBase {
  readonly kind: 'command';
  readonly from: 'fence' | 'prompt' | 'indented' | 'table';
  /** Info string's first word, `''` where there is none. */
  readonly language: string;
  /** What the shell gets: prompts, list indentation and sample output gone. Literals and placeholders still as written. */
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
  /** Never empty; together they are `code`, in order. */
  readonly pieces: readonly Piece[];
  /** Replaceable places in `code`, in order, not overlapping. */
  readonly slots: readonly Slot[];
  /** Sample output that stands in the block or after it, shown and never run. */
  readonly sampleOutput: string | null;
  /** "For console:" before the block: it stands in for step `of` on targets whose name has this word. */
  readonly variant: { readonly word: string; readonly of: number; readonly span: Span } | null;
  /** The strongest of its pieces' effects (after pins). */
  readonly effect: PieceEffect;
  /** First mark of each kind over all pieces (after pins); `destructive` where the effect is `destroys`. */
  readonly destructive: Mark | null;
  readonly interactive: Mark | null;
  readonly follow: Mark | null;
  readonly revealing: Mark | null;
}

/** A step that a person does. */
export interface ManualStep extends StepBase {
  readonly kind: 'manual';
  readonly text: readonly Block[];
  /** Ticked or not, for a task-list item; else `null`. */
  readonly checked: boolean | null;
  /** Commands in backquotes that can be offered; never run by themselves. */
  readonly offers: readonly Offer[];
  /** "Expected output" blocks and Expected cells that stand with it. */
  readonly expectations: readonly Expectation[];
}

/** A command in backquotes within prose. */
export interface Offer {
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
  readonly slots: readonly Slot[];
}

/** A part of a block that runs by itself: its own output, status and checks. Offsets are into the step's `code.text`. */
export interface Piece extends CodeRange {
  readonly index: number;
  /** `manual`: comments that ask for something by hand, with nothing to run below them. */
  readonly kind: 'command' | 'manual';
  /** From the comment that titles it, number stripped, or `null`. */
  readonly title: string | null;
  readonly expectations: readonly Expectation[];
  /** The strongest of its commands, and of what is typed into a session that it opens (after pins). */
  readonly effect: PieceEffect;
  /** Its effect is `destroys`. */
  readonly destructive: Mark | null;
  readonly interactive: Mark | null;
  readonly follow: Mark | null;
  /** It prints a secret: its output is shown and not kept. */
  readonly revealing: Mark | null;
  /** Where it belongs; `null` where nothing says so, which is here. */
  readonly on: Place | null;
  /** What opened the sessions that it is typed into, outermost first. */
  readonly openers: readonly Opener[];
  /** What the text leaves open about it, at most one of a kind. */
  readonly doubts: readonly Doubt[];
  /** Hosts of URLs in the commands of this piece. */
  readonly hosts: readonly (CodeRange & { readonly host: string })[];
}

/** What running something does to the world, and the word that says so (`pin` where an author said so, `''` where nothing runs). */
export interface PieceEffect {
  readonly effect: Effect;
  readonly word: string;
}

/** A mark and the word that made it (`pin` where an author said so). */
export interface Mark {
  readonly word: string;
  readonly from: 'word' | 'pin';
  readonly marks: readonly (HazardMark | EffectMark)[];
}

export type ExpectationKind = 'regex' | 'quoted' | 'literal' | 'judgement';

/** What the runbook says one should see. */
export interface Expectation {
  readonly kind: ExpectationKind;
  /** The words without the lead ("Expected:") and without backquotes, white space folded. */
  readonly text: string;
  /** kind `regex`: its source and flags. */
  readonly pattern: { readonly source: string; readonly flags: string } | null;
  /** kind `quoted`: the parts to find; `literal`: one part. */
  readonly parts: readonly ExpectedPart[];
  /** kind `quoted`: whether any one part is enough ("or" between them). */
  readonly anyPart: boolean;
  /** Innovation Engine's similarity, 0–1, with the expected text in `parts[0]`; else `null`. */
  readonly similarity: number | null;
  /** Why it is of this kind, e.g. `negation "no"`. */
  readonly reason: string;
  readonly span: Span;
}

export interface ExpectedPart {
  readonly text: string;
  /** Replaceable places in `text`. */
  readonly slots: readonly Slot[];
}

/** A place in a text that gets a value: offsets into that text. */
export type Slot = CodeRange & {
  /** As written there. */
  readonly literal: string;
  readonly span: Span;
} & (
    | { readonly kind: 'parameter'; readonly parameter: string }
    /** The target's own name, or another cell of its row. `column` is `null` for names of the System line. */
    | { readonly kind: 'target'; readonly target: string; readonly inventory: number | null; readonly row: number | null; readonly column: string | null }
  );

/** A table of things one can act on. */
export interface Inventory {
  /** Header of the first column. */
  readonly key: string;
  readonly columns: readonly string[];
  readonly rows: readonly InventoryRow[];
  readonly section: number;
  readonly span: Span;
}

export interface InventoryRow {
  readonly name: string;
  /** By column, marks stripped (links: their address when the text is no URL). */
  readonly cells: Readonly<Record<string, string>>;
  readonly cellSpans: Readonly<Record<string, Span>>;
  readonly span: Span;
}

export interface Target {
  /** A name, or a glob such as `raxx-velvet-*`. */
  readonly name: string;
  readonly glob: boolean;
  readonly from: 'inventory' | 'system' | 'section';
  readonly inventory: number | null;
  readonly row: number | null;
  readonly span: Span;
}

export type ParameterKind = 'placeholder' | 'environment' | 'example' | 'pinned';

/** A value that a run needs. */
export interface Parameter {
  /** kebab-case for placeholders and examples, as written for environment variables. */
  readonly name: string;
  readonly kind: ParameterKind;
  /** As written at its first use: `<prior-tag>`, `$APP`, `v84`. */
  readonly written: string;
  readonly example: string | null;
  /** From a pin; an example is never a default. */
  readonly default: string | null;
  readonly description: string | null;
  readonly pattern: string | null;
  readonly secret: boolean;
  /** The column of the target's row that fills it, `''` for the target's own name, `null` for none. */
  readonly column: string | null;
  /** The words it was inferred from, e.g. `the known-good release (e.g., v84)`. */
  readonly from: string;
  /** Where it is first used or described. */
  readonly span: Span;
  /** Step indices that use it. */
  readonly steps: readonly number[];
}

/** Ways of which one is wanted: until one is chosen, all of them are out. */
export interface AlternativeGroup {
  readonly index: number;
  /** Any number may be chosen, one at a time. */
  readonly menu: boolean;
  /** In document order; a single one is another way than what stands before it. */
  readonly choices: readonly Choice[];
  /** The section around them, or `null` for sections that stand at the top. */
  readonly section: number | null;
  readonly span: Span;
}

/** One of several ways: a section, a tab, a block with its lead, an item of a list, or a part of a block. */
export interface Choice {
  /** Its words, by which it is chosen; its first command where it has none. */
  readonly label: string;
  /** The section that it is, with those under it, or `null`. */
  readonly section: number | null;
  /** Indices of its steps; none where nothing of it can be run here. */
  readonly steps: readonly number[];
  readonly span: Span;
}

/** A message to send, with blanks in square brackets. */
export interface Template {
  readonly title: string;
  readonly text: string;
  readonly blanks: readonly string[];
  readonly section: number;
  readonly span: Span;
}

/** A table of past executions. */
export interface HistoryTable {
  readonly section: number;
  readonly columns: readonly Located<string>[];
  readonly rows: readonly HistoryRow[];
  readonly span: Span;
}

export interface HistoryRow {
  readonly cells: readonly Located<string>[];
  readonly span: Span;
}

/** What lint needs of the Markdown itself. */
export interface Structure {
  readonly headings: readonly { readonly depth: number; readonly text: string; readonly anchor: string; readonly span: Span }[];
  readonly links: readonly { readonly href: string; readonly text: string; readonly kind: 'link' | 'image' | 'definition' | 'reference'; readonly span: Span }[];
  /** Ids of raw HTML anchors. */
  readonly anchors: readonly Located<string>[];
  readonly fences: readonly Fence[];
  /** Ordered lists, also those cut by an unindented block: `numbers` as written. */
  readonly orderedLists: readonly { readonly numbers: readonly Located<number>[]; readonly continues: number | null; readonly span: Span }[];
  readonly tables: readonly TableShape[];
  /** Inline HTML such as `<app>` in prose, which a forge renders as nothing. */
  readonly html: readonly Located<string>[];
  /** Paragraph and list text, for rules that read words; code excluded. */
  readonly texts: readonly Located<string>[];
  /** HTML comments, their inside text. */
  readonly comments: readonly Located<string>[];
  readonly frontMatter: Span | null;
  readonly mixedLineEndings: boolean;
}

export interface Fence {
  readonly info: string;
  readonly language: string;
  readonly closed: boolean;
  readonly fenced: boolean;
  readonly code: CodeText;
  /** The code as parsed, where the block is shell. */
  readonly shell: ShellAnalysis | null;
  readonly hasPrompts: boolean;
  /** Step made from it, or `null`. */
  readonly step: number | null;
  readonly section: number;
  readonly span: Span;
  /** The info string's place (where a label belongs, even when empty). */
  readonly infoSpan: Span;
}

export interface TableShape {
  readonly header: readonly Located<string>[];
  readonly rows: readonly { readonly cells: readonly Located<string>[]; readonly span: Span }[];
  readonly section: number;
  readonly span: Span;
}
