import { type Fence, lineStart, positionAt, type Runbook } from '../../model/index.ts';
import type { Finding } from '../rule.ts';
import { KNOWN_PROGRAMS } from './known/index.ts';

/** Blocks labelled as a script. */
const scripts = ({ structure }: Runbook): readonly Fence[] => structure.fences.filter(({ language, fenced, closed }) => fenced && closed && /^(?:bash|sh|shell|zsh)$/i.test(language));

/** Blocks labelled as a script although a session was pasted into them. */
export function scriptsWithPrompts(runbook: Runbook): readonly Fence[] {
  return scripts(runbook).filter(({ hasPrompts }) => hasPrompts);
}

/** Whether blocks labelled as scripts nearly always are scripts; if many have prompts, that is how the authors write. */
export function keepsScriptsClean(runbook: Runbook): boolean {
  const all = scripts(runbook);
  return all.length > 0 && all.filter(({ hasPrompts }) => hasPrompts).length * 3 <= all.length;
}

/** The output shown in a block: lines that are neither commands nor remarks. */
export function outputLines({ source }: Runbook, { code, span }: Fence): readonly string[] {
  const commandLines = new Set(code.lineOffsets.map((offset) => positionAt(source, offset).line));
  const inside = Array.from({ length: Math.max(0, span.end.line - span.start.line - 1) }, (_, index) => span.start.line + 1 + index);
  return inside.flatMap((line) => {
    const text = source.text.slice(source.lineStarts[line - 1], source.lineStarts[line]).replace(/^[\s>]+/, '').trimEnd();
    return commandLines.has(line) || text === '' || text.startsWith('#') ? [] : [text];
  });
}

/** Whether a command stands behind the prompt `>`: pasted, `> info` empties the file `info`. */
export function promptWrites({ source }: Runbook, { code, span }: Fence): boolean {
  const before = (offset: number): string => source.text.slice(lineStart(source.text, offset), offset);
  const quoted = marksIn(before(span.start.offset));
  return code.lineOffsets.some((offset) => /^[\s>]*>\s*$/.test(before(offset)) && marksIn(before(offset)) > quoted);
}

const marksIn = (text: string): number => text.split('>').length;

/** Whether a line of output would do something if pasted into a shell: it names a program, or writes a file, as `a -> b` does. */
export function wouldRun(line: string): boolean {
  const [first = ''] = line.split(/\s+/);
  return KNOWN_PROGRAMS.has(first) || />{1,2}\s*[\w./~]/.test(line.replace(/"[^"]*"|'[^']*'|<[^<>]*>/g, ''));
}

/** The repair: the label becomes `console`. */
export function relabel({ language, info, infoSpan }: Fence): Pick<Finding, 'fix'> {
  const start = infoSpan.start.offset + Math.max(0, info.indexOf(language));
  return { fix: [{ start, end: start + language.length, text: 'console' }] };
}
