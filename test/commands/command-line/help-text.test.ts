import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { declaredCommand, programHelp } from '../../../src/commands/command-line/index.ts';

const helpAt = (columns: number): string => programHelp({ stdout: { isTTY: true, columns, write: () => true } as never });
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

it('help is folded to the screen, with the words below an option where there is no room beside it', () => {
  expect(widest(helpAt(40))).toBeLessThanOrEqual(40);
  expect(helpAt(40)).toContain('  show <file>\n      show what would run: metadata,\n');
  const command = declaredCommand('run');
  expect(widest(command?.configureOutput({ getOutHelpWidth: () => 50 }).helpInformation() ?? '')).toBeLessThanOrEqual(50);
});

it('and never wider than a page', () => {
  expect(helpAt(200)).toBe(helpAt(80));
  expect(helpAt(200)).toBe(programHelp({ stdout: { isTTY: false, write: () => true } as never }));
});
