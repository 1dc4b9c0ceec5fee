import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { frame, room } from '../../src/tui/frame/frame.ts';
import type { FrameInput } from '../../src/tui/frame/frame.ts';
import type { WalkModel } from '../../src/tui/model.ts';
import { outputOf } from '../../src/tui/output-buffer.ts';
import { onDestructive, onManual, walkModel } from './walk-model.ts';

function input(model: WalkModel, columns: number, rows: number, change: Partial<FrameInput> = {}): FrameInput {
  return { model, columns, rows, theme: { colour: false, unicode: true }, output: outputOf('one\ntwo 漢字 🚀\n\u001b[31mred\u001b[0m'), templates: ['Incident open'], missing: ['zsh is not installed: Restart will run in bash'], elapsedMs: 65_000, now: new Date('2026-11-23T00:00:00Z'), mask: (text) => text.replaceAll('secret', '***'), ...change };
}

const MODELS: Readonly<Record<string, WalkModel>> = {
  briefing: walkModel({ phase: 'briefing', at: null, run: null }),
  command: walkModel(),
  destructive: onDestructive(),
  manual: onManual(),
  help: walkModel({ overlay: 'help' }),
  output: walkModel({ overlay: 'output' }),
  question: walkModel({ dialog: { kind: 'keys', purpose: 'failed', title: 'It did not come out', lines: ['expected: a', 'seen: b'] } }),
  closing: walkModel({ phase: 'closing', at: null, row: { where: 'r.md', columns: ['Date'], cells: ['today'], suggestions: [[]], index: 0 } }),
};

describe.each([[80, 24], [120, 40], [50, 15]])('at %ix%i', (columns, rows) => {
  it.each(Object.keys(MODELS))('%s fills the screen and not a cell more', (name) => {
    for (const theme of [{ colour: false, unicode: true }, { colour: true, unicode: false }]) {
      const lines = frame(input(MODELS[name]!, columns, rows, { theme }));
      expect(lines).toHaveLength(rows);
      for (const line of lines) expect(stringWidth(line)).toBe(columns);
    }
  });

  it('shows the command, its marks and the keys that work', () => {
    const screen = frame(input(MODELS['destructive']!, columns, rows)).join('\n');
    expect(screen).toContain('heroku ps:restart -a shop-prod');
    expect(screen).toMatch(/DESTRUCTIVE/);
    expect(screen).toContain('Enter run');
    expect(screen).toContain('1:05');
  });
});

it('says how much of a command fits', () => {
  const { codeLines, codeRoom } = room(input(MODELS['command']!, 80, 24));
  expect(codeLines).toBe(2);
  expect(codeRoom).toBe(2);
});

it('shows no secret of the command', () => {
  const model = walkModel({ edited: 'echo secret' });
  expect(frame(input(model, 80, 24)).join('\n')).not.toContain('secret');
});

it('wraps messages, so that all of what would be sent is on screen', () => {
  const long = `Rolling back ${'word '.repeat(40)}now`;
  const screen = frame(input(walkModel({ overlay: 'templates' }), 50, 24, { templates: [long] }));
  expect(screen.join('').replace(/\s+/g, ' ')).toContain('now');
});

it('marks what was replaced, and spells it out on request', () => {
  const theme = { colour: true, unicode: true };
  const screen = (values: boolean): string => frame(input(walkModel({ values }, 'shop-staging'), 100, 30, { theme })).join('\n');
  expect(screen(false)).toContain('\u001b[4m\u001b[1mshop-staging');
  expect(screen(false)).not.toContain('is now');
  expect(screen(true)).toContain('shop-prod is now shop-staging (the target)');
});

it('names the keys of a question only once they count', () => {
  const asked = (armed: boolean): string => frame(input(walkModel({ armed, dialog: { kind: 'keys', purpose: 'failed', title: 'It did not come out', lines: [] } }), 80, 24)).join('\n');
  expect(asked(false)).not.toContain('a accept');
  expect(asked(true)).toContain('a accept with a reason');
  expect(frame(input(walkModel({ armed: false }), 80, 24)).at(-1)).not.toContain('Enter');
});

it('shows a long line of output in full on the whole screen', () => {
  const screen = frame(input(walkModel({ overlay: 'output' }), 50, 15, { output: outputOf(`${'x'.repeat(120)}\u001b[31mend\u001b[0m\n`) }));
  expect(screen.join('')).toContain('end');
});

it('follows the output, or stays where the operator scrolled to', () => {
  const output = outputOf(Array.from({ length: 200 }, (_, i) => `line ${i}.`).join('\n'));
  expect(frame(input(walkModel(), 80, 24, { output })).join('\n')).toContain('line 199.');
  const scrolled = frame(input(walkModel({ outputTop: 7 }), 100, 24, { output })).join('\n');
  expect(scrolled).toContain('line 7.');
  expect(scrolled).toMatch(/output of the step before, 8–\d+ of 200, G follows/);
});

it('says before the start which programs are missing', () => {
  expect(frame(input(MODELS['briefing']!, 80, 24)).join('\n')).toContain('zsh is not installed: Restart will run in bash');
});
