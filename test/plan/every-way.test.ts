import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, type Plan, planRun, withDoubtsOfAllWays } from '../../src/plan/index.ts';
import { cpuTime } from '../cpu-time.ts';

/** The doubts of a plan with nothing chosen, over all ways, by step. */
function doubtsOf(text: string): Readonly<Record<string, readonly string[]>> {
  const { plan } = planRun(parseRunbook(text, { path: 'x.md' }), EMPTY_REQUEST);
  const steps = withDoubtsOfAllWays(plan).steps.filter(({ pieces }) => pieces.some(({ doubts }) => doubts.length > 0));
  return Object.fromEntries(steps.map(({ step, pieces }) => [step.id, pieces.flatMap(({ doubts }) => doubts.map(({ kind, text: words }) => `${kind}: ${words}`))]));
}

const block = (code: string): string => `\`\`\`bash\n${code}\n\`\`\`\n\n`;

describe('the doubts over all ways', () => {
  it('are those of each choice, also of what stands above the choices', () => {
    const text = `# Restart the shop\n\n## Steps\n\nStop here if it answers.\n\n## Option A: rolling\n\nWait for the approval of the owner.\n\n${block('kubectl rollout restart deploy/shop')}## Option B: hard\n\n${block('kubectl delete pod -l app=shop')}`;
    expect(doubtsOf(text)).toEqual({
      'option-a-rolling-1': ['gate: Stop here if it answers. · Wait for the approval of the owner.'],
      'option-b-hard-1': ['gate: Stop here if it answers.'],
    });
  });

  it('are those of sections that are out by default', () => {
    const text = `# Restart the shop\n\n## Steps\n\n${block('kubectl rollout restart deploy/shop')}## If it fails\n\nAsk the lead before going on.\n\n${block('kubectl delete pod -l app=shop')}`;
    expect(doubtsOf(text)).toEqual({ 'if-it-fails-1': ['conditional: If it fails · Ask the lead before going on.'] });
  });

  it('are those of each target', () => {
    const text = `# Restart the shop\n\n| App | Region |\n| --- | --- |\n| shop-eu | eu |\n| shop-us | us |\n\nAsk the lead before going on.\n\n## EU (shop-eu)\n\n${block('kubectl rollout restart deploy/shop-eu')}## US (shop-us)\n\n${block('kubectl delete pod -l app=shop-us')}`;
    expect(doubtsOf(text)).toEqual({ 'eu-1': ['gate: Ask the lead before going on.'], 'us-1': ['gate: Ask the lead before going on.'] });
  });
});

it('many targets of one kind cost what one does', () => {
  const rows = (count: number): string => Array.from({ length: count }, (_, index) => `| app-${index}-${index % 2 === 0 ? 'eu' : 'us'} | r${index} |`).join('\n');
  const planOf = (count: number): Plan => planRun(parseRunbook(`# Restart\n\n| App | Region |\n| --- | --- |\n${rows(count)}\n\nAsk the lead before going on.\n\n## EU (\`app-*-eu\`)\n\n${block('kubectl rollout restart deploy/app-0-eu')}## US (\`app-*-us\`)\n\n${block('kubectl delete pod -l app=app-1-us')}`, { path: 'x.md' }), EMPTY_REQUEST).plan;
  const few = planOf(4);
  const many = planOf(400);
  const [one, other] = [few, many].map((plan) => cpuTime(() => withDoubtsOfAllWays(plan)));
  expect(withDoubtsOfAllWays(many).steps.map(({ pieces }) => pieces.map(({ doubts }) => doubts.length))).toEqual([[1], [1]]);
  expect(other).toBeLessThan(20 * Math.max(one ?? 0, 2));
});

describe('a section that was chosen', () => {
  it('is not asked about by its heading any more, but by what else its text leaves open', () => {
    const runbook = parseRunbook(`# Restart the shop\n\n## Steps\n\n${block('kubectl rollout restart deploy/shop')}## If it fails\n\nAsk the lead before going on.\n\n${block('kubectl delete pod -l app=shop')}`, { path: 'x.md' });
    const { plan } = planRun(runbook, { ...EMPTY_REQUEST, sections: ['If it fails'] });
    expect(plan.questions).toMatchObject([{ kind: 'doubt', name: 'if-it-fails-1.0/conditional', doubt: { text: 'Ask the lead before going on.', line: 11 } }]);
  });
});
