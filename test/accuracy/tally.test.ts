import { expect, it } from 'vitest';
import type { Judgement, Mark } from './mark.ts';
import { figuresTable } from './report.ts';
import { percent, tally, worse } from './tally.ts';

const mark = (kind: Mark['kind'], right: boolean): Mark => ({ kind, right, file: 'f', line: 1, wanted: '', found: '' });
const judgement = (marks: readonly Mark[], findings: Judgement['findings'] = [], free = 0): Judgement => ({ marks, findings, free });
const needless = { kind: 'needless doubt', file: 'f', line: 1, text: '' } as const;
const silent = { kind: 'silent danger', file: 'f', line: 1, text: '' } as const;

it('counts right and wrong over all files', () => {
  const figures = tally([judgement([mark('steps', true), mark('steps', false), mark('gates', true)], [needless, silent], 4), judgement([mark('steps', true)], [], 1)]);
  expect(figures).toMatchObject({ files: 2, silentDanger: 1, lost: 0, needlessLabels: 0, needlessDoubts: { right: 4, of: 5 } });
  expect([figures.kinds.steps, figures.kinds.gates, figures.kinds.effects]).toEqual([{ right: 2, of: 3 }, { right: 1, of: 1 }, { right: 0, of: 0 }]);
});

it('takes nothing out of nothing for right', () => {
  expect([percent({ right: 0, of: 0 }), percent({ right: 1, of: 4 })]).toEqual([100, 25]);
});

it('says what is worse, and nothing where all is as it was or better', () => {
  const [before, better] = [tally([judgement([mark('steps', true), mark('steps', false)], [silent], 2)]), tally([judgement([mark('steps', true), mark('steps', true)], [], 2)])];
  expect([worse(before, before), worse(before, better)]).toEqual([[], []]);
  expect(worse(better, before)).toEqual(['silentDanger: 1, was 0', 'steps: 50.0 % (1 of 2), was 100.0 % (2 of 2)']);
});

it('lets one in twelve pieces be held for nothing before it says so', () => {
  const free = (held: number): ReturnType<typeof tally> => tally([judgement([], Array.from({ length: held }, () => needless), 24)]);
  expect([worse(free(0), free(2)), worse(free(3), free(3))]).toEqual([[], []]);
  expect(worse(free(0), free(3))).toEqual(['needlessDoubts: 87.5 % (21 of 24), was 100.0 % (24 of 24)']);
});

it('prints a table that Markdown reads', () => {
  const text = figuresTable(tally([judgement([mark('in or out', true)], [needless], 12)]));
  expect(text).toContain('1 answers: **silent danger 0**, **needless doubts 1 of 12 pieces** (and 0 more for a missing label), **lost 0**');
  expect(text).toContain('| in or out | 1 | 0 | 100.0 % |');
});
