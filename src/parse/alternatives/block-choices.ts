import { type CodeRange, isOnNextLine, lineBelow, lineStart, type ShellAnalysis, type ShellComment } from '../../model/index.ts';
import { isNumbered, titleText } from '../../shell-syntax/index.ts';
import { isExpectationLead } from '../expectations/index.ts';
import { BY_HAND_OR_NOT, CHOOSE_ONE, joinsWays, NAMED, OR, platformOf, stageOf } from './choice-words.ts';

/** A longer command is cut where it names a choice. */
const LONGEST_LABEL = 90;

/** A choice within a block: whole lines of its code. */
interface BlockChoice extends CodeRange {
  readonly label: string;
}

/** Choices that comments within a block name, each group in order: `# or`, `# Method A` and `# Method B`, `# Linux` and `# macOS`, also at the ends of lines, "choose one". */
export function blockChoices(code: string, shell: ShellAnalysis): readonly (readonly BlockChoice[])[] {
  if (shell.errors.length > 0 || shell.statements.length < 2) return [];
  const atEnds = platformsAtEnds(code, shell);
  if (atEnds.length > 0) return [atEnds];
  const comments = shell.comments.filter(({ ownLine, topLevel, text }) => ownLine && topLevel && isExpectationLead(text) === null);
  if (comments.length === 0) return [];
  const block = new Block(code, shell, comments);
  const found: (readonly BlockChoice[])[] = [];
  for (const group of [...block.named(), ...block.environments(), ...block.chosen(), ...block.joined()]) {
    const free = group.every((choice) => found.every((other) => other.every(({ start, end }) => choice.end <= start || choice.start >= end)));
    if (group.length > 1 && free) found.push(group);
  }
  return found.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
}

/** `apt install x # Debian` above `dnf install x # RHEL`: commands that each name a platform of one family at the end of their line. */
function platformsAtEnds(code: string, shell: ShellAnalysis): readonly BlockChoice[] {
  const named = shell.comments.flatMap(({ ownLine, topLevel, text, start }) => {
    const platform = ownLine || !topLevel ? null : platformOf(text);
    const command = shell.statements.findLast((statement) => statement.end <= start);
    return platform === null || command === undefined ? [] : [{ ...platform, command }];
  });
  const [first] = named;
  const isChoice = named.length > 1 && new Set(named.map(({ label }) => label.toLowerCase())).size === named.length && named.every(({ family }) => family === first?.family);
  return isChoice ? named.map(({ label, command }) => ({ label, start: lineStart(code, command.start), end: lineBelow(code, command.end) })) : [];
}

class Block {
  private readonly code: string;
  private readonly shell: ShellAnalysis;
  private readonly comments: readonly ShellComment[];

  constructor(code: string, shell: ShellAnalysis, comments: readonly ShellComment[]) {
    this.code = code;
    this.shell = shell;
    this.comments = comments;
  }

  /** `# Method A: SQL` … `# Method B: custom format`; `# Linux` … `# macOS`. */
  named(): readonly (readonly BlockChoice[])[] {
    const groups = new Map<string, ShellComment[]>();
    for (const comment of this.comments) {
      const key = NAMED.exec(comment.text)?.groups?.['word']?.toLowerCase() ?? (BY_HAND_OR_NOT.test(comment.text) ? 'way' : undefined) ?? platformOf(comment.text)?.family;
      if (key !== undefined) groups.set(String(key), [...(groups.get(String(key)) ?? []), comment]);
    }
    return [...groups.values()].map((group) => this.between(group));
  }

  /** `# production` … `# development`: in the order in which a change goes through them they are a sequence, and each is wanted; so are some that come back to one. */
  environments(): readonly (readonly BlockChoice[])[] {
    const named = this.comments.filter(({ text }) => stageOf(text) >= 0);
    const stages = named.map(({ text }) => stageOf(text));
    const areInRow = stages.every((stage, index) => stage >= (stages[index - 1] ?? stage));
    return areInRow || new Set(stages).size < stages.length ? [] : [this.between(named)];
  }

  /** "Choose one", then comments that each title a way. */
  chosen(): readonly (readonly BlockChoice[])[] {
    return this.comments.filter(({ text }) => CHOOSE_ONE.test(text)).map((asks) => {
      const end = this.nextNumbered(asks.end);
      const titles = this.comments.filter(({ start, text }, index) => start > asks.end && start < end && titleText(text) !== null && (!this.isRightBelow(this.comments[index - 1], start) || this.isFirstWay(asks, index)));
      return this.between(titles.filter(({ text }) => !OR.test(text)), end);
    });
  }

  /** A title between the comment that asks and a command, without a blank line above it. */
  private isFirstWay(asks: ShellComment, index: number): boolean {
    const comment = this.comments[index];
    return comment !== undefined && this.comments[index - 1] === asks && this.isRightAbove(comment);
  }

  /** `# or` between two commands. */
  joined(): readonly (readonly BlockChoice[])[] {
    const isOr = (comment: ShellComment): boolean => joinsWays(comment.text) && this.lastBefore(comment.start) !== undefined && this.isRightAbove(comment);
    const groups: BlockChoice[][] = [];
    for (const comment of this.comments.filter(isOr)) {
      const second = this.below(comment);
      const before = groups.at(-1);
      if (before?.at(-1)?.end === this.lineStart(comment.start)) before.push(second);
      else groups.push([this.above(comment), second]);
    }
    return groups;
  }

  /** From each comment to the next; the last to the next numbered one, or to the end. */
  private between(titles: readonly ShellComment[], last?: number): readonly BlockChoice[] {
    return titles.map(({ start, text }, index): BlockChoice => {
      const next = titles[index + 1]?.start ?? last ?? this.nextNumbered(start + 1, titles);
      return { start: this.lineStart(start), end: this.lineStart(next), label: platformOf(text)?.label ?? titleText(text) ?? text };
    }).filter(({ start, end }) => this.shell.statements.some((statement) => statement.start >= start && statement.start < end));
  }

  /** What stands above `# or`: the commands up to a blank line or a comment, with that comment. */
  private above(or: ShellComment): BlockChoice {
    const before = this.shell.statements.filter(({ start }) => start < or.start);
    let from = before.length - 1;
    while (from > 0 && !/\n[ \t]*\n|#/.test(this.code.slice(before[from - 1]?.end ?? 0, before[from]?.start))) from -= 1;
    if (this.titleAt(before[from]?.start ?? 0) === undefined && !this.isGround(this.shell.statements.find(({ start }) => start > or.start))) {
      while (from + 1 < before.length && this.isGround(before[from])) from += 1;
    }
    const start = before[from]?.start ?? 0;
    const title = this.titleAt(start);
    const words = title === undefined || isNumbered(title.text) || (OR.exec(or.text)?.groups?.['rest'] ?? '') === '' ? null : titleText(title.text);
    return { start: this.lineStart(title?.start ?? start), end: this.lineStart(or.start), label: words ?? this.commandAt(start) };
  }

  /** The comment right above what begins here. */
  private titleAt(start: number): ShellComment | undefined {
    return this.firstLine(this.comments.findLast((comment) => comment.start < start && this.isRightBelow(comment, start)));
  }

  /** Whether a statement only prepares what stands below it: where the second way has none of its own, it is of both. */
  private isGround(statement: CodeRange | undefined): boolean {
    return statement !== undefined && /^(?:(?:cd|export|source|\.)\s[^;&|\n]*|\w+=[^\s;&|]*)$/.test(this.code.slice(statement.start, statement.end));
  }

  /** The comment that a line of it goes on, further in: "# Look at every pod by its" above "#    address". */
  private firstLine(line: ShellComment | undefined): ShellComment | undefined {
    const before = line === undefined ? undefined : this.comments[this.comments.indexOf(line) - 1];
    if (line === undefined || before === undefined || !this.isRightBelow(before, line.start) || this.indent(line) <= this.indent(before)) return line;
    return this.firstLine(before);
  }

  private indent({ start }: ShellComment): number {
    return /^#+[ \t]*/.exec(this.code.slice(start))?.[0].length ?? 0;
  }

  /** What stands below it: the commands up to a blank line or another comment; with the comments right below them, where nothing else runs. */
  private below(or: ShellComment): BlockChoice {
    const after = this.shell.statements.filter(({ start }) => start > or.start);
    let to = 0;
    while (to + 1 < after.length && !/\n[ \t]*\n|#/.test(this.code.slice(after[to]?.end ?? 0, after[to + 1]?.start))) to += 1;
    const end = this.code.indexOf('\n', after[to]?.end ?? 0);
    const rest = OR.exec(or.text)?.groups?.['rest'] ?? '';
    const isLast = to === after.length - 1 && /^#[^\n]*(?:\n[ \t]*#[^\n]*)*\s*$/.test(this.code.slice(end + 1).trimStart());
    return { start: this.lineStart(or.start), end: end < 0 || isLast ? this.code.length : end + 1, label: rest === '' ? this.commandAt(after[0]?.start ?? or.end) : rest };
  }

  private commandAt(at: number): string {
    return (this.code.slice(at).split('\n')[0] ?? '').trim().slice(0, LONGEST_LABEL);
  }

  private nextNumbered(after: number, except: readonly ShellComment[] = []): number {
    const next = this.comments.find((comment) => comment.start > after && isNumbered(comment.text) && !except.includes(comment) && this.shell.statements.some(({ start }) => start > after && start < comment.start));
    return next?.start ?? this.code.length;
  }

  private isRightBelow(comment: ShellComment | undefined, at: number): boolean {
    return comment !== undefined && isOnNextLine(this.code, comment.end, at);
  }

  private lastBefore(at: number): CodeRange | undefined {
    return this.shell.statements.findLast(({ start }) => start < at);
  }

  private isRightAbove(comment: ShellComment): boolean {
    const next = this.shell.statements.find(({ start }) => start > comment.start);
    return next !== undefined && this.isRightBelow(comment, next.start);
  }

  private lineStart(at: number): number {
    return at >= this.code.length ? this.code.length : lineStart(this.code, at);
  }
}
