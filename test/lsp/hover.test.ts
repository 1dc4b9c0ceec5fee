import { describe, expect, it } from 'vitest';
import { cardAt } from '../../src/lsp/hover/index.ts';
import { opened } from './open-text.ts';

function hover(marked: string): string {
  const { open, texts, offset } = opened(marked);
  return cardAt(texts.plan(open.runbook), offset)?.markdown ?? '';
}

const ROLLBACK = `# Rollback

System: shop-api-prod, shop-api-staging

| App | Health |
| --- | --- |
| shop-api-prod | https://shop.example/health |
| shop-api-staging | https://staging.shop.example/health |

## Roll back

If the release is bad, roll it back:

\`\`\`bash
# 1. Look at the releases
heroku releases -a shop-api-prod
# 2. Roll back
heroku rollback <release> -a shop-api-prod
echo "$REASON"
\`\`\`

## If it fails

\`\`\`bash
ssh db-1 'systemctl restart replica'
\`\`\`
`;

const at = (words: string, within = 0): string => {
  const index = ROLLBACK.indexOf(words) + within;
  return `${ROLLBACK.slice(0, index)}‸${ROLLBACK.slice(index)}`;
};

describe('a block', () => {
  it('says that it is in and why, the effect with its word, the place, what holds it, and its parameters with where they come from', () => {
    expect(hover(at('heroku rollback'))).toBe(`**roll-back-1**: in "Roll back" (line 10)

- piece 2 of 2, Roll back: **destroys** (\`rollback\`), here
  - **held** (conditional): If the release is bad, roll it back:, line 12

Parameters:

- \`release\`: a placeholder, \`<release>\` (line 18)
- \`REASON\`: a variable of the environment, \`$REASON\` (line 19)
`);
  });

  it('says why it is out', () => {
    expect(hover(at("ssh db-1 'sys"))).toMatch(/^\*\*if-it-fails-1\*\*: out: "If it fails" \(line 22\) is a contingency/);
  });
});

describe('what stands in a block', () => {
  it('a placeholder says what it is, how it is given and who uses it', () => {
    expect(hover(at('<release>', 2))).toBe('**release**: a placeholder, `<release>` (line 18)\n\nGiven with `--set release=…`, else asked for before the first step that needs it.\n\nUsed by `roll-back-1`.');
  });

  it('a variable says so too', () => {
    expect(hover(at('$REASON', 2))).toMatch(/^\*\*REASON\*\*: a variable of the environment/);
  });

  it('a target shows its row, and what choosing another does', () => {
    expect(hover(at('-a shop-api-prod', 5))).toBe('**shop-api-prod**: a target, a row of the inventory (line 7)\n\n- Health: `https://shop.example/health`\n\nWhere a command names it, another target takes its place when that one is chosen.\n\nChosen with `--target shop-api-prod`.');
    expect(hover(at('| shop-api-staging', 5))).toMatch(/^\*\*shop-api-staging\*\*: a target/);
  });
});

describe('annotations', () => {
  it('a rule in a comment says what it means', () => {
    expect(hover('# A\n\n<!-- runbook-disable-next-line pipe-‸to-shell -->\n```bash\nls\n```\n')).toMatch(/^\*\*pipe-to-shell\*\* \(/);
  });

  it('a pin says what it does, in a comment and in a fence', () => {
    expect(hover('# A\n\n<!-- runbook: re‸try=5 -->\n```bash\nls\n```\n')).toBe('**retry** (pin): how many further attempts there are after a failure');
    expect(hover('# A\n\n```bash {name=a timeo‸ut=5s}\nls\n```\n')).toMatch(/^\*\*timeout\*\* \(pin\)/);
  });
});

it('what a runbook says is text, whatever Markdown makes of it', () => {
  expect(hover('# A\n\n## Steps [x](command:y) `z`\n\n```bash\n‸ls\n```\n')).not.toContain('[x](command:y)');
});

it('prose has no card', () => {
  expect(hover('# A\n\nSome ‸prose.\n')).toBe('');
});
