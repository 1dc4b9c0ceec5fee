import { describe, expect, it } from 'vitest';
import type { Runbook } from '../../src/model/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { comingOf, type LockEntry, withLowered } from '../../src/plan-lock/index.ts';

const TEXT = '# X\n\n## Do\n\n```sh\nacmectl purge cache\n```\n\n```sh\nrm -rf /srv/cache\n# 2. Look\nls /srv\n```\n';
const read = (text = TEXT): Runbook => parseRunbook(text, { path: 'x.md' });
const coming = (runbook: Runbook) => comingOf(planRun(runbook, EMPTY_REQUEST).plan);
const effects = ({ steps }: Runbook): readonly unknown[] => steps.map((step) => (step.kind === 'command' ? [step.effect.effect, step.destructive !== null, step.pieces.map(({ effect }) => effect.effect)] : null));

/** The lock's entry with a lowered effect on the first piece of a step. */
function lowering(step: string, effect: 'reads' | 'changes' | 'destroys'): LockEntry {
  const now = coming(read());
  const lowered = { effect, by: 'ana', on: '2026-11-01' };
  return { digest: '0', reader: '1', locked: { by: 'sam', on: '2026-11-28' }, ...now, steps: now.steps.map((each) => ({ ...each, pieces: each.pieces.map((piece, index) => (each.id === step && index === 0 ? { ...piece, lowered } : piece)) })) };
}

describe('an effect that the lock lowers', () => {
  it('is the effect of its piece, and the step is as strong as what is left', () => {
    const runbook = read();
    expect(effects(runbook)).toEqual([['unknown', false, ['unknown']], ['destroys', true, ['destroys', 'reads']]]);
    expect(effects(withLowered(runbook, lowering('do-1', 'reads'), coming(runbook)))[0]).toEqual(['reads', false, ['reads']]);
    const lowered = withLowered(runbook, lowering('do-2', 'changes'), coming(runbook));
    expect(effects(lowered)[1]).toEqual(['changes', false, ['changes', 'reads']]);
    expect(lowered.steps[1]).toMatchObject({ effect: { word: 'rm -rf, lowered by ana on 2026-11-01' } });
  });

  it('holds for the code that it was given for, and never raises', () => {
    const changed = read(TEXT.replace('/srv/cache', '/srv'));
    expect(effects(withLowered(changed, lowering('do-2', 'changes'), coming(changed)))).toEqual(effects(changed));
    const runbook = read();
    expect(withLowered(runbook, lowering('do-1', 'destroys'), coming(runbook))).toBe(runbook);
  });
});
