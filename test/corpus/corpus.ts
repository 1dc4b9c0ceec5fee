// Runs the reader over a folder: `npm run corpus -- <folder>`. Fails where it throws, takes longer than 20 ms per KB, or where satteri's tree is not remark's.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Runbook } from '../../src/model/index.ts';
import { decodeRunbook, RunbookError } from '../../src/model/index.ts';
import { parseRunbook, quickReader } from '../../src/parse/index.ts';
import { readWithRemark } from '../../src/parse/markdown/index.ts';
import { outline } from '../parse/markdown/outline.ts';

const SLOWEST = 20;
/** Short files are timed as if they had this many KB: below it the clock measures itself. */
const LEAST_KB = 2;
const CUTS = 6;

interface Row {
  readonly path: string;
  readonly kb: number;
  readonly ms: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Numbers without end from a seed, so that a failure can be had again. */
function* randoms(seed: number): Generator<number> {
  let state = seed >>> 0;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 4_294_967_296;
  }
}

function count(runbook: Runbook): Row['counts'] {
  const { steps, parameters, targets, sections, histories, templates, callouts, alternatives, diagnostics } = runbook;
  const commands = steps.flatMap((step) => (step.kind === 'command' ? [step] : []));
  const pieces = commands.flatMap((step) => step.pieces);
  return {
    sections: sections.length,
    commands: commands.length,
    manual: steps.length - commands.length,
    pieces: pieces.length,
    expectations: pieces.flatMap(({ expectations }) => expectations).length,
    destructive: commands.filter(({ destructive }) => destructive !== null).length,
    parameters: parameters.length,
    targets: targets.length,
    alternatives: alternatives.length,
    callouts: callouts.length,
    templates: templates.length,
    histories: histories.length,
    diagnostics: diagnostics.length,
  };
}

function timed(text: string, path: string): { readonly runbook: Runbook; readonly ms: number } {
  const start = performance.now();
  const runbook = parseRunbook(text, { path });
  return { runbook, ms: performance.now() - start };
}

/** The fastest of a few readings: the first ones compile. */
function measure(text: string, path: string): Row {
  const readings = [timed(text, path), timed(text, path), timed(text, path)];
  const [first] = readings;
  return { path, kb: text.length / 1024, ms: Math.min(...readings.map(({ ms }) => ms)), counts: first === undefined ? {} : count(first.runbook) };
}

function perKb({ kb, ms }: Row): number {
  return ms / Math.max(kb, LEAST_KB);
}

function words(counts: Row['counts']): string {
  return Object.entries(counts).filter(([, value]) => value > 0).map(([name, value]) => `${value} ${name}`).join(', ');
}

/** Whether the reader of many files makes another tree of a text than remark does. */
function differs(text: string): boolean {
  const body = text.replace(/^\uFEFF/, '');
  return outline(quickReader()(body)).join('\n') !== outline(readWithRemark(body)).join('\n');
}

/** Markdown below a path, templates of it too. */
function markdownBelow(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|markdown)(?:\.erb)?$/.test(name));
  return names.sort().map((name) => join(path, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function main(folders: readonly string[]): number {
  const files = folders.flatMap(markdownBelow);
  const random = randoms(20_260_514);
  const next = (): number => random.next().value ?? 0;
  const problems: string[] = [];
  const rows: Row[] = [];
  for (const path of files) {
    const bytes = readFileSync(path);
    try {
      const text = decodeRunbook(bytes, path);
      const row = measure(text, path);
      rows.push(row);
      process.stdout.write(`${perKb(row).toFixed(2).padStart(6)} ms/KB  ${path}  ${words(row.counts)}\n`);
      for (let cut = 0; cut < CUTS; cut++) parseRunbook(new TextDecoder().decode(bytes.subarray(0, Math.floor(next() * bytes.length))), { path });
      if (differs(text)) problems.push(`${path}: satteri's tree is not remark's`);
      if (perKb(row) > SLOWEST) problems.push(`${path}: ${perKb(row).toFixed(1)} ms per KB, at most ${SLOWEST} are allowed`);
    } catch (error) {
      if (error instanceof RunbookError) process.stdout.write(`   left out  ${error.message}\n`);
      else problems.push(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  const totals = rows.reduce<Record<string, number>>((sums, { counts }) => {
    for (const [name, value] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + value;
    return sums;
  }, {});
  const [kb, ms] = [rows.reduce((sum, row) => sum + row.kb, 0), rows.reduce((sum, row) => sum + row.ms, 0)];
  process.stdout.write(`\n${rows.length} files, ${kb.toFixed(0)} KB, ${(ms / Math.max(kb, 1)).toFixed(2)} ms per KB, each also cut at ${CUTS} random bytes\n${words(totals)}\n`);
  for (const problem of problems) process.stdout.write(`PROBLEM ${problem}\n`);
  return problems.length === 0 && rows.length > 0 ? 0 : 1;
}

const folders = process.argv.slice(2);
process.exitCode = main(folders.length === 0 ? ['runbooks'] : folders);
