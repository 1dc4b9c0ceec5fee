import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Answer } from './answer.ts';
import { readAnswer } from './read-answer.ts';

const ENDING = '.answer.yaml';

/** An answer and the file that it answers for. */
export interface Asked {
  /** As it is named in the report. */
  readonly name: string;
  readonly path: string;
  readonly answer: Answer;
}

/** An answer whose file is not here, and why. */
export interface Skipped {
  readonly name: string;
  readonly why: string;
}

/** The answers below a folder: those whose file is here, and those that are left out. */
export function findAnswers(folder: string, corpus: string | null): { readonly asked: readonly Asked[]; readonly skipped: readonly Skipped[] } {
  const found = globSync(`**/*${ENDING}`, { cwd: folder }).sort().map((name) => resolveAnswer(folder, name, corpus));
  return { asked: found.filter((item) => 'answer' in item), skipped: found.filter((item) => 'why' in item) };
}

function resolveAnswer(folder: string, name: string, corpus: string | null): Asked | Skipped {
  const answer = answerIn(join(folder, name), name);
  if (answer.corpus === null) {
    const path = join(folder, dirname(name), answer.file ?? `${basename(name, ENDING)}.md`);
    return { name: name.slice(0, -ENDING.length), path, answer };
  }
  if (corpus === null) return { name, why: 'no --corpus given' };
  const path = join(corpus, answer.corpus.path);
  if (!existsSync(path)) return { name, why: `no ${answer.corpus.path} in the corpus` };
  if (digestOf(path) !== answer.corpus.digest) return { name, why: `${answer.corpus.path} is not the text that was answered for` };
  return { name: name.slice(0, -ENDING.length), path, answer };
}

function answerIn(path: string, name: string): Answer {
  try {
    return readAnswer(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function digestOf(path: string): string {
  return `sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
}
