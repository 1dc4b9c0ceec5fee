import { describe, expect, it } from 'vitest';
import { at, read, text, values } from '../read.ts';
import { cpuTime } from '../../cpu-time.ts';
import { parseRunbook } from '../../../src/parse/index.ts';

describe('metadata before the first section', () => {
  it.each([
    ['bold with the colon inside', '**Owner:** storage-team'],
    ['bold with the colon outside', '**Owner**: storage-team'],
    ['plain', 'Owner: storage-team'],
    ['a bullet', '- Owner: storage-team'],
    ['a bold bullet', '* **Owner:** storage-team'],
    ['a quote', '> **Owner**: storage-team'],
    ['underscores', '__Owner:__ storage-team'],
    ['italic', '*Owner:* storage-team'],
    ['italic with the colon outside', '_Owner_: storage-team'],
    ['all of it italic', '*Owner: storage-team*'],
    ['another case', 'OWNER: storage-team'],
    ['another name', 'Maintainer: storage-team'],
    ['a link', '**Team:** [storage-team](https://example.com/teams/storage)'],
  ])('%s', (_, line) => {
    const runbook = read(`# Restart\n\n${line}\n\n## Steps\n`);
    expect(runbook.metadata.owner?.value).toBe('storage-team');
    expect(runbook.metadata.owner?.span.start.line).toBe(3);
  });

  it('lines that a bare newline merges into one paragraph', () => {
    const { metadata } = read(`
      # Restart

      **System:** api-prod · api-staging · worker-*
      **Owner:** ops
      **Last reviewed:** 2026-05-14 UTC
      **Related:** [docs/heroku.md](heroku.md), docs/other.md; [third](../third.md#top)
      **Review in:** 90 days
      **Runbook id:** RB-7

      ## Steps
    `);
    expect(values(metadata.system)).toEqual(['api-prod', 'api-staging', 'worker-*']);
    expect(values(metadata.related)).toEqual(['heroku.md', 'docs/other.md', '../third.md#top']);
    expect([metadata.owner?.value, metadata.lastReviewed?.value, metadata.reviewIn?.value]).toEqual(['ops', '2026-05-14 UTC', '90 days']);
    expect(metadata.entries.find(({ key }) => key === 'Runbook id')).toMatchObject({ known: null, value: 'RB-7', from: 'line' });
  });

  it.each([
    '**Owner:** ops | **Severity:** P1 | **Last reviewed:** 2026-05-14',
    '**Owner**: ops · **Severity**: P1 · **Last reviewed**: 2026-05-14',
    'Owner: ops; Severity: P1; Last reviewed: 2026-05-14',
    '> **Owner:** ops  **Severity:** P1  **Last reviewed:** 2026-05-14',
    '**Owner:** ops<br>**Severity:** P1<br/>**Last reviewed:** 2026-05-14',
    '_Owner: ops — Severity: P1 — Last reviewed: 2026-05-14_',
  ])('several in one line: %s', (line) => {
    const runbook = read(`# Restart\n\n${line}\n\n## Steps\n`);
    const { owner, severity, lastReviewed } = runbook.metadata;
    expect([owner, severity, lastReviewed].map((entry) => entry?.value)).toEqual(['ops', 'P1', '2026-05-14']);
    expect(at(runbook, lastReviewed!)).toBe('2026-05-14');
  });

  it('thousands in one line, or thousands of blanks, are read at once', () => {
    expect(read(`# X\n\n${'Owner: ops | '.repeat(5000)}\n\n## Steps\n`).metadata.entries).toHaveLength(5000);
    expect(cpuTime(() => read(`# X\n\nOwner: ops${' '.repeat(40_000)}x\n\n## Steps\n`))).toBeLessThan(1500);
  });

  it('words with a colon that name nothing known stay with the value before them', () => {
    expect(read('# Restart\n\n**Escalation:** #ops; pager: ops-primary; then the lead: Ann\n\n## Steps\n').metadata.escalation?.value).toBe('#ops');
    expect(read('# Restart\n\n**Escalation:** #ops; then the lead: Ann | see: wiki\n\n## Steps\n').metadata.escalation?.value).toBe('#ops; then the lead: Ann | see: wiki');
  });

  it('in italics at the end of the file', () => {
    const { metadata } = read('# Restart\n\n## Steps\n\nwords\n\n---\n\n*Last updated: 2026-01-04*\n*Owner: ops | Severity: P1*\n');
    expect([metadata.lastReviewed?.value, metadata.owner?.value, metadata.severity?.value]).toEqual(['2026-01-04', 'ops', 'P1']);
  });

  it('says where each name of a list stands', () => {
    const runbook = read('# Restart\n\n**System:** api-prod · worker-*\n\n## Steps\n');
    expect(runbook.metadata.system.map((name) => at(runbook, name))).toEqual(['api-prod', 'worker-*']);
  });

  it('a two-column table', () => {
    const { metadata, inventories } = read(`
      # Restart

      | Field | Value |
      |---|---|
      | Service | payments |
      | Owner | \`ops\` |
      | Last verified | 2026-01-02 |

      ## Steps
    `);
    expect([metadata.owner?.value, metadata.lastReviewed?.value, values(metadata.system)]).toEqual(['ops', '2026-01-02', ['payments']]);
    expect(inventories).toEqual([]);
  });

  it('front matter, its lists and unknown keys', () => {
    const runbook = read(`
      ---
      title: Rotate keys
      owner: ops
      systems: [api, worker]
      last_reviewed_on: 2026-05-11
      weight: 20
      ---

      ## Steps
    `);
    expect(runbook.title?.value).toBe('Rotate keys');
    expect(values(runbook.metadata.system)).toEqual(['api', 'worker']);
    expect(runbook.metadata.lastReviewed?.value).toBe('2026-05-11');
    expect(runbook.metadata.entries.at(-1)).toMatchObject({ key: 'weight', known: null, from: 'front-matter' });
  });

  it.each([['## Table of Contents', null], ['## Symptoms', null], ['## Disk is full', 'Disk is full']])('without a first heading, %s is the title %s', (heading, title) => {
    expect(read(`${heading}\n\nWords.\n\n## More\n`).title?.value ?? null).toBe(title);
  });

  it('a title that a template fills in is the one of the front matter', () => {
    const { title } = read('---\ntitle: Delete a lock\n---\n\n# <%= current_page.data.title %>\n\nWords.\n');
    expect(title?.value).toBe('Delete a lock');
  });

  it('broken front matter is a diagnostic with its place, and the rest is read', () => {
    const runbook = read('---\nowner: ops\ntags: [a, b\n---\n\n# Restart\n\n**Severity:** SEV-1\n');
    expect(runbook.diagnostics.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['invalid-front-matter error']);
    expect(runbook.diagnostics[0]?.span.start.line).toBeGreaterThanOrEqual(3);
    expect(runbook.metadata.severity?.value).toBe('SEV-1');
  });

  it('a date of review with words after it', () => {
    expect(read('# Restart\n\n*Last Reviewed for accuracy:*  2026-05-14\n\n## Steps\n').metadata.lastReviewed?.value).toBe('2026-05-14');
    expect(read('# Restart\n\n*Note:* restart it twice.\n\n## Steps\n').metadata.entries).toEqual([]);
  });

  it('a value that was wrapped goes on', () => {
    const { metadata } = read('# X\n\n> **Authorization mode**: STOP. Nobody starts this alone, the lead and the owner\n> both agree first.\n\n## Steps\n');
    expect(metadata.approver?.value).toBe('STOP. Nobody starts this alone, the lead and the owner both agree first.');
  });

  it('a sentence after Scope is one value, whatever commas it has', () => {
    const { metadata, targets } = read('# X\n\n**Scope:** everything that the team runs, in all regions, for now.\n\n## Steps\n');
    expect(metadata.system).toHaveLength(1);
    expect(targets).toEqual([]);
  });

  it('words with a colon are no metadata', () => {
    const { metadata } = read('# X\n\nRemember this: nothing is lost.\n**Note:** be quick.\n\n## Steps\n\n**Owner:** too late\n');
    expect(metadata.entries).toEqual([]);
  });

  it('survives a byte order mark, carriage returns and no final newline', () => {
    const runbook = parseRunbook('\uFEFF' + text('# Ü\n\n**Owner:** ops — café\n').trimEnd().replaceAll('\n', '\r\n'), { path: 'x.md' });
    expect(runbook.metadata.owner?.value).toBe('ops — café');
    expect(at(runbook, runbook.metadata.owner!)).toBe('ops — café');
    expect(at(runbook, runbook.title!)).toBe('# Ü');
  });
});
