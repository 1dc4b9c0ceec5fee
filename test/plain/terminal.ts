import { PassThrough } from 'node:stream';
import type { Io } from '../../src/model/index.ts';
import { Prompter } from '../../src/plain/prompter.ts';

/** A terminal in memory. */
export function terminal(columns?: number): { readonly prompter: Prompter; readonly shown: () => string; readonly type: (text: string) => void; readonly close: () => void; readonly end: () => void } {
  let open = true;
  const setRawMode = (): void => {
    if (!open) throw Object.assign(new Error('setRawMode EIO'), { code: 'EIO' });
  };
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  const stdout = Object.assign(new PassThrough(), { columns });
  let shown = '';
  stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const io = { stdin, stdout, stderr: stdout, raw: { stdout, stderr: stdout }, env: {}, cwd: '/' } as unknown as Io;
  return { prompter: new Prompter(io), shown: () => shown, type: (text) => void stdin.write(text), close: () => void (open = false), end: () => void stdin.end() };
}
