import { expect, it } from 'vitest';
import { initialState } from '../../src/events/index.ts';
import { briefing } from '../../src/plain/briefing.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { painter } from '../../src/print/index.ts';

it('says before the first command that a fence swallowed what stands below it, in lines of the width', () => {
  const { plan } = planRun(parseRunbook('# X\n\n## One\n\n```sh\necho one```\n\n## Two\n\n```sh\necho two\n```\n', { path: 'x.md' }), EMPTY_REQUEST);
  const lines = briefing(plan, { standing: { kind: 'not-locked' }, operator: 'kim', resumed: null, state: initialState('') }, painter(false), 40).split('\n');
  expect(lines.join(' ')).toContain('NOT READ AS MEANT, line 6: ``` at the end of a line of code does not close the block');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
});


const briefed = (markdown: string): string => {
  const { plan } = planRun(parseRunbook(markdown, { path: 'x.md' }), EMPTY_REQUEST);
  return briefing(plan, { standing: { kind: 'not-locked' }, operator: 'kim', resumed: null, state: initialState('') }, painter(false), 80);
};

it('tells what stands under the title, once', () => {
  const text = briefed('# Restart\n\nOwner: shop team\n\n> [!WARNING]\n> Users see errors.\n\nStop here if the queue is full.\n\n## When to use\n\nOn Mondays.\n\n## Steps\n\n```sh\necho one\n```\n');
  expect(text).toMatch(/^Restart\nOwner: shop team\n\nStop here if the queue is full\.\n\nWhen to use\nOn Mondays\.\n\nWARNING: Users see errors\.\n\n1 step/);
  expect(text.match(/Owner/g)).toHaveLength(1);
});

it('leaves to the first step what leads to a block right under the title', () => expect(briefed('# Restart\n\nRestart it:\n\n```sh\necho one\n```\n')).toMatch(/^Restart\n\n1 step/));

it('says what will be asked for: values and choices', () => {
  const ways = (lead: string): string => `# X\n\n## Steps\n\n\`\`\`sh\necho <name>\n\`\`\`\n\n## ${lead}\n\n### Option A: restart\n\n\`\`\`sh\necho a\n\`\`\`\n\n### Option B: replace\n\n\`\`\`sh\necho b\n\`\`\`\n`;
  expect(briefed(ways('Ways out'))).toContain('\nWill ask for: name, Ways out (one of 2)\n');
  expect(briefed(ways('Common tasks').replaceAll(/Option [AB]: /g, ''))).toContain('\nWill ask for: name, Common tasks (any of 2)\n');
  expect(briefed('# X\n\n| App | URL |\n|---|---|\n| a-1 | u |\n| a-2 | v |\n\n## Steps\n\n```sh\nheroku ps -a a-1\n```\n')).toContain('\nWill ask for: App (one of 2)\n');
});

it('counts what destroys only if it is chosen', () => {
  const ways = (first: string, a: string): string => `# X\n\n## Steps\n\n\`\`\`sh\n${first}\n\`\`\`\n\n## Ways out\n\n### Option A: replace\n\n\`\`\`sh\n${a}\n\`\`\`\n\n### Option B: wait\n\n\`\`\`sh\nls b\n\`\`\`\n`;
  expect(briefed(ways('ls', 'rm -r /srv/a'))).toContain('\n1 step, 0 destructive and 1 more if chosen\n');
  expect(briefed(ways('ls', 'ls a'))).toContain('\n1 step, 0 destructive\n');
});

it('tells the facts of the front matter that are known, and no others', () => {
  const text = briefed('---\nowner: shop team\nseverity: SEV1\nlayout: page\n---\n\n# Restart\n\n## Steps\n\n```sh\necho one\n```\n');
  expect(text).toMatch(/^Restart\nowner: shop team\nseverity: SEV1\n\n1 step/);
});

it('tells of the last execution, but not to whoever resumes: it may be the run itself', () => {
  const { plan } = planRun(parseRunbook('# X\n\n## Steps\n\n```sh\necho one\n```\n\n## History\n\n| Date | Outcome |\n|---|---|\n| 2026-05-14 | Aborted |\n', { path: 'x.md' }), EMPTY_REQUEST);
  const told = (resumed: string | null): string => briefing(plan, { standing: { kind: 'not-locked' }, operator: 'kim', resumed, state: initialState('') }, painter(false), 80);
  expect(told(null)).toContain('Last execution: 2026-05-14, Aborted');
  expect(told('resumed at step 1 of 1')).not.toContain('Last execution');
});
