import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { manPage } from '../../../src/commands/command-line/man-page.ts';
import { declaredCommands } from '../../../src/commands/command-line/index.ts';
import { MANUAL_NOTES } from '../../../src/commands/command-line/manual-notes.ts';
import { ExitCode } from '../../../src/model/index.ts';

const page = manPage('1.2.3');
const groff = spawnSync('groff', ['--version']).error === undefined;
if (!groff) process.stdout.write('skipped: groff is not on this machine, the manual page is not rendered\n');

it('has every command, option and exit status', () => {
  const plain = page.replaceAll('\\-', '-');
  for (const command of declaredCommands()) {
    expect(plain).toContain(`.SS "runbook ${command.name()} ${command.takes}"`);
    for (const { long } of command.options) expect(plain).toContain(`${long}\\fR`);
  }
  for (const code of Object.values(ExitCode)) expect(plain).toContain(`\\fB${code}\\fR\n`);
});

it('has the notes of every command that has some', () => {
  expect(Object.keys(MANUAL_NOTES).filter((name) => !declaredCommands().some((command) => command.name() === name))).toEqual([]);
  for (const start of ['Tools: find', 'GitLab lets the variables', 'A piece is tried once']) expect(page).toContain(`.PP\n${start}`);
});

it('is ASCII, and no line is a request by accident', () => {
  expect(page).toMatch(/^[\x20-\x7e\n]+$/);
  const requests = page.split('\n').filter((line) => /^[.']/.test(line)).map((line) => line.split(' ', 1)[0]);
  expect([...new Set(requests)].sort()).toEqual(['.PP', '.RE', '.RS', '.SH', '.SS', '.TH', '.TP', '.br', '.fi', '.nf']);
});

it.skipIf(!groff)('renders without a warning, and its examples can be pasted', () => {
  const { stdout, stderr, status } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-rLL=100n'], { input: page, encoding: 'utf8', env: { ...process.env, GROFF_NO_SGR: '1' } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const shown = stdout.replace(/.\x08/gu, '');
  for (const { about } of declaredCommands()) for (const { command } of about.examples) expect(shown).toContain(command);
});
