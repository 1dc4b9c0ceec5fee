import { type Fence, positionAt, type Runbook, type ShellAnalysis, startsIn } from '../../model/index.ts';
import { shellBlocks } from '../facts/index.ts';

/**
 * All shell of a document as one script, each line on its Markdown line, so that shellcheck sees a variable set in one block
 * and used in another. Placeholders are masked; what does not parse, is typed elsewhere or shows what a command prints is left out.
 */
export interface VirtualScript {
  readonly text: string;
  /** Where each line of code begins in the file. */
  readonly lines: readonly ScriptLine[];
  /** Codes that a directive before a block's first command silences for the whole block. */
  readonly disabled: readonly { readonly from: number; readonly to: number; readonly codes: readonly string[] }[];
}

/** Where in the file the code of a line begins: line and column from 1. */
export interface ScriptLine {
  readonly line: number;
  readonly offset: number;
  readonly column: number;
}

/** Labels of blocks that bash, and so shellcheck, can read. */
const BASH_LIKE = new Set(['bash', 'sh', 'shell', 'console', 'shell-session', 'shellsession', 'terminal', '']);
const DIRECTIVE = /^shellcheck\s+disable=([\w,]+)/;

/** Twice as many lines take shellcheck four times as long: so many are a second. */
const MOST_LINES = 1000;

/** Where a script has more lines than shellcheck is asked of: the line of the file that is one too many. */
export function lineTooMany({ lines }: VirtualScript): ScriptLine | null {
  return lines[MOST_LINES] ?? null;
}

/** The script of a runbook, or `null` where it has no shell that parses. */
export function virtualScript(runbook: Runbook): VirtualScript | null {
  const blocks = shellBlocks(runbook).filter(({ fence, shell }) => fence.step !== null && BASH_LIKE.has(fence.language.toLowerCase()) && isScript(shell));
  const script: string[] = [];
  const lines: ScriptLine[] = [];
  const disabled: { from: number; to: number; codes: readonly string[] }[] = [];
  for (const { fence, shell } of blocks) {
    const placed = placeLines(runbook, fence, shell);
    for (const { text, ...place } of placed) {
      script[place.line - 1] = text;
      lines.push(place);
    }
    const codes = blockDirective(shell);
    if (codes.length > 0) disabled.push({ from: fence.span.start.line, to: fence.span.end.line, codes });
  }
  if (lines.length === 0) return null;
  // A command on the first line keeps a directive in the first block from ruling the whole file.
  const text = `${Array.from(script, (line, index) => line ?? (index === 0 ? ':' : '')).join('\n')}\n`;
  return { text, lines, disabled };
}

/** Whether a block parses and is no output that parses by chance, such as a trace whose lines start with a time. */
function isScript({ errors, heredocs, commands }: ShellAnalysis): boolean {
  return errors.length === 0 && heredocs.every(({ closed }) => closed) && !commands.some(({ name }) => /^\d[\d.:-]*$/.test(name));
}

function placeLines({ source }: Runbook, { code }: Fence, shell: ShellAnalysis): readonly (ScriptLine & { readonly text: string })[] {
  let offset = 0;
  return shell.masked.split('\n').flatMap((text, index) => {
    const start = offset;
    offset += text.length + 1;
    const fileOffset = code.lineOffsets[index];
    const elsewhere = shell.remotes.some(({ typed }) => startsIn({ start }, typed));
    if (fileOffset === undefined || text.trim() === '' || elsewhere) return [];
    const { line, column } = positionAt(source, fileOffset);
    return [{ line, column, offset: fileOffset, text }];
  });
}

/** Codes of `# shellcheck disable=` lines that stand before the first command of a block. */
function blockDirective({ comments, statements }: ShellAnalysis): readonly string[] {
  const first = statements[0]?.start ?? 0;
  return comments.filter(({ start }) => start < first).flatMap(({ text }) => DIRECTIVE.exec(text)?.[1]?.split(',') ?? []);
}
