import { counted, inertLines, visible, visibleProse } from '../../model/index.ts';
import type { Difference } from '../../plan-lock/index.ts';
import { allAsLocked } from '../../plan-lock/unread/index.ts';
import { jsonText } from '../formats/json-text.ts';
import { sarifArtifact, sarifLog } from '../formats/sarif.ts';
import { workflowData, workflowProperty } from '../events/workflow-text.ts';

/** The result of `lock --check`. */
interface LockCheckReport {
  readonly differences: readonly Difference[];
  /** What would be written otherwise, as a patch: for people. */
  readonly diff: string;
  readonly compared: number;
  /** How many were named that have no entry. */
  readonly unlocked: number;
}

/** The differences to the plan lock, in a format. */
export function lockCheckText(report: LockCheckReport, format: string, version: string): string {
  switch (format) {
    case 'json':
      return `${jsonText(report.differences.map(({ path, step, line, kind, text }) => ({ path, step, line, kind, text })), 2)}\n`;
    case 'github':
      return [...report.differences.map(annotation), summary(report)].join('\n') + '\n';
    case 'sarif':
      return sarif(report, version);
    default:
      return [...report.differences.map(lockDifferenceText), ...(report.diff === '' ? [] : ['', report.diff]), summary(report)].join('\n') + '\n';
  }
}

/** A difference in one line. */
export function lockDifferenceText({ path, line, text }: Difference): string {
  return inertLines(`${visible(path)}${line === null ? '' : `:${line}`}: ${visibleProse(text)}`, false);
}

function summary({ differences, compared, unlocked }: LockCheckReport): string {
  if (differences.length === 0) return allAsLocked(compared, unlocked);
  const changed = new Set(differences.map(({ path }) => path)).size;
  return `${changed} of ${counted(compared, 'runbook')} ${changed === 1 ? 'comes' : 'come'} to something else than locked (${counted(differences.length, 'difference')}); review it and run runbook lock`;
}

function annotation({ path, line, text }: Difference): string {
  return `::error file=${workflowProperty(path)}${line === null ? '' : `,line=${line}`},title=not-as-locked::${workflowData(visibleProse(text))}`;
}

function sarif({ differences }: LockCheckReport, version: string): string {
  return sarifLog(version, [{ id: 'not-as-locked', name: 'not-as-locked', shortDescription: { text: 'A runbook comes to something else than locked' } }], {
    results: differences.map(({ path, line, text }) => ({ ruleId: 'not-as-locked', ruleIndex: 0, level: 'error', message: { text }, locations: [{ physicalLocation: { artifactLocation: sarifArtifact(path), region: { startLine: line ?? 1 } } }] })),
  });
}
