import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** The Chromium of this machine, or `null`. */
export const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))).find(isProgram) ?? null;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts it; root needs no sandbox of its own in a container. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** A tab in which one page is opened after the other, and what went wrong or went out since the last was. */
export class Tab {
  readonly page: Page;
  faults: string[] = [];
  private path = '';

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    page.on('request', (request) => request.url() === `file://${this.path}` || this.faults.push(`request: ${request.url()}`));
  }

  static async in(browser: Browser): Promise<Tab> {
    return new Tab(await browser.newPage());
  }

  /** Opens markup from a file, as whoever gets it by mail does. */
  async open(markup: string, width = 1280): Promise<Page> {
    const folder = mkdtempSync(join(tmpdir(), 'runbook-page-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    this.path = join(folder, 'page.html');
    this.faults = [];
    writeFileSync(this.path, markup);
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.goto(`file://${this.path}`);
    return this.page;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong, in these themes, for those who do not see or use no pointer: rule and place. */
export async function accessFaults(page: Page, [first, ...others]: readonly ('light' | 'dark')[]): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const found = [await faultsIn(page, first, { resultTypes: ['violations'] })];
  // Only colours differ between themes.
  for (const theme of others) found.push(await faultsIn(page, theme, { resultTypes: ['violations'], runOnly: ['color-contrast'] }));
  return found.flat();
}

async function faultsIn(page: Page, theme: 'light' | 'dark' | undefined, options: object): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: theme ?? 'light' });
  const { violations, passes } = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as { violations: readonly { id: string; nodes: readonly { html: string }[] }[]; passes: readonly unknown[] };
  return passes.length === 0 ? ['axe-core looked at nothing'] : violations.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}: ${id}: ${node.html}`));
}
