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

/** A page that was opened, and what went wrong or went out meanwhile. */
export interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Opens markup from a file, as whoever gets it by mail does. */
export async function open(browser: Browser, markup: string, look: { readonly width: number; readonly theme: 'light' | 'dark' }): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'page.html');
  writeFileSync(path, markup);
  const page = await browser.newPage({ viewport: { width: look.width, height: 900 }, colorScheme: look.theme });
  onTestFinished(() => page.close());
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() === `file://${path}` || faults.push(`request: ${request.url()}`));
  await page.goto(`file://${path}`);
  return { page, faults };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong for those who do not see or use no pointer: rule and place. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as { violations: readonly { id: string; nodes: readonly { html: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
