import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { frame, room } from '../../src/tui/frame/frame.ts';
import type { FrameInput } from '../../src/tui/frame/frame.ts';
import type { WalkModel } from '../../src/tui/model.ts';
import { outputOf } from '../../src/tui/output-buffer.ts';
import { onDestructive, onManual, walkModel } from './walk-model.ts';

function input(model: WalkModel, columns: number, rows: number, change: Partial<FrameInput> = {}): FrameInput {
  return { model, columns, rows, theme: { colour: false, unicode: true }, output: outputOf('one\ntwo 漢字 🚀\n\u001b[31mred\u001b[0m'), templates: ['Incident open'], elapsedMs: 65_000, now: new Date('2026-11-23T00:00:00Z'), mask: (text) => text.replaceAll('secret', '***'), ...change };
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
