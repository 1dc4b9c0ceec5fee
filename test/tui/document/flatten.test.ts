import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import type { DocumentBlock } from '../../../src/tui/document/document-block.ts';
import { documentBlocks } from '../../../src/tui/document/flatten.ts';
import { plainRows } from '../../../src/tui/document/plain-rows.ts';
import { rowText } from '../../../src/tui/rows/rows.ts';

function blocksOf(text: string): readonly DocumentBlock[] {
  return documentBlocks(parseRunbook(text, { path: 'r.md' }));
}

function told(block: DocumentBlock): string {
  if (block.kind === 'piece') return `piece ${block.step} ${block.piece}${block.sample === null ? '' : `, shows ${block.sample.trim()}`}`;
  if (block.kind === 'manual') return `manual: ${block.children.map(told).join(' / ')}`;
  return plainRows(block, 60).map(rowText).join('\n');
}

describe('the document', () => {
  it('has prose after the last command of a section, in its place', () => {
    const told1 = blocksOf('# R\n\n## One\n\n```bash\nping db\n```\n\nIf it answers, **stop here**.\n\n## Two\n\nWords.\n').map(told);
    expect(told1).toEqual(['R', 'One', 'piece one-1 0', 'If it answers, stop here.', 'Two', 'Words.']);
  });

  it('keeps the prose of a list item under its command', () => {
    const blocks = blocksOf('# R\n\n## Steps\n\n1. Look:\n\n   ```bash\n   ps\n   ```\n\n   If it loops, go on.\n\n2. Call them.\n').map(told);
    expect(blocks).toEqual(['R', 'Steps', '1. Look:', 'piece steps-1 0', '   If it loops, go on.', 'manual: 2. Call them.']);
  });

  it('numbers a list as it is written, and counts where all its items are written alike', () => {
    const steps = (numbers: readonly number[]): readonly string[] => blocksOf(`# R\n\n## Steps\n\n${numbers.map((number) => `${number}. Call them.\n`).join('')}`).map(told).slice(2);
    expect(steps([1, 1, 1])).toEqual(['manual: 1. Call them.', 'manual: 2. Call them.', 'manual: 3. Call them.']);
    expect(steps([4, 4])).toEqual(['manual: 4. Call them.', 'manual: 5. Call them.']);
    expect(steps([1, 3, 4])).toEqual(['manual: 1. Call them.', 'manual: 3. Call them.', 'manual: 4. Call them.']);
  });

  it('shows front matter, metadata line by line, sample output and alerts', () => {
    const blocks = blocksOf('---\nowner: ops\n---\n# R\n\n**Team:** a\n**Severity:** b\n\n## Do\n\n> [!WARNING]\n> Never twice.\n\n```console\n$ date\nSat\n```\n').map(told);
    expect(blocks).toEqual(['owner: ops', 'R', 'Team: a\nSeverity: b', 'Do', '│ WARNING: Never twice.', 'piece do-1 0, shows Sat']);
  });

  it('tells sample output that has a block of its own from that of the command', () => {
    const samples = (text: string): readonly unknown[] => blocksOf(text).flatMap((block) => (block.kind === 'piece' ? [[block.sample?.trimEnd(), block.ownSample]] : []));
    expect(samples('# R\n\n## Do\n\n```console\n$ date\nSat\n```\n')).toEqual([['Sat', 'Sat']]);
    expect(samples('# R\n\n## Do\n\n```bash\ndate\n```\n\nExample output:\n\n```\nSat\n```\n')).toEqual([['Sat', null]]);
    expect(samples('# R\n\n## Do\n\n```console\n$ date\nSat\n```\n\nExample output:\n\n```\nSun\n```\n')).toEqual([['Sat\nSun', 'Sat']]);
  });

  it('shows the label of a tab and the kind of an admonition', () => {
    const blocks = blocksOf('# R\n\n## Do\n\n=== "systemd"\n\n    ```bash\n    one\n    ```\n\n=== "docker"\n\n    ```bash\n    two\n    ```\n\n!!! danger "Only once"\n\n    Really.\n\n!!! note\n\n    ```bash\n    three\n    ```\n').map(told);
    expect(blocks).toEqual(['R', 'Do', '│ systemd', 'piece do-1 0', '│ docker', 'piece do-2 0', '│ DANGER: Only once', '│ Really.', '│ NOTE', 'piece do-3 0']);
  });

  it('opens a table of checks, so that each command has its output below it', () => {
    const blocks = blocksOf('# R\n\n## Checks\n\n| Check | Command | Expected |\n|---|---|---|\n| Context | `kubectl config current-context` | `prod-eu` |\n| Panel | look at Grafana | below 1 % |\n').map(told);
    expect(blocks).toEqual(['R', 'Checks', 'Context  expected: prod-eu', 'piece checks-1 0', 'manual: Panel  look at Grafana  expected: below 1 %']);
  });

  it('a row of a table of steps says all of its cells, each for what it is', () => {
    const blocks = blocksOf('# R\n\n## Do\n\n| Step | What | Command | Who |\n|---|---|---|---|\n| 1 | Drain it | `shopctl drain web1` | you |\n| 2 | Ask for a snapshot | a ticket | Platform |\n').map(told);
    expect(blocks).toEqual(['R', 'Do', '1  Drain it  who: you', 'piece do-1 0', 'manual: 2  Ask for a snapshot  a ticket  who: Platform']);
  });

  it('has every step of a real runbook once', () => {
    const runbook = parseRunbook(readFileSync('runbooks/rollback.md', 'utf8'), { path: 'r.md' });
    const placed = documentBlocks(runbook).flatMap((block) => (block.kind === 'piece' ? [`${block.step} ${block.piece}`] : block.kind === 'manual' ? [`${block.step} 0`] : []));
    const wanted = runbook.steps.flatMap((step) => (step.kind === 'manual' ? [`${step.id} 0`] : step.pieces.map(({ index }) => `${step.id} ${index}`)));
    expect(placed).toEqual(wanted);
  });
});
