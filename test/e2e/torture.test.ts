import { expect, it, vi } from 'vitest';
import { faults } from '../torture/faults.ts';
import { files } from '../torture/files.ts';
import { kills } from '../torture/kills.ts';
import { steps } from '../torture/steps.ts';
import { runSection, type Section, share } from '../torture/trial.ts';
import { values } from '../torture/values.ts';

/** A few trials of each section, evenly taken: `npm run torture` makes them all. */
const SHORT: readonly (readonly [section: Section, percent: number])[] = [[values, 0.6], [kills, 0.4], [steps, 1], [faults, 4], [files, 2]];

it.each(SHORT.map(([section, percent]) => ({ name: section.name, section, percent })))('some of the torture: $name', async ({ section, percent }) => {
  const told: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  const wrong = await runSection(share(section, percent)).finally(() => write.mockRestore());
  expect(wrong, told.join('')).toBe(0);
}, 120_000);
