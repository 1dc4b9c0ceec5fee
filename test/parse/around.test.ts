import { describe, expect, it } from 'vitest';
import { at, commands, fixture, read, values } from './read.ts';

describe('time budgets', () => {
  it.each([['Pre-flight (≤ 60 s)', 60], ['Verify (under 5 minutes)', 300], ['Drain (~10 min)', 600], ['Restore — ETA 1-3 min', 180], ['Restore (1–2 hours)', 7200]])('in a heading: %s', (heading, seconds) => {
    expect(read(`# X\n\n## ${heading}\n`).sections.at(-1)?.budget?.seconds).toBe(seconds);
  });
  it('is told as a page shows it, without half of a pair of marks', () => expect(read('# X\n\n## Y\n\n**Time budget:** under 5 min\n').sections.at(-1)?.budget?.text).toBe('Time budget: under 5 min'));
  it.each(['If it was deleted less than 8h ago', 'Obligations (within 48 h)', 'Step 5: look', 'Alerts of the last 10 minutes', 'Lag 10k – 1M'])('none in: %s', (heading) => expect(read(`# X\n\n## ${heading}\n`).sections.at(-1)?.budget).toBeNull());
  it('of the whole runbook, in its purpose', () => {
    const runbook = read('# X\n\n## When to use\n\nWhen it burns. Expected wall-clock from decision to recovery: under 5 minutes.\n\n## Do\n');
    expect(runbook.budget?.seconds).toBe(300);
    expect(at(runbook, runbook.budget!)).toContain('under 5 minutes');
    expect(fixture('failover.md').budget?.seconds).toBe(1200);
  });
  it.each(['**Time budget:** under 5 minutes', '- **Time budget**: ≤ 5 min', '**Time:** 5 min'])('with its word in bold: %s', (line) => expect(read(`# X\n\n${line}\n\n## Do\n`).budget?.seconds).toBe(300));
  it.each(['Run it for the first time. Wait 5 min.', 'The last time it took 5 min.'])('none of a time that is another: %s', (line) => expect(read(`# X\n\n${line}\n\n## Do\n`).budget).toBeNull());
  it('of a section, and of a step in its comments', () => {
    const [first] = commands(read("# X\n\n## Do\n\nThis step takes about 10 minutes.\n\n'''sh\nls\n'''\n"));
    expect(first?.budget?.seconds).toBe(600);
    expect(commands(fixture('failover.md'))[1]?.budget?.seconds).toBe(240);
  });
  it('words about something else state none', () => expect(read('# X\n\n## Do\n\nThe restart takes 10–30 seconds. Post an update within 15 minutes.\n').sections.at(-1)?.budget).toBeNull());
});

describe('callouts', () => {
  it.each([
    ['> [!WARNING]\n> It hurts.', 'warning'], ['> [!TIP]\n> Look.', 'tip'], ['> **Warning**\n> It hurts.', 'warning'], ['> **Notice:**\n> Careful.', 'note'], ['**Warning:** it hurts.', 'warning'], ['**Note:** look.', 'note'],
    ['> **Important**: both agree.', 'important'], ['**DANGER**: never on main.', 'caution'], [':warning: Read this.', 'warning'],
  ])('%s', (markdown, severity) => expect(read(`# X\n\n## Do\n\n${markdown}\n`).callouts.map((callout) => callout.severity)).toEqual([severity]));
  it('the authorization mode is one, and the approver', () => {
    const runbook = fixture('failover.md');
    expect(runbook.callouts).toMatchObject([{ severity: 'important' }]);
    expect(runbook.metadata.approver?.value).toMatch(/^STOP\. Nobody starts this alone: .* first\.$/);
    expect(runbook.steps.every(({ callouts }) => callouts.length === 1)).toBe(true);
  });
  it('of a list item are for that item', () => {
    const runbook = read("# X\n\n## Do\n\n1. One:\n\n   > **Warning:** hot.\n\n   '''sh\n   ls\n   '''\n\n2. Two.\n");
    expect(runbook.steps.map(({ callouts }) => callouts.length)).toEqual([1, 0]);
  });
  it('a quote and bold words are none', () => expect(read('# X\n\n## Do\n\n> She said stop it.\n\n**Notes** are below.\n').callouts).toEqual([]));
});

describe('templates', () => {
  const runbook = read("# X\n\n## Communications\n\n### Status page\n\nWhen it opens:\n\n> We look into [surface, e.g., orders].\n> More in [N] minutes.\n\n> Second one.\n\n'''text\n[app] is **back**\n'''\n\n## Do\n\n> A quote with [X].\n");
  it('are quotes and blocks of communication sections, titled by what stands before', () => {
    expect(runbook.templates.map(({ title, text, blanks }) => [title, text, blanks])).toEqual([
      ['When it opens', 'We look into [surface, e.g., orders].\nMore in [N] minutes.', ['surface, e.g., orders', 'N']],
      ['Status page', 'Second one.', []],
      ['Status page', '[app] is **back**', ['app']],
    ]);
  });
  it('commands there stay steps', () => expect(read("# X\n\n## Comms\n\n'''sh\ngh issue create\n'''\n")).toMatchObject({ templates: [], steps: [{ role: 'communication' }] }));
});

describe('history tables', () => {
  it('the last of a history section', () => {
    const runbook = read('# X\n\n## Execution history\n\n| Kind | Of |\n|---|---|\n| a | b |\n\n| Day | Who |\n|---|---|\n| 2026-01-01 | mira |\n');
    expect(runbook.histories.map(({ columns }) => values(columns))).toEqual([['Day', 'Who']]);
  });
  it('one with a date and an outcome, anywhere; cells as written', () => {
    const runbook = read('# X\n\n## Runs\n\n| Date (UTC) | **Result** |\n| --- | --- |\n| 2026-01-01 | `ok` \\| fine |\n|  | — |\n');
    expect(runbook.histories.map(({ columns, rows }) => [values(columns), rows.map(({ cells }) => values(cells))])).toEqual([[['Date (UTC)', 'Result'], [['2026-01-01', '`ok` \\| fine'], ['', '—']]]]);
    expect(runbook.histories[0]!.rows[0]!.cells.map((cell) => at(runbook, cell))).toEqual(['2026-01-01', '`ok` \\| fine']);
  });
  it('a change log is none', () => expect(read('# X\n\n## Revision history\n\n| Version | Author |\n|---|---|\n| 1 | mira |\n').histories).toEqual([]));
  it('several are all there', () => expect(read('# X\n\n## Drill history\n\n### Staging\n\n| Date | Outcome |\n|---|---|\n| a | b |\n\n### Production\n\n| Date | Outcome |\n|---|---|\n| a | b |\n').histories).toHaveLength(2));
});
