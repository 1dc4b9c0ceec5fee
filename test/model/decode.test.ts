import { describe, expect, it } from 'vitest';
import { decodeRunbook, MAX_BYTES, RunbookError } from '../../src/model/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function why(data: Uint8Array): string {
  try {
    decodeRunbook(data, 'x.md');
    return '';
  } catch (error) {
    if (!(error instanceof RunbookError)) throw error;
    expect([error.report.what, error.exitCode, error.report.advice === undefined]).toEqual(['cannot read x.md', 2, false]);
    return error.report.why ?? '';
  }
}

describe('the bytes of a file', () => {
  it('are text, its byte order mark included', () => expect(decodeRunbook(bytes('\uFEFF# Ü'), 'x.md')).toBe('\uFEFF# Ü'));
  it.each([
    ['nothing', new Uint8Array(), 'it is empty'],
    ['a program', Uint8Array.of(127, 69, 76, 70, 0, 1), 'it is no text'],
    ['latin 1', Uint8Array.of(35, 32, 0xfc), 'it is not UTF-8'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 35, 0), 'it is UTF-16'],
    ['more than 2 MB', new Uint8Array(MAX_BYTES + 1), 'it is 2.0 MB; the most that is read is 2 MB'],
  ])('%s', (_, data, reason) => expect(why(data)).toBe(reason));
});
