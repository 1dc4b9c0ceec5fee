import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../cpu-time.ts';
import { commands, read } from '../../read.ts';

const held = (list: string): readonly (readonly string[])[] =>
  commands(read(`# Queue is full\n\n${list}\n\n## Grow the disk\n\n'''sh\naws ec2 modify-volume --volume-id vol-1 --size 200\n'''\n\n## Restart the consumer\n\n'''sh\nkubectl rollout restart deploy/consumer\n'''\n`)).flatMap(({ pieces }) => pieces.map(({ doubts }) => doubts.map(({ kind, text }) => `${kind}: ${text}`)));
const DISK = '[Grow the disk](#grow-the-disk)';
const CONSUMER = '[Restart the consumer](#restart-the-consumer)';

describe('a list of cases that sends each to a section of its own', () => {
  it.each([
    [`- Disk full: see ${DISK}`, `- Consumer stuck: see ${CONSUMER}`], [`- **Disk full** → ${DISK}`, `- **Consumer stuck** → ${CONSUMER}`], [`- \`disk_full\` - ${DISK}`, `- anything else: ${CONSUMER}`], [`- If the disk is full, go to ${DISK}.`, `- If the consumer is stuck, go to ${CONSUMER}.`],
  ])('holds what they do: %s', (disk, consumer) => expect(held(`${disk}\n${consumer}`)).toMatchObject([[/^conditional: .*disk/i], [/^conditional: .*(?:consumer|anything)/i]].map((patterns) => patterns.map((pattern) => expect.stringMatching(pattern)))));
  it.each([
    `- ${DISK}\n- ${CONSUMER}`, `1. First: ${DISK}\n2. Second: ${CONSUMER}`, `- Step 1: ${DISK}\n- Step 2: ${CONSUMER}`, `- Grow the disk: see ${DISK}\n- Restart it: see ${CONSUMER}`, `- Disk full: see ${DISK}\n- Everybody is informed`, `- [ ] Disk: see ${DISK}\n- [ ] Consumer: see ${CONSUMER}`,
  ])('a table of contents, a row of steps or orders does not: %s', (list) => expect(held(list)).toEqual([[], []]));
});

it('is looked for once in a file, and not once for each block', () => {
  const parts = (item: string): string => `# T\n\n${Array.from({ length: 500 }, (_, index) => `## Part ${index}\n\n- case ${index}${item}\n- other ${index}${item}\n\nRestart it:\n\n'''sh\nkubectl delete pod x-${index}\n'''\n\n`).join('')}`;
  const cost = (item: string): number => {
    const text = parts(item);
    read(text);
    return cpuTime(() => read(text));
  };
  expect(cost(': see [A](#part-1)')).toBeLessThan(2.2 * cost(': see A in #part-1'));
});
