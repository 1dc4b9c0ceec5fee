// Holds the reader against hand-made answers: `npm run accuracy -- [--corpus folder] [--file words] [--verbose] [--update]`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeRunbook } from '../../src/model/index.ts';
import { type Asked, findAnswers } from './find-answers.ts';
import { judge, placeOf } from './judge.ts';
import type { Judgement } from './mark.ts';
import { differences, figuresTable, worstFiles } from './report.ts';
import { readWithProgram } from './show.ts';
import { type Figures, tally, worse } from './tally.ts';

const FOLDER = import.meta.dirname;
const KEPT = join(FOLDER, 'figures.json');
const README = join(FOLDER, 'README.md');

/** The figures that are kept: of what is in this folder, and of that with the corpus. */
type Kept = Readonly<Partial<Record<'own' | 'corpus', Figures>>>;

async function judgeFile({ name, path, answer }: Asked): Promise<Judgement> {
  const text = decodeRunbook(readFileSync(path), path);
  const place = placeOf(name, text);
  try {
    return judge(answer, await readWithProgram(path, text, answer, FOLDER), place);
  } catch (error) {
    process.stdout.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return judge(answer, { steps: [], parameters: [], alternatives: [], metadata: {}, targets: [], words: '' }, place);
  }
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { corpus: { type: 'string' }, file: { type: 'string' }, verbose: { type: 'boolean' }, update: { type: 'boolean' } } });
  const { asked, skipped } = findAnswers(FOLDER, values.corpus ?? null);
  const chosen = asked.filter(({ name }) => name.includes(values.file ?? ''));
  if (chosen.length === 0) throw new Error(`no answer has "${values.file ?? ''}" in its name`);
  const judgements: Judgement[] = [];
  for (const item of chosen) judgements.push(await judgeFile(item));
  if (values.verbose === true) process.stdout.write(`${differences(judgements)}\n${worstFiles(judgements, chosen.map(({ name }) => name))}\n`);
  for (const [why, count] of countBy(skipped.map((item) => item.why))) process.stdout.write(`${count} answers left out: ${why}\n`);
  const figures = tally(judgements);
  process.stdout.write(`${figuresTable(figures)}\n`);
  const whole = values.file === undefined && (values.corpus === undefined || skipped.length === 0);
  return whole ? hold(figures, values.corpus === undefined ? 'own' : 'corpus', values.update === true) : 0;
}

/** Keeps the figures, or says which of them have fallen. */
function hold(figures: Figures, key: keyof Kept, update: boolean): number {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as Kept;
  if (update) return keep({ ...kept, [key]: figures });
  const before = kept[key];
  const fallen = before === undefined ? [] : worse(before, figures);
  for (const line of fallen) process.stdout.write(`WORSE ${line}\n`);
  return fallen.length === 0 ? 0 : 1;
}

function keep(kept: Kept): number {
  writeFileSync(KEPT, `${JSON.stringify(kept, null, 2)}\n`);
  const readme = readFileSync(README, 'utf8');
  const tables = [kept.own, kept.corpus].flatMap((figures) => (figures === undefined ? [] : [figuresTable(figures)]));
  writeFileSync(README, readme.replace(/(<!-- figures -->\n)[^]*(\n<!-- end of figures -->)/, (_, start: string, end: string) => `${start}\n${tables.join('\n\n')}\n${end}`));
  return 0;
}

function countBy(words: readonly string[]): ReadonlyMap<string, number> {
  return words.reduce((counts, word) => new Map(counts).set(word, (counts.get(word) ?? 0) + 1), new Map<string, number>());
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => process.exit());
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`accuracy: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
