import { allFindings, countFindings, type Counts, type LintedFile, type LintReport } from '../../lint/index.ts';
import { counted, type Diagnostic, listWords, type Severity, visibleLine, visibleProse } from '../../model/index.ts';
import { type Paint, painter, type Style } from '../layout/style.ts';
import { codeFrame } from './code-frame.ts';

const COLOURS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** Findings for people: a clickable place, the message, and the line with a caret; then a summary. */
export function lintText(report: LintReport, colour: boolean): string {
  const paint = painter(colour);
  const findings = allFindings(report).map(({ file, diagnostic }) => findingText(file, diagnostic, paint));
  return [...findings, `${summaryText(report)}\n`].join('\n');
}

function findingText(file: LintedFile, { rule, severity, message, span, related, fix, unsafe, inEditor }: Diagnostic, paint: Paint): string {
  const frame = codeFrame(file.line(span.start), span);
  const gutter = String(frame.line);
  const place = `${visibleLine(file.path)}:${span.start.line}:${span.start.column}`;
  const lines = [
    `${paint('bold', place)}: ${paint(COLOURS[severity], severity)}: ${visibleProse(message)} ${paint('dim', `[${rule}]`)}${fix === undefined || inEditor === true ? '' : paint('dim', unsafe === true ? ' (--unsafe-fixes)' : ' (--fix)')}`,
    `${paint('dim', `${gutter} |`)} ${frame.text}`,
    `${paint('dim', `${' '.repeat(gutter.length)} |`)} ${paint(COLOURS[severity], frame.pointer)}`,
  ];
  if (related !== undefined) lines.push(paint('dim', `${' '.repeat(gutter.length)} = ${visibleLine(related.path ?? file.path)}:${related.span.start.line}:${related.span.start.column}: ${visibleProse(related.message)}`));
  return `${lines.join('\n')}\n`;
}

/** `2 errors and 1 warning in 1 of 3 files; --fix repairs 1`. */
export function summaryText(report: LintReport): string {
  const counts = countFindings(report);
  const files = report.files.length;
  const bad = report.files.filter(({ diagnostics }) => diagnostics.length > 0).length;
  if (bad === 0) return `${counted(files, 'file')}, no findings`;
  const fixable = allFindings(report).filter(({ diagnostic }) => diagnostic.fix !== undefined && diagnostic.unsafe !== true).length;
  return `${countsText(counts)} in ${bad} of ${counted(files, 'file')}${fixable === 0 ? '' : `; --fix repairs ${fixable}`}`;
}

function countsText({ error, warning, info }: Counts): string {
  const parts = [error > 0 ? counted(error, 'error') : '', warning > 0 ? counted(warning, 'warning') : '', info > 0 ? `${info} info` : ''].filter((part) => part !== '');
  return listWords(parts);
}
