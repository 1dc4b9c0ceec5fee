import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/events/index.ts';
import { EventGithub } from '../../../src/print/index.ts';

const AT = { time: '2026-01-01T00:00:00.000Z', run: 'r' };
const PIECE = { ...AT, step: 'steps-1', piece: 0, attempt: 1 };

function log(events: readonly RunEvent[]): string {
  let text = '';
  const printer = new EventGithub((chunk) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  }, { path: './ops/shop.md', lines: new Map([['steps-1', 7]]) });
  for (const event of events) printer.print(event);
  return text;
}

const started = (title: string, code = 'true'): RunEvent => ({ ...PIECE, type: 'step-started', kind: 'command', title, code });
const output = (text: string, stream: 'stdout' | 'stderr' = 'stdout'): RunEvent => ({ ...PIECE, type: 'output', stream, text });
const finished = (status: 'passed' | 'failed', reason?: string): RunEvent => ({ ...PIECE, type: 'step-finished', status, exitCode: status === 'passed' ? 0 : 1, durationMs: 5, ...(reason === undefined ? {} : { reason }) });

/** The lines that GitHub obeys. */
const commands = (text: string): readonly string[] => text.split('\n').filter((line) => /^\s*::|##\[/.test(line));

describe('the log of a run on GitHub', () => {
  it('has a group a piece, and an annotation at the line of the step that failed', () => {
    const text = log([started('look'), output('fine\n'), finished('passed'), started('restart: 50%, then'), output('no line end'), finished('failed', 'exit status 1')]);
    expect(commands(text)).toEqual(['::group::look', '::endgroup::', '::group::restart: 50%25, then', '::endgroup::', '::error file=ops/shop.md,line=7::restart: 50%25, then: exit status 1']);
  });

  it('tells a failed check once, and what was not checked as a warning', () => {
    const check: RunEvent = { ...PIECE, type: 'expectation', index: 0, text: '200', kind: 'literal', status: 'failed', reason: 'the output is 503', seen: '503' };
    const skipped: RunEvent = { ...AT, type: 'step-skipped', step: 'steps-1', piece: 0, reason: 'api.example is not its host', by: 'unbound-host' };
    expect(commands(log([started('look'), check, finished('failed', 'a check failed'), skipped])).filter((line) => !line.includes('group'))).toEqual([
      '::error file=ops/shop.md,line=7::look: expected 200: the output is 503',
      '::warning file=ops/shop.md,line=7::a check did not run: api.example is not its host',
    ]);
  });

  it('obeys nothing that both streams held back at the end of a step', () => {
    expect(commands(log([started('look'), output(':'), output(':', 'stderr'), finished('passed')]))).toEqual(['::group::look', '::endgroup::']);
  });

  it.each([[':\n:', ':error::x\n'], ['#\n:', '#[error]x\n']])('obeys nothing that two streams write on one line: %j, then %j', (first, second) => {
    expect(commands(log([started('look'), output(first, 'stderr'), output(second), finished('passed')]))).toEqual(['::group::look', '::endgroup::']);
  });

  it('obeys nothing that a command wrote, a title said or a note holds, however streams and pieces are mixed', () => {
    const text = fc.array(fc.constantFrom('::', 'error', '::error::x', '##[', '\n', '\r', ' ', 'x', '\u001b[31m', ':'), { maxLength: 5 }).map((parts) => parts.join(''));
    const event = fc.oneof(
      text.map((each) => started(each, each)),
      text.map((each) => output(each)),
      text.map((each) => output(each, 'stderr')),
      text.map((each) => finished('failed', each)),
      text.map((each): RunEvent => ({ ...AT, type: 'note', level: 'warning', text: each })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const shown = commands(log(events).replace(/^(?:\s|\u001b\[[\d;]*m)+/gm, ''));
        expect(shown.filter((line) => !/^::(?:group::|endgroup::$|(?:error|warning) file=ops\/shop\.md(?:,line=7)?::)/.test(line))).toEqual([]);
        const ours = events.filter(({ type }) => type !== 'output').length * 3;
        expect(shown.length).toBeLessThanOrEqual(ours);
      }),
      { numRuns: 100 },
    );
  });
});
