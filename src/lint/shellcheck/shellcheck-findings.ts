import type { Diagnostic, Position, Severity } from '../../model/index.ts';
import type { ShellcheckComment } from '../../programs/index.ts';
import { SHELLCHECK_KEPT_INFO, SHELLCHECK_NOISE, SHELLCHECK_ONLY_FOR } from './shellcheck-noise.ts';
import type { VirtualScript } from './virtual-script.ts';

/** shellcheck's comments on a document's script as findings in its Markdown, noise left out. */
export function shellcheckFindings(comments: readonly ShellcheckComment[], script: VirtualScript): readonly Diagnostic[] {
  return comments.flatMap((comment) => {
    if (comment.level === 'style' || isNoise(comment) || isHarmless(comment, script) || isDisabled(comment, script)) return [];
    const start = toFile(script, comment.line, comment.column);
    const end = toFile(script, comment.endLine, comment.endColumn);
    if (start === null) return [];
    const severity: Severity = comment.level;
    return [{ rule: `shellcheck/SC${comment.code}`, severity, message: comment.message, span: { start, end: end ?? start } }];
  });
}

function isNoise({ level, code }: ShellcheckComment): boolean {
  return (level === 'info' && !SHELLCHECK_KEPT_INFO.has(code)) || SHELLCHECK_NOISE.has(code);
}

/** Whether a comment is about a shape of word that does no harm in a pasted block. */
function isHarmless({ code, line, column }: ShellcheckComment, { text }: VirtualScript): boolean {
  const shape = SHELLCHECK_ONLY_FOR.get(code);
  if (shape === undefined) return false;
  const rest = Array.from(text.split('\n')[line - 1] ?? '').slice(column - 1).join('');
  return !shape.test(code === 2024 ? rest : (rest.split(/\s/)[0] ?? ''));
}

function isDisabled({ line, code }: ShellcheckComment, { disabled }: VirtualScript): boolean {
  return disabled.some(({ from, to, codes }) => line >= from && line <= to && codes.some((name) => name === 'all' || name === `SC${code}` || name === String(code)));
}

function toFile(script: VirtualScript, line: number, column: number): Position | null {
  const place = script.lines.find((candidate) => candidate.line === line);
  if (place === undefined) return null;
  const text = script.text.split('\n')[line - 1] ?? '';
  const units = Array.from(text).slice(0, column - 1).join('').length;
  return { offset: place.offset + units, line, column: place.column + units };
}

/** Where a shellcheck rule is described. */
export function shellcheckPage(rule: string): string {
  return `https://www.shellcheck.net/wiki/${rule.replace('shellcheck/', '')}`;
}
