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
  expect(await commonReply('g', made.walk, prompt, prompter)).toMatchObject({ kind: 'go-to', place: 'Mitigation' });
  expect(said.join('\n')).toMatch(/ {2}out until now, brought in by going there:\n {4}"Troubleshooting": "Troubleshooting" \(line \d+\) is a contingency\n {2}asks which one: "Mitigation"\n/);
});
