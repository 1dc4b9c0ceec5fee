import { expect, it } from 'vitest';
import { Outline } from '../../../src/tui/components/outline.tsx';
import { OutlineRow } from '../../../src/tui/components/outline-row.tsx';
import { frame } from '../frame.tsx';
import type { ChooseAlternative } from '../../../src/walk/index.ts';
import { byHand, planOf, runPiece, scene } from '../scenes.ts';

it('has every section with its counts, the steps of the current one, and a dot at what is out', () => {
  const shown = scene({ columns: 100, rows: 20, ui: { prompt: byHand(planOf(), 0) } });
  expect(frame(<Outline scene={shown} />, 28).split('\n').slice(0, 7)).toEqual([
    '╭─────────────────────────╮',
    '│ ▶ Before            0/2 │',
    '│   ▶ Tell the team in #… │',
    '│   ○ echo looking        │',
    '│ ○ Change            0/1 │',
    '│   ○ heroku ps:restart   │',
    '│ · Troubleshooting       │',
  ]);
  // Where there is no room for all, the steps of the current section.
  const few = scene({ columns: 100, rows: 14, ui: { prompt: byHand(planOf(), 0) } });
  expect(frame(<Outline scene={few} />, 28)).toMatch(/▶ Before +0\/2 [^]*▶ Tell the team in[^]*○ echo looking[^]*○ Change +0\/1 │\n│ · Troubleshooting/);
});

it('cuts a long title, never its count or the mark of what is not as locked', () => {
  const section = { kind: 'section', section: 1, depth: 0, text: 'Verify the recovery of everything', done: 1, of: 12, mark: 'next', current: true } as const;
  expect(frame(<OutlineRow item={section} width={21} marked={false} />, 21)).toBe(' ▶ Verify the r… 1/12');
  const step = { kind: 'step', section: 1, depth: 1, text: 'Roll back the release', step: 's', mark: 'held', current: false, unlike: true } as const;
  expect(frame(<OutlineRow item={step} width={21} marked={false} />, 21)).toBe('   ? Roll back the… ≠');
});

it('what is marked has a sign, and reverse where there is any', () => {
  const shown = scene({ columns: 100, rows: 20, ui: { prompt: byHand(planOf(), 0), pane: 'outline', outlineAt: 3 } });
  expect(frame(<Outline scene={shown} />, 28).split('\n').slice(3, 6)).toEqual(['│   ○ echo looking        │', '│❯○ Change            0/1 │', '│   ○ heroku ps:restart   │']);
});

it('a section with a choice to come is open, not out, and the walk is there while it is asked', () => {
  const plan = planOf('# R\n\n## Look\n\n```bash\necho look\n```\n\n## Mitigation\n\n### Option A: roll back\n\n```bash\necho back\n```\n\n### Option B: scale out\n\n```bash\necho out\n```\n', undefined);
  const rows = (prompt: ReturnType<typeof runPiece> | ChooseAlternative): readonly string[] => frame(<Outline scene={scene({ plan, columns: 100, rows: 20, ui: { prompt } })} />, 28).split('\n');
  expect(rows(runPiece(plan, 0))).toContain('│ ○ Mitigation            │');
  expect(rows({ kind: 'choose-alternative', id: 'a', group: 0, name: 'Mitigation', line: 11, menu: false, choices: [] })).toEqual(expect.arrayContaining(['│ ▶ Mitigation            │', '│   · Option A: roll back │']));
});
