import type { RunEvent } from '../../events/index.ts';
import { xmlText } from '../formats/xml-text.ts';
import { resultOf } from './attempts.ts';
import { type StepTitles, tellStory } from './story.ts';
import type { Standing, StoryStep } from './types.ts';

const FAILED: ReadonlySet<Standing> = new Set(['failed', 'timed out', 'stopped', 'not finished']);

/** The report of a run as JUnit XML for a forge: a test suite with a case for each piece. Pieces that were not reached or that nobody confirmed are skipped cases. */
export function reportJunit(run: string, events: readonly RunEvent[], titles?: StepTitles): string {
  const { steps, notReached, title, state } = tellStory(run, events, titles);
  const suite = state.started?.target ?? title;
  const cases = [...steps.map((step) => pieceCase(suite, step)), ...notReached.map((step) => testCase(suite, step.title, 0, '<skipped message="not reached"/>'))];
  const failures = steps.filter(({ standing }) => FAILED.has(standing)).length;
  const skipped = steps.filter(({ standing }) => isSkipped(standing)).length + notReached.length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${xmlText(title)}" ${counts}>\n  <testsuite name="${xmlText(suite)}" ${counts} skipped="${skipped}" time="${seconds(state.durationMs ?? 0)}">\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}

function pieceCase(suite: string, { title, standing, moments }: StoryStep): string {
  const attempt = moments.findLast((moment) => moment.type === 'attempt')?.attempt;
  const skipped = isSkipped(standing) ? `<skipped message="${xmlText(standing)}"/>` : '';
  const failed = FAILED.has(standing) ? `<failure message="${xmlText(attempt === undefined ? standing : resultOf(attempt))}">${xmlText(attempt?.finished?.reason ?? standing)}</failure>` : '';
  return testCase(suite, title, attempt?.finished?.durationMs ?? 0, skipped + failed);
}

function testCase(suite: string, name: string, durationMs: number, inside: string): string {
  return `    <testcase name="${xmlText(name)}" classname="${xmlText(suite)}" time="${seconds(durationMs)}"${inside === '' ? '/>' : `>${inside}</testcase>`}\n`;
}

function isSkipped(standing: Standing): boolean {
  return standing === 'skipped' || standing === 'taken as read';
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
