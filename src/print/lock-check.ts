import { inertLines, visible, visibleProse } from '../model/index.ts';
import type { Difference } from '../plan-lock/index.ts';
import { allAsLocked } from '../plan-lock/unread/index.ts';
import { jsonText } from './json-text.ts';
import { sarifArtifact } from './sarif-artifact.ts';
import { workflowData, workflowProperty } from './events/workflow-text.ts';

/** The result of `lock --check`. */
export interface LockCheckReport {
  readonly differences: readonly Difference[];
  readonly compared: number;
  readonly read: number;
}

/** The differences to the plan lock, in a format. */
export function lockCheckText(report: LockCheckReport, format: string, version: string): string {
  switch (format) {
    case 'json':
      return `${jsonText(report.differences.map(({ path, step, line, kind, text }) => ({ path, step, line, kind, text })), 2)}\n`;
    case 'github':
      return [...report.differences.map(annotation), summary(report)].join('\n') + '\n';
    case 'sarif':
      return `${jsonText(sarif(report, version), 2)}\n`;
    default:
      return [...report.differences.map(lockDifferenceText), summary(report)].join('\n') + '\n';
  }
}

/** A difference in one line. */
export function lockDifferenceText({ path, line, text }: Difference): string {
  return inertLines(`${visible(path)}${line === null ? '' : `:${line}`}: ${visibleProse(text)}`, false);
}

function summary({ differences, compared }: LockCheckReport): string {
  if (differences.length === 0) return allAsLocked(compared);
  const runbooks = `${compared} ${compared === 1 ? 'runbook' : 'runbooks'}`;
  const changed = new Set(differences.map(({ path }) => path)).size;
  return `${changed} of ${runbooks} ${changed === 1 ? 'comes' : 'come'} to something else than locked (${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}); review it and run runbook lock`;
}

function annotation({ path, line, text }: Difference): string {
  return `::error file=${workflowProperty(path)}${line === null ? '' : `,line=${line}`},title=not-as-locked::${workflowData(visibleProse(text))}`;
}

function sarif({ differences }: LockCheckReport, version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'runbook', semanticVersion: version, version, rules: [{ id: 'not-as-locked', name: 'not-as-locked', shortDescription: { text: 'A runbook comes to something else than locked' } }] } },
        results: differences.map(({ path, line, text }) => ({ ruleId: 'not-as-locked', ruleIndex: 0, level: 'error', message: { text }, locations: [{ physicalLocation: { artifactLocation: sarifArtifact(path), region: { startLine: line ?? 1 } } }] })),
      },
    ],
  };
}
