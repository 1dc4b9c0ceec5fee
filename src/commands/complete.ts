import { ExitCode, type Io, oneLine } from '../model/index.ts';
import { bashWord, readBashLine } from './completing/bash-line.ts';
import { completeWords } from './completing/complete-words.ts';
import type { Completion } from './completing/candidate.ts';

/**
 * `runbook __complete -- <words up to the cursor>`, which the completion scripts call. For bash it is
 * `__complete bash <line> <word breaks>`, because only the whole line shows quotes. Prints one candidate per line, followed by a tab and its meaning.
 * Errors are swallowed, since whoever presses Tab does not want to see one.
 */
export async function complete(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    io.stdout.write(argv[0] === 'bash' ? await forBash(argv[1] ?? '', argv[2] ?? '', io) : await forWords(argv.slice(argv.indexOf('--') + 1), io));
  } catch {
    // Nothing to offer.
  }
  return ExitCode.done;
}

async function forWords(words: readonly string[], io: Io): Promise<string> {
  const completion = await completeWords(words, io);
  if (completion.kind === 'paths') return `:${completion.paths}\t${completion.before}\n`;
  return completion.candidates.map(({ value, about }) => `${oneLine(value)}${about === undefined ? '' : `\t${oneLine(about)}`}\n`).join('');
}

/** Bash shows no meanings; for a path it needs the part that it keeps and the part to complete, without quotes. */
async function forBash(text: string, breaks: string, io: Io): Promise<string> {
  const line = readBashLine(text, breaks);
  const completion: Completion = await completeWords(line.words.slice(1), io);
  const word = line.words.at(-1) ?? '';
  if (completion.kind === 'paths') return `:${completion.paths}\t${line.kept.slice(completion.before.length)}\t${word.slice(completion.before.length)}\n`;
  return completion.candidates.map(({ value }) => `${bashWord(oneLine(value), line)}\n`).join('');
}
