import { describe, expect, it } from 'vitest';
import { blocks, runAll, sessionOf } from './helpers.ts';

const outcomes = async (markdown: string): Promise<readonly string[]> => (await runAll(await sessionOf(markdown))).results.map(({ outcome }) => outcome);
const pinned = (markdown: string, pin: string): string => markdown.replace('```bash', `\`\`\`bash {${pin}}`);

describe('a pipeline whose first command fails', () => {
  const three = blocks('false | cat', 'false | cat', 'set -o | grep pipefail');

  it('passes, as in a terminal', async () => expect(await outcomes(three)).toEqual(['passed', 'passed', 'passed']));
  it('fails where the block is pinned, and only there', async () => expect(await outcomes(pinned(three, 'pipefail=true'))).toEqual(['failed', 'passed', 'passed']));
  it('passes in a block that is pinned the other way, and the blocks below are as they were', async () => {
    const option = blocks('set -o pipefail', 'false | cat', 'false | cat').replace(/(Do part 2:\n\n```bash)/, '$1 {pipefail=false}');
    expect(await outcomes(option)).toEqual(['passed', 'passed', 'failed']);
  });

  it('fails in every block where the team settled it', async () => expect((await runAll(await sessionOf(three, { pipefail: true }))).results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'passed']));
});
