import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

/** The words that hold the two blocks, each below what leads to it. */
function held(first: string, second: string, code = 'modprobe -r foodrv'): readonly string[] {
  const runbook = read(`# Update the driver\n\n## Steps\n\n${first}\n\n'''bash\nsystemctl restart worker\n'''\n\n${second}\n\n'''bash\n${code}\n'''\n`);
  return commands(runbook).map(({ pieces }) => pieces[0]!.doubts.map(({ text }) => text).join());
}

describe('what leads to a block begins with the name of one thing, beside another', () => {
  it.each([
    ['**Old kernels.** Restart it:', '**New kernels.** Unload the driver:'],
    ['**Virtual machines.** Restart it:', '**Bare metal.** Unload the driver:'],
    ['**Old kernels:** restart it:', '**New kernels:** unload the driver:'],
    ['_Old kernels._ Restart it:', '_New kernels._ Unload the driver:'],
    ['**Single node** — restart it:', '**Cluster** — unload the driver:'],
    ['2a. New kernel:', '2b. Old kernel:'],
    ['Step 2a: new kernel, restart it:', 'Step 2b: old kernel, unload the driver:'],
  ])('%s', (first, second) => expect(held(first, second).map((words) => words !== '')).toEqual([true, true]));
  it('and says so in its words', () => expect(held('**Old kernels.** Restart it:', '**New kernels.** Unload the driver:')).toEqual(['Old kernels. Restart it:', 'New kernels. Unload the driver:']));
  it.each([
    ['**Stop.** Stop the worker:', '**Unload.** Unload the driver:'],
    ['**Important.** Restart it:', 'Unload the driver:'],
    ['**Step 1.** Restart it:', '**Step 2.** Unload the driver:'],
    ['**Restarting.** Restart the worker:', '**Unloading.** Unload the driver:'],
    ['**The worker.** Restart it:', '**The driver.** Unload it:'],
    ['**Fix:** restart it:', '**Diagnosis:** unload the driver:'],
    ['2a. Stop the worker:', '2b. Unload the driver:'],
    ['2a. Config:', '2b. Restart:'],
    ['**Old kernels.** Restart it:', 'Then unload the driver:'],
  ])('and not, where one tells a step: %s / %s', (first, second) => expect(held(first, second)).toEqual(['', '']));
  it('nor where it names what the code acts on', () => expect(held('**Worker:** restart it:', '**Driver:** unload it:', 'modprobe -r driver')).toEqual(['', '']));
});
