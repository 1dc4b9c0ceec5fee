import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandStep, ManualStep, Runbook } from '../../src/model/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';

/** Reads Markdown that stands indented in a test; `'''` stands for a fence. */
export function read(markdown: string): Runbook {
  return parseRunbook(text(markdown), { path: 'test.md' });
}

/** The Markdown as a file would have it. */
export function text(markdown: string): string {
  const lines = markdown.replaceAll("'''", '```').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n').replace(/^\n/, '').trimEnd() + '\n';
}

/** A file of `fixtures/reader`. */
export function fixture(name: string): Runbook {
  const path = join(import.meta.dirname, '../../fixtures/reader', name);
  return parseRunbook(readFileSync(path, 'utf8'), { path: name });
}

export function commands(runbook: Runbook): readonly CommandStep[] {
  return runbook.steps.filter((step) => step.kind === 'command');
}

export function manuals(runbook: Runbook): readonly ManualStep[] {
  return runbook.steps.filter((step) => step.kind === 'manual');
}

/** What stands in the file at a span. */
export function at(runbook: Runbook, { span }: { readonly span: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } }): string {
  return runbook.source.text.slice(span.start.offset, span.end.offset);
}

export const values = (items: readonly { readonly value: unknown }[]): readonly unknown[] => items.map(({ value }) => value);
