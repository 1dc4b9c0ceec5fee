import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { type Coming, comingOf, compare, keepSettlements, lockedAnswers, lockText, type LockEntry, readEntry } from '../../src/plan-lock/index.ts';
import { cutLock, entryState, plainSignature } from '../../src/plan-lock/unread/index.ts';
import { planJson } from '../../src/print/index.ts';

const RUNBOOK = `# Fail over

**System:** east · west

## Check

\`\`\`sh
ping east
# Expected: 1 received
\`\`\`

If it answers, **stop here**.

## Promote

> **Warning:** nobody may write now.

If needed, the known-good release (e.g., \`v84\`):

\`\`\`sh
heroku rollback v84 -a east
\`\`\`

1. Tell the channel.

## If it fails

\`\`\`sh
heroku restart
\`\`\`
`;

const plan = (text: string) => planRun(parseRunbook(text, 'x.md'), EMPTY_REQUEST).plan;
/** What the runbook comes to, planned once. */
const COMING = comingOf(plan(RUNBOOK));
const entry = (coming: Coming): LockEntry => ({ digest: '0123456789abcdef', reader: '1', locked: { by: 'sam', on: '2026-11-28' }, ...coming });
const differences = (before: string, after: string): readonly string[] => compare('x.md', entry(before === RUNBOOK ? COMING : comingOf(plan(before))), comingOf(plan(after)), new Map()).map(({ text }) => text);

it('the reason of an older version that ended in mid-sentence is the one of today', () => {
  const now = comingOf(plan("# X\n\n## Option A\n\n'''sh\nls\n'''\n\n## Option B\n\n'''sh\npwd\n'''\n".replaceAll("'''", '```')));
  expect(now.steps[0]?.out).toBe('one of 2 alternatives, none is chosen yet; --section "Option A" brings it in');
  const was = { ...now, steps: now.steps.map((step) => ({ ...step, out: step.out?.replace('brings it in', 'would') ?? null })) };
  expect(compare('x.md', entry(was), now, new Map())).toEqual([]);
});

describe('who locked an entry, without reading it', () => {
  const written = (made: LockEntry): string => {
    const cut = cutLock(lockText({ runbooks: new Map([['x.md', made]]) }));
    return (cut.ok ? cut.value.entries.get('x.md') : undefined) ?? '';
  };

  it('is what reading it tells, or is not told', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('sam', 'Sam van de Velde', 'ops@example.org', 'null', 'True', '', 'a: b', 'x # y', '12', '1e3', 'x y ', 'ünï'));
    let told = 0;
    fc.assert(
      fc.property(name, (by) => {
        const made = { ...entry(COMING), locked: { by, on: '2026-11-28' } };
        const found = plainSignature(written(made));
        if (found !== null) expect(found).toEqual(made.locked);
        told += found === null ? 0 : 1;
      }),
    );
    expect(told).toBeGreaterThan(0);
  });

  it('is not told of an entry that settles or lowers something', () => {
    const made = entry(COMING);
    const signed = { by: 'sam', on: '2026-11-28' };
    const changed = (change: (piece: LockEntry['steps'][number]['pieces'][number]) => object): LockEntry => ({ ...made, steps: made.steps.map((step) => ({ ...step, pieces: step.pieces.map((piece) => ({ ...piece, ...change(piece) })) })) });
    expect(plainSignature(written(made))).toEqual(signed);
    expect(plainSignature(written(changed(() => ({ lowered: { effect: 'reads', ...signed } }))))).toBeNull();
    expect(plainSignature(written(changed(({ doubts }) => ({ doubts: doubts.map((doubt) => ({ ...doubt, settled: { answer: 'run', ...signed } })) }))))).toBeNull();
  });
});

describe('writing and reading', () => {
  it('an entry comes back as it was written, whatever its texts hold', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('a: b', '- x', '#', "'", '"', '>', '|', '', '  ', 'no', '1', 'ünï\u200b', 'x\ny'));
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (title, reason, names) => {
        const base = COMING;
        const made = entry({ ...base, targets: names, steps: base.steps.map((step) => ({ ...step, title, out: reason, for: names })) });
        const cut = cutLock(lockText({ runbooks: new Map([['x: y.md', made]]) }));
        if (!cut.ok) throw new Error(cut.fault.why);
        expect([...cut.value.entries.keys()]).toEqual(['x: y.md']);
        const written = cut.value.entries.get('x: y.md') ?? '';
        expect(entryState(written)).toEqual({ digest: made.digest, reader: '1' });
        expect(readEntry('x: y.md', written)).toEqual({ ok: true, value: made });
      }),
    );
  });

  it('an entry is found under its path, whatever signs are in it', () => {
    const made = entry(COMING);
    const paths = fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom(`it's "so".md`, '#1.md', '- a.md', 'a: b.md', '[x].md', 'a #b.md', 'a\\b.md', 'a\u00a0b.md', 'a\u2028b.md', '\u001b.md', 'a\nb.md', "'.md", 'ü.md', '日本.md', 'a\u202eb.md', 'a\u{e0041}b.md', 'format'));
    fc.assert(
      fc.property(fc.uniqueArray(paths.map((name) => `docs/${name}`).chain((path) => fc.constantFrom(path, path.slice('docs/'.length))), { maxLength: 3 }), (names) => {
        const text = lockText({ runbooks: new Map(names.map((name) => [name, made])) });
        expect(text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
        const cut = cutLock(text);
        if (!cut.ok) throw new Error(cut.fault.why);
        expect([...cut.value.entries.keys()].sort()).toEqual([...names].sort());
        for (const [name, written] of cut.value.entries) expect(readEntry(name, written)).toEqual({ ok: true, value: made });
      }),
    );
  });

  it('a key in quotes that are not ours is a fault with its line', () => {
    expect(cutLock('format: 1\n\n"a\\x41.md":\n  digest: x\n')).toMatchObject({ ok: false, fault: { line: 3 } });
  });

  it('one that was cut off within a line is a fault, since nobody can tell what was lost', () => {
    expect(cutLock('format: 1\n\na.md:\n  dig')).toEqual({ ok: false, fault: { line: 4, why: 'it ends in the middle of a line: it was cut off' } });
  });

  it('is sorted, with a blank line between entries, and cut at any byte it never passes for a whole one', () => {
    const one = entry(COMING);
    const text = lockText({ runbooks: new Map([['b.md', one], ['a.md', one]]) });
    expect(text.match(/^\S+\.md:$/gm)).toEqual(['a.md:', 'b.md:']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 1 }), (at) => {
        const cut = cutLock(text.slice(0, at));
        const entries = cut.ok ? [...cut.value.entries].map(([path, part]) => readEntry(path, part)) : [];
        for (const read of entries) if (read.ok) expect(compare('x.md', read.value, COMING, new Map()).length + Number(read.value.steps.length === one.steps.length)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('comparing', () => {
  it('says nothing where nothing is different, and nothing of prose that makes nothing', () => {
    expect(differences(RUNBOOK, RUNBOOK)).toEqual([]);
    expect(differences(RUNBOOK, `${RUNBOOK.replace('## Check', '## Check\n\nLook at it.')}\nThe end.\n`)).toEqual([]);
  });

  it('tells moved steps as few as there are', () => {
    const block = (name: string): string => `## ${name}\n\n\`\`\`sh\nls ${name}\n\`\`\`\n\n`;
    const text = (names: readonly string[]): string => `# X\n\n${names.map(block).join('')}`;
    expect(differences(text(['a', 'b', 'c', 'd']), text(['b', 'c', 'd', 'a']))).toEqual(['step `a-1` moved']);
  });

  it('whatever changes what would run changes the answer', () => {
    const what = (text: string): unknown => {
      const { path: _path, diagnostics: _diagnostics, title: _title, metadata: _metadata, templates: _templates, history: _history, lock: _lock, budgetSeconds: _budget, ...rest } = JSON.parse(planJson(plan(text))) as Record<string, unknown>;
      return JSON.parse(JSON.stringify(rest, (key, value: unknown) => (['line', 'title', 'section', 'role', 'from', 'reason', 'text', 'description', 'budgetSeconds', 'name'].includes(key) ? undefined : key === 'code' ? String(value).trim() : value)));
    };
    const before = JSON.stringify(what(RUNBOOK));
    const lines = RUNBOOK.split('\n');
    const edit = fc.record({ at: fc.nat(lines.length - 1), how: fc.constantFrom('drop', 'double', 'swap', 'word', 'block'), word: fc.constantFrom('if needed', 'do not continue', '<app>', '# Expected: 2', 'rm -rf /srv/x', 'v85', '`v84`', '(optional)') });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const now = [...lines];
        for (const { at, how, word } of edits) {
          if (how === 'drop') now.splice(at, 1);
          else if (how === 'double') now.splice(at, 0, now[at] ?? '');
          else if (how === 'swap') now.splice(at, 2, now[at + 1] ?? '', now[at] ?? '');
          else if (how === 'word') now[at] = `${now[at] ?? ''} ${word}`;
          else now.splice(at, 0, '```sh', `echo ${word}`, '```');
        }
        const text = now.join('\n');
        if (JSON.stringify(what(text)) !== before) expect(differences(RUNBOOK, text)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('settlements', () => {
  const settled = (text: string): LockEntry => {
    const coming = comingOf(plan(text));
    return entry({ ...coming, steps: coming.steps.map((step) => ({ ...step, pieces: step.pieces.map((piece) => ({ ...piece, doubts: piece.doubts.map((doubt) => ({ ...doubt, settled: { answer: doubt.kind === 'gate' ? ('passed' as const) : ('run' as const), by: 'sam', on: '2026-11-28' } })) })) })) });
  };

  it('hold for the words and the code that they were given for', () => {
    const was = settled(RUNBOOK);
    const answers = lockedAnswers(was, COMING);
    expect(answers.map(({ step, doubt, answer }) => `${step} ${doubt} ${answer}`)).toEqual(['promote-1 conditional run', 'promote-1 gate passed', 'if-it-fails-1 conditional run']);
    const open = planRun(parseRunbook(RUNBOOK, 'x.md'), { ...EMPTY_REQUEST, locked: answers }).plan.questions.filter(({ kind }) => kind === 'doubt');
    expect(open).toEqual([]);
    expect(lockedAnswers(was, comingOf(plan(RUNBOOK.replace('If needed', 'If wanted')))).map(({ step, doubt }) => `${step} ${doubt}`)).toEqual(['promote-1 gate', 'if-it-fails-1 conditional']);
    expect(lockedAnswers(was, comingOf(plan(RUNBOOK.replace('heroku rollback', 'heroku  rollback')))).map(({ step }) => step)).toEqual(['if-it-fails-1']);
  });

  it('are kept when the runbook is locked again, and dropped where they are void', () => {
    const again = keepSettlements(comingOf(plan(RUNBOOK.replace('If needed', 'If wanted'))), settled(RUNBOOK));
    expect(again.steps.flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ kind, settled: by }) => [kind, by !== null])))).toEqual([['conditional', false], ['gate', true], ['conditional', true]]);
  });
});
