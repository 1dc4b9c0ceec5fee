import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyTotals, type Execution, type Overview } from '../../../src/history/index.ts';
import { historyPage, reportPage } from '../../../src/print/html/index.ts';
import { outputIn } from '../report/story-of.ts';
import { ABORTED, at, type At, FAILED, manySteps, RESUMED } from '../report/told-runs.ts';
import { accessFaults, CHROMIUM, startBrowser, Tab } from './browser.ts';

if (CHROMIUM === null) process.stdout.write('skipped: there is no Chromium on this machine, pages are not opened\n');

const NOW = new Date('2026-11-28T12:00:00Z');

function report(told: readonly At[]): string {
  const events = at('r1', told);
  return [...reportPage('r1', events, outputIn(events))].join('');
}

function overview(path: string, owner: string, outcomes: readonly Execution['outcome'][], attention: readonly string[]): Overview {
  const executions = outcomes.map((outcome, index): Execution => ({ path, line: index, date: new Date(Date.UTC(2026, index, 3)), dateText: '', target: 'db-prod', operator: 'kim', outcome, outcomeText: outcome, wentOn: false, durationSeconds: 240 * (index + 1), durationIsBound: false, cells: {} }));
  return { path, title: `Runbook ${path}`, owner, budgetSeconds: 600, reviewAgeDays: 12, executions, totals: historyTotals(executions, 600, NOW), lastDrill: null, lastReal: executions.at(-1) ?? null, attention, weight: attention.length };
}

const HISTORY = [...historyPage([overview('a.md', 'data', ['success', 'failed', 'aborted', 'unknown'], ['the last run failed']), overview('b.md', 'web', ['success', 'success'], [])], NOW)].join('');

describe.skipIf(CHROMIUM === null)('in a browser', () => {
  let browser: Browser;
  let tab: Tab;
  beforeAll(async () => {
    browser = await startBrowser();
    tab = await Tab.in(browser);
  });
  afterAll(() => browser?.close());

  test.each([
    ['a failed run', report(FAILED), ['light', 'dark']],
    ['an aborted run', report(ABORTED), ['dark']],
    ['a resumed run', report(RESUMED), ['light']],
    ['a history', HISTORY, ['light', 'dark']],
  ] as const)('%s asks for nothing, says nothing to the console, everybody can read it, and it fits small screens', async (_, markup, themes) => {
    const page = await tab.open(markup);
    expect(await accessFaults(page, themes)).toEqual([]);
    for (const width of [1280, 800, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect(tab.faults).toEqual([]);
  });

  test('2,000 steps open within 2 s of work', async () => {
    // In a process that is there: a new one begins to count anew.
    const page = await tab.open(report(ABORTED));
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async (): Promise<number> => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    const before = await worked();
    await tab.open(report(manySteps(2000)));
    const took = (await worked()) - before;
    expect(took).toBeGreaterThan(0.05);
    expect(took).toBeLessThan(2);
    expect(await page.locator('article').count()).toBe(2000);
    expect(tab.faults).toEqual([]);
  });

  test('keys lead from the top to a step and open its earlier output', async () => {
    const page = await tab.open(report(FAILED));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the steps');
    await page.keyboard.press('Enter');
    await page.locator('summary').focus();
    const earlier = page.locator('details pre');
    expect(await earlier.isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await earlier.waitFor({ state: 'visible', timeout: 5000 });
    expect(await earlier.textContent()).toMatch(/^purged batch +0*1 {2}ok\n/);
  });

  test('text of a stranger runs nothing, though its page has a script', async () => {
    const evil = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
    const page = await tab.open([...historyPage([overview(evil, evil, ['success', 'failed'], [evil])], NOW)].join(''), 800);
    expect(await page.title()).toBe('Execution history of runbooks');
    expect(tab.faults).toEqual([]);
  });

  test('the history is filtered by words, owner and attention', async () => {
    const page = await tab.open(HISTORY);
    const shown = async (): Promise<readonly string[]> => page.locator('article:visible h2').allTextContents();
    expect(await shown()).toEqual(['Runbook a.md', 'Runbook b.md']);
    await page.getByLabel('Words').fill('B.MD kim');
    expect(await shown()).toEqual(['Runbook b.md']);
    expect(await page.locator('output').textContent()).toBe('1 of 2');
    await page.getByLabel('Words').fill('');
    await page.getByLabel('needs attention').check();
    expect(await shown()).toEqual(['Runbook a.md']);
    await page.getByLabel('Owner').selectOption('web');
    expect(await shown()).toEqual([]);
  });
});
