import { describe, expect, it } from 'vitest';
import { Footer } from '../../../src/tui/components/footer.tsx';
import type { PieceFailed } from '../../../src/walk/index.ts';
import { frame } from '../frame.tsx';
import { planOf, runPiece, scene } from '../scenes.ts';

const plan = planOf();
const failed: PieceFailed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] };
const footer = (columns: number, rows: number, ui: object): string => frame(<Footer scene={scene({ plan, columns, rows, ui })} />, columns);

describe('the keys that count now', () => {
  it('stand in one row, what looks around as far as there is room', () => {
    expect(footer(80, 24, { prompt: failed })).toMatch(/^ r retry {2}R until it holds {2}a accept anyway {2}s skip {2}.*\? help {2}q quit$/);
  });

  it('take a second row before an answer is left out', () => {
    expect(footer(40, 24, { prompt: failed })).toBe(' r retry  R until it holds\n a accept anyway  s skip  ? more');
  });

  it('give room to what the operator is told, but never an answer', () => {
    expect(footer(80, 24, { prompt: failed, message: 'Enter does nothing here' })).toBe(' Enter does nothing here  r retry  R until it holds  a accept anyway  s skip');
    expect(footer(40, 24, { prompt: failed, message: 'Enter does nothing here' })).toContain('a accept anyway  s skip');
    expect(footer(80, 24, { prompt: runPiece(plan, 1), message: 'noted' })).toMatch(/^ noted {2}Enter /);
  });

  it('name each key once: in the outline Enter shows what is marked', () => {
    expect(footer(100, 24, { prompt: runPiece(plan, 1), pane: 'outline' })).toMatch(/^ Enter show {2}e edit/);
    expect(footer(100, 24, { prompt: runPiece(plan, 1), pane: 'outline' })).not.toMatch(/Enter (?:run|read)/);
  });

  it('say nothing of what has not stood a moment', () => {
    expect(footer(80, 24, { prompt: failed, armed: false })).not.toContain('retry');
  });
});
