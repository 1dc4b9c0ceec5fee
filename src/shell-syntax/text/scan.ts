import { placeholderAt, type PlaceholderHit, type Quoting } from './placeholder.ts';
import type { Scan, ScannedComment, ScannedHeredoc } from './scanned.ts';

type FrameKind = 'top' | 'paren' | 'double' | 'backtick' | 'brace' | 'arithmetic';

interface Frame {
  readonly kind: FrameKind;
  /** `case` words not yet closed by `esac`: a `)` there ends a pattern. */
  cases: number;
}

interface PendingHeredoc {
  readonly start: number;
  readonly delimiter: string;
  readonly stripTabs: boolean;
  /** Whether a backslash at the end of a line joins it with the next one: it does unless the delimiter is quoted. */
  readonly joins: boolean;
}

const WORD_BREAK = /[\s;&|()<>]/;

/** Finds comments, heredocs and placeholders in one pass over the text. */
export function scanShell(code: string): Scan {
  return new Scanner(code).run();
}

class Scanner {
  private readonly comments: ScannedComment[] = [];
  private readonly heredocs: ScannedHeredoc[] = [];
  private readonly placeholders: PlaceholderHit[] = [];
  private readonly frames: Frame[] = [{ kind: 'top', cases: 0 }];
  private pending: PendingHeredoc[] = [];
  private commandStart = 0;
  private deepest = 0;
  private lines: Set<string> | null = null;
  private at = 0;
  private readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  run(): Scan {
    while (this.at < this.code.length) this.step();
    return { comments: this.comments, heredocs: this.heredocs, placeholders: this.placeholders, deepest: this.deepest };
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? { kind: 'top', cases: 0 };
  }

  private step(): void {
    const char = this.code.charAt(this.at);
    if (char === '\\') this.at += 2;
    else if (char === '$' || char === '`') this.expansion(char);
    else if (this.frame.kind === 'double') this.inDouble(char);
    else if (this.frame.kind === 'arithmetic') this.inArithmetic(char);
    else if (this.frame.kind === 'brace') this.inBrace(char);
    else this.unquoted(char);
  }

  private push(kind: FrameKind, length: number): void {
    this.frames.push({ kind, cases: 0 });
    this.deepest = Math.max(this.deepest, this.frames.length);
    this.at += length;
    if (kind !== 'double' && kind !== 'brace') this.commandStart = this.at;
  }

  private pop(length: number): void {
    if (this.frames.length > 1) this.frames.pop();
    this.at += length;
  }

  private expansion(char: string): void {
    if (char === '`') {
      if (this.frame.kind === 'backtick') this.pop(1);
      else this.push('backtick', 1);
    } else if (this.code.startsWith('$((', this.at)) this.push('arithmetic', 3);
    else if (this.code.startsWith('$(', this.at)) this.push('paren', 2);
    else if (this.code.startsWith('${', this.at)) this.push('brace', 2);
    else if (this.code.startsWith("$'", this.at) && this.frame.kind !== 'double') this.ansiQuote();
    else this.at += this.code.startsWith('$#', this.at) ? 2 : 1;
  }

  private ansiQuote(): void {
    let end = this.at + 2;
    while (end < this.code.length && this.code.charAt(end) !== "'") end += this.code.charAt(end) === '\\' ? 2 : 1;
    this.at = end + 1;
  }

  private inDouble(char: string): void {
    if (char === '"') this.pop(1);
    else if (char !== '<' || !this.placeholder('double')) this.at += 1;
  }

  private inArithmetic(char: string): void {
    if (char === '(') this.push('arithmetic', 1);
    else if (char !== ')') this.at += 1;
    else this.pop(this.frames.at(-2)?.kind !== 'arithmetic' && this.code.startsWith('))', this.at) ? 2 : 1);
  }

  private inBrace(char: string): void {
    if (char === '}') this.pop(1);
    else if (char === '"') this.push('double', 1);
    else if (char === "'" && this.frames.at(-2)?.kind !== 'double') this.singleQuote();
    else if (char !== '<' || !this.placeholder('none')) this.at += 1;
  }

  private unquoted(char: string): void {
    if (char === '"') this.push('double', 1);
    else if (char === "'") this.singleQuote();
    else if (char === '#' && this.atWordStart()) this.comment();
    else if (char === '\n') this.newline();
    else if (char === '<') this.lessThan();
    else if (char === '(') this.openParen();
    else if (char === ')') this.closeParen();
    else if (/[a-z]/.test(char) && this.atWordStart()) this.word();
    else {
      this.at += 1;
      if (char === ';' || char === '|' || char === '&') this.commandStart = this.at;
    }
  }

  private atWordStart(): boolean {
    return this.at === 0 || WORD_BREAK.test(this.code.charAt(this.at - 1)) || (this.frame.kind === 'backtick' && this.code.charAt(this.at - 1) === '`');
  }

  private word(): void {
    const end = wordEnd(this.code, this.at);
    const word = this.code.slice(this.at, Math.min(end, this.at + 5));
    if (word === 'case') this.frame.cases += 1;
    else if (word === 'esac' && this.frame.cases > 0) this.frame.cases -= 1;
    this.at = end;
  }

  private openParen(): void {
    const isArithmetic = this.code.startsWith('((', this.at) && /(^|[\s;&|])$/.test(this.code.slice(Math.max(0, this.at - 1), this.at)) && this.code.indexOf('))', this.at) > 0;
    this.push(isArithmetic ? 'arithmetic' : 'paren', isArithmetic ? 2 : 1);
  }

  private closeParen(): void {
    if (this.frame.kind === 'paren' && this.frame.cases === 0) this.pop(1);
    else this.at += 1;
    this.commandStart = this.at;
  }

  private singleQuote(): void {
    const close = this.code.indexOf("'", this.at + 1);
    const end = close < 0 ? this.code.length : close;
    const open = this.at;
    const text = this.code.slice(open + 1, end);
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', Math.max(this.at - open - 1, at + 1))) {
      this.at = open + 1 + at;
      this.placeholder('single', end);
    }
    this.at = end + 1;
  }

  private comment(): void {
    const lineEnd = this.code.indexOf('\n', this.at);
    const end = lineEnd < 0 ? this.code.length : lineEnd;
    this.comments.push({ start: this.at, end, outer: this.frames.length === 1 });
    this.at = end;
  }

  private newline(): void {
    this.at += 1;
    for (const heredoc of this.pending) this.heredocBody(heredoc);
    this.pending = [];
    this.commandStart = this.at;
  }

  private heredocBody(heredoc: PendingHeredoc): void {
    const bodyStart = Math.min(this.at, this.code.length);
    let closed = false;
    // The lines that are joined with this one, cut off where they are already longer than the delimiter.
    let joined = '';
    while (!closed && this.at < this.code.length) {
      const lineEnd = this.code.indexOf('\n', this.at);
      const end = lineEnd < 0 ? this.code.length : lineEnd;
      const line = this.code.slice(this.at, end);
      const whole = joined + (heredoc.stripTabs ? line.replace(/^\t+/, '') : line);
      joined = heredoc.joins && /(?<!\\)(?:\\\\)*\\$/.test(line) ? whole.slice(0, -1).slice(0, heredoc.delimiter.length + 1) : '';
      closed = whole === heredoc.delimiter;
      this.at = closed ? end : end + 1;
    }
    this.at = Math.min(this.at, this.code.length);
    this.heredocs.push({ start: heredoc.start, end: this.at, bodyStart, delimiter: heredoc.delimiter, closed });
    if (closed) this.at += 1;
  }

  private lessThan(): void {
    if (this.doubledPlaceholder()) return;
    if (this.code.startsWith('<<<', this.at)) this.at += 3;
    else if (this.code.startsWith('<<', this.at)) this.heredocOperator();
    else if (this.code.startsWith('<(', this.at)) this.push('paren', 2);
    else if (!this.placeholder('none')) this.at += 1;
  }

  private heredocOperator(): void {
    const operator = /<<(-?)[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|((?:\\.|[^\s;&|()<>'"`])+))/y;
    operator.lastIndex = this.at;
    const match = operator.exec(this.code);
    if (match === null) {
      this.at += 2;
      return;
    }
    const delimiter = match[2] ?? match[3] ?? (match[4] ?? '').replaceAll('\\', '');
    this.pending.push({ start: this.at, delimiter, stripTabs: match[1] === '-', joins: match[4]?.includes('\\') === false });
    this.at += match[0].length;
  }

  /** `<<app>>` is a placeholder unless some line could close a heredoc of that name. */
  private doubledPlaceholder(): boolean {
    const doubled = /<<([A-Za-z][\w .-]{0,60})>>/y;
    doubled.lastIndex = this.at;
    const match = doubled.exec(this.code);
    const label = match?.[1];
    if (match === null || label === undefined) return false;
    this.lines ??= new Set(this.code.split('\n').map((line) => line.trim()));
    if (this.lines.has(label)) return false;
    this.placeholders.push({ start: this.at, end: this.at + match[0].length, label });
    this.at += match[0].length;
    return true;
  }

  private placeholder(quoting: Quoting, until = this.code.length): boolean {
    const hit = placeholderAt(this.code, { at: this.at, quoting, until, commandStart: this.commandStart });
    if (hit === null) return false;
    this.placeholders.push(hit);
    this.at = hit.end;
    return true;
  }
}

function wordEnd(code: string, start: number): number {
  const end = /[^a-z]/g;
  end.lastIndex = start;
  return end.exec(code)?.index ?? code.length;
}
