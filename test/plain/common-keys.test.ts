import { expect, it } from 'vitest';
import { commonReply } from '../../src/plain/common-keys.ts';
import type { Prompter } from '../../src/plain/prompter.ts';
import { TestWalk } from '../walk/walk-of.ts';

const TEXT = '# X\n\n## Look\n\n```bash\nsay look\n```\n\n## Mitigation\n\n### Option A: roll back\n\n```bash\nsay back\n```\n\n### Option B: scale out\n\n```bash\nsay out\n```\n\n## Troubleshooting\n\n```bash\nsay help\n```\n';

it('go to tells what is out with the reason, and what asks which way', async () => {
  const made = new TestWalk(TEXT);
  const prompt = await made.now();
  const said: string[] = [];
  const prompter = { say: (text: string) => void said.push(text), ask: async () => 'Mitigation' } as unknown as Prompter;
  expect(await commonReply('g', made.walk, prompt, prompter)).toMatchObject({ kind: 'go-to', place: 'mitigation' });
  expect(said.join('\n')).toMatch(/ {2}out until now, brought in by going there:\n {4}"Troubleshooting": "Troubleshooting" \(line \d+\) is a contingency\n {2}asks which one: "Mitigation"\n/);
});

it('changing a value offers those of its shape that were written since', async () => {
  const made = new TestWalk('# X\n\n## Roll back\n\n```bash\nsay one\n```\n\nRoll back to the release, e.g. `v84`:\n\n```bash\nsay v84\n```\n');
  const prompt = await made.after({ kind: 'run' }, { kind: 'answer', value: 'v83' });
  const said: string[] = [];
  const answers = ['c', '1', '1'];
  const prompter = { say: (text: string) => void said.push(text), ask: async () => answers.shift() ?? '' } as unknown as Prompter;
  const walk = Object.assign(Object.create(made.walk) as typeof made.walk, { outputTail: () => 'releases: v85 v86' });
  answers.shift();
  expect(await commonReply('c', walk, prompt, prompter)).toMatchObject({ kind: 'change', of: 'parameter', value: 'v85' });
  expect(said.join('\n')).toContain('  1  v85\n  2  v86');
});

it('go to takes a step that is called like its section for the same place', async () => {
  const made = new TestWalk('# X\n\n## Look\n\n```bash\nsay one\n```\n\n## Tell the team\n\n1. Tell the team\n');
  const prompt = await made.now();
  const prompter = { say: () => undefined, ask: async () => 'team' } as unknown as Prompter;
  expect(await commonReply('g', made.walk, prompt, prompter)).toMatchObject({ kind: 'go-to', place: 'tell-the-team' });
});

it('go to asks again where two sections have the same name, and says what each is called', async () => {
  const made = new TestWalk('# X\n\n## Primary\n\n### Verify\n\n```bash\nsay one\n```\n\n## Replica\n\n### Verify\n\n```bash\nsay two\n```\n');
  const prompt = await made.now();
  const said: string[] = [];
  const answers = ['veri', 'verify-1'];
  const prompter = { say: (text: string) => void said.push(text), ask: async () => answers.shift() ?? '' } as unknown as Prompter;
  expect(await commonReply('g', made.walk, prompt, prompter)).toBeNull();
  expect(said.at(-1)).toMatch(/^several match: Verify \(verify\), .*Verify \(verify-1\)/);
  expect(await commonReply('g', made.walk, prompt, prompter)).toMatchObject({ kind: 'go-to', place: 'verify-1' });
});

it('go to takes some words of a heading or a title, tells the parts of a step apart, and asks again where several have the words', async () => {
  const made = new TestWalk('# X\n\n## Look\n\n```bash\nsay one\n# Expected: one\nsay two\n```\n\n## Look again\n\nWords.\n');
  const prompt = await made.now();
  const said: string[] = [];
  const answers = ['again', 'LOOK', 'loo'];
  const prompter = { say: (text: string) => void said.push(text), ask: async () => answers.shift() ?? '' } as unknown as Prompter;
  expect(await commonReply('g', made.walk, prompt, prompter)).toMatchObject({ kind: 'go-to', place: 'look-again' });
  expect(await commonReply('g', made.walk, prompt, prompter)).toMatchObject({ place: 'look' });
  expect(await commonReply('g', made.walk, prompt, prompter)).toBeNull();
  expect(said.join('\n')).toMatch(/1 {2}Look: say one, part 1 of 2: open\n +2 {2}Look: say one, part 2 of 2: open\n[^]*several match: Look, Look again, Look: say one/);
});
