import { expect, it } from 'vitest';
import { planOrThrow, planRequest } from '../../src/commands/choose.ts';
import { readArgs } from '../../src/commands/parse-args.ts';
import { COMMANDS } from '../../src/commands/specs/index.ts';
import { type Io, RunbookError } from '../../src/model/index.ts';
import { build } from '../plan/build.ts';
import { rollback } from '../plan/rollback.ts';

const io: Io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, raw: process, env: { HOME: '/h' }, cwd: '/' };
const requestOf = (...argv: string[]) => planRequest(readArgs(COMMANDS.find(({ name }) => name === 'show')!, ['x.md', ...argv]), io);

it('reads the choosing options', () => {
  expect(requestOf('--target', 'a', '--set', 'x=1=2', '--set', 'y=', '--section', 'B', '--from', 's-1', '--only', 's-2', '--only', 's-3', '--skip', 's-4')).toEqual({
    target: 'a', values: { x: '1=2', y: '' }, sections: ['B'], from: 's-1', only: ['s-2', 's-3'], skip: ['s-4'], environment: { HOME: '/h' },
  });
  expect(requestOf()).toEqual({ values: {}, sections: [], only: [], skip: [], environment: { HOME: '/h' } });
});

it('makes what is wrong with them an error with one line of advice', () => {
  const attempt = (...argv: string[]): RunbookError => {
    try {
      planOrThrow(build(rollback), requestOf(...argv));
    } catch (error) {
      if (error instanceof RunbookError) return error;
    }
    throw new Error('no error');
  };
  expect(attempt('--target', 'raxx-api-prd')).toMatchObject({ exitCode: 2, message: '--target raxx-api-prd: no such target' });
  expect(attempt('--target', 'raxx-api-prod', '--set', 'known-good-release=v84;id').report).toEqual({
    what: 'the value of known-good-release',
    why: '"v84;id" holds ;',
    advice: 'give one plain word (letters, digits and _ . : / @ % + = , -), e.g. known-good-release=v84',
    where: { path: 'x.md', at: expect.objectContaining({ line: 1 }) },
  });
});
