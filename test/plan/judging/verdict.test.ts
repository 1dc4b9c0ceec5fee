import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/plan/index.ts';
import { similarTo } from '../../../src/parse/expectations/expectation.ts';
import { expected } from '../expected.ts';

const releases = '=== raxx-api-prod Releases\n\nv86  Rollback to v84  ops@raxx.app  2026/05/14\nv85  Deploy 3f2a91c  dev@raxx.app\n';
const status = (rest: string, stdout: string, stderr = ''): string => judge(expected(rest), { stdout, stderr }).status;

describe('a literal', () => {
  it.each([
    ['200', '200'],
    ['200', '\n200\n'],
    ['200', 'checking\n  200\n'],
    ['web.1: up', '=== web (Basic)\nweb.1:  up 2026/05/14 (~ 1m ago)\n'],
    ['Healthy', 'Status: Healthy,'],
    ['up', '{"status":"up"}'],
    ['HTTP 200', 'HTTP/2 200 \nserver: x'],
    ['HTTP 200', '200'],
    ['200 or 204', '204'],
    ['200 (OK)', '200\n'],
    ['Healthy', '\u001b[32mHealthy\u001b[0m'],
    ['50%', '50%'],
    ['100%', '10%\r55%\r100%\r\n'],
  ])('%s holds in %j', (rest, output) => {
    expect(status(rest, output)).toBe('held');
  });

  it.each([
    ['200', '503'],
    ['200', '2000'],
    ['200', 'took 200 ms'],
    ['web.1: up', 'web.1: upgrading'],
    ['web.1: up', 'web.11: up\nweb.1: crashed'],
    ['ready', 'not-ready'],
    ['Healthy', 'Unhealthy'],
    ['10%', '10%\r55%\r100%'],
    ['200', ''],
  ])('%s fails in %j', (rest, output) => {
    expect(status(rest, output)).toBe('failed');
  });
});

describe('quoted words', () => {
  it('must all occur, white space folded', () => {
    expect(status('top row reads "Rollback to v84"', releases)).toBe('held');
    expect(status('`v86` is "Rollback  to v84"', releases)).toBe('held');
    expect(status('`v86` and `v99`', releases)).toBe('failed');
    expect(status('"Rollback to v8"', releases)).toBe('failed');
    expect(status('a `200` in the first line', 'HTTP/2 200 OK')).toBe('held');
    expect(status('`200`', 'took 200 ms')).toBe('failed');
    expect(status('`200`', '200\n')).toBe('held');
  });

  it('with "or" one is enough', () => {
    expect(status('"Paused" or "Healthy"', 'Healthy')).toBe('held');
    expect(judge(expected('"Paused" or "Healthy"'), { stdout: 'Degraded' })).toEqual({
      status: 'failed',
      reason: 'none of "Paused", "Healthy" is in the output; the output is Degraded',
      seen: 'Degraded',
    });
  });

  it('members of a JSON object are found however it is printed', () => {
    const rest = 'HTTP 200 + body {"status":"ready","count":2}';
    expect(status(rest, '{\n  "status": "ready",\n  "count": 2\n}')).toBe('held');
    expect(status(rest, '{"status":"ready","count":20}')).toBe('failed');
  });

  it('what went to stderr was seen too', () => {
    expect(status('`connected`', '', 'connected to db\n')).toBe('held');
  });
});

describe('a regular expression', () => {
  it('matches the output without its last newline, flags as given', () => {
    expect(status('/^200$/', '200\n')).toBe('held');
    expect(status('/^V86 /im', releases)).toBe('held');
    expect(status('/v86/g', releases)).toBe('held');
  });

  it('that would match one line says so', () => {
    expect(judge(expected('/^200$/'), { stdout: 'x\n200\n' }).reason).toMatch(/the output has 2 lines; one line does: \^ and \$/);
  });
});

describe('the reason', () => {
  it('names what was expected and what was seen', () => {
    expect(judge(expected('200'), { stdout: '503' })).toEqual({ status: 'failed', reason: 'no line equals 200; the output is 503', seen: '503' });
    expect(judge(expected('200'), { stdout: '' })).toEqual({ status: 'failed', reason: 'no line equals 200; the output is empty', seen: '' });
  });

  it('shows the nearest lines', () => {
    expect(judge(expected('"Rollback to v83"'), { stdout: releases }).seen).toBe('v86  Rollback to v84  ops@raxx.app  2026/05/14');
  });

  it('of a check that held shows where', () => {
    expect(judge(expected('"Rollback to v84"'), { stdout: releases })).toEqual({
      status: 'held',
      reason: 'found in line 3 of the output',
      seen: 'v86  Rollback to v84  ops@raxx.app  2026/05/14',
    });
  });
});

it('prose is for the operator', () => {
  expect(judge(expected('no `error` lines'), { stdout: 'a\nb\nc\nd\n' })).toEqual({ status: 'unverified', reason: 'for the operator to judge', seen: 'b\nc\nd' });
});

it('an expectation with an unknown parameter is not checked', () => {
  expect(judge({ ...expected('"Rollback to <n>"'), missing: ['n'] }, { stdout: 'Rollback to <n>' })).toMatchObject({ status: 'unverified', reason: 'n has no value yet' });
});

it('similarity as Innovation Engine measures it', () => {
  const like = (text: string, least: number, stdout: string) => {
    const expectation = similarTo(text, least, expected('x').expectation.span);
    return judge({ expectation, text: expectation.text, parts: [text], missing: [] }, { stdout });
  };
  expect(like('MARTHA', 0.96, 'MARHTA\n')).toMatchObject({ status: 'held', reason: 'similar by 0.96, expected at least 0.96' });
  expect(like('Hello world', 0.9, 'Goodbye')).toMatchObject({ status: 'failed' });
  expect(like('{"a": 1, "b": 2}', 1, '{"b":2,"a":1}').status).toBe('held');
  expect(like('x', 0.1, '').status).toBe('failed');
});

it('a megabyte of output is judged within a blink', () => {
  const stdout = `${'a line of a long log with words\n'.repeat(40_000)}200\n`;
  const before = performance.now();
  expect(status('200', stdout)).toBe('held');
  expect(status('"never there at all"', stdout)).toBe('failed');
  expect(performance.now() - before).toBeLessThan(2_000);
});
