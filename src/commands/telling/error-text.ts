import { type ErrorReport, visible, visibleProse } from '../../model/index.ts';

/** Prints an expected error: what, why and where in one line, and a line of advice. */
export function errorText(report: ErrorReport): string {
  const place = report.where;
  const where = place === undefined ? '' : `${visible(place.path)}${place.at === undefined ? '' : `:${place.at.line}:${place.at.column}`}: `;
  const why = report.why === undefined ? '' : `: ${report.why}`;
  const details = (report.details ?? []).map((line) => `  ${line}\n`).join('');
  return `runbook: ${oneLine(`${where}${report.what}${why}`)}\n${details}  ${oneLine(report.advice)}\n`;
}

function oneLine(text: string): string {
  return visibleProse(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
