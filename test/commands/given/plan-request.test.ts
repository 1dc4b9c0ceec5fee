import { expect, it } from 'vitest';
import { planOrThrow, planRequest } from '../../../src/commands/given/plan-request.ts';
import { parsedArgs } from '../../../src/commands/command-line/parsed-args.ts';
import { show } from '../../../src/commands/command-line/declarations/show.ts';
import { type Io, RunbookError } from '../../../src/model/index.ts';
import { build } from '../../plan/build.ts';
import { rollback } from '../../plan/rollback.ts';

const io: Io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, raw: process, env: { HOME: '/h' }, cwd: '/' };
const requestOf = (...argv: string[]) => planRequest(parsedArgs(show().parse(['x.md', ...argv], { from: 'user' })), io);

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
    why: '"v84;id" has ; in it',
    advice: 'give one plain word (letters, digits and _ . : / @ % + = , -), e.g. v84',
    where: { path: 'x.md', at: expect.objectContaining({ line: 1 }) },
  });
});
