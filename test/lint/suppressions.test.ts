import { expect, it } from 'vitest';
import { lintExample, places } from './lint-example.ts';
import { marked } from './marked.ts';

const OPENING = '# Install the client\n\nUse this when the client is missing on a host of the fleet.\n\n';
const DOWNLOAD = 'curl -s https://x.example/i.sh | sh';

/** Findings of pipe-to-shell and of the comments themselves. */
function judged(text: string): readonly string[] {
  return places(lintExample({ text: OPENING + text })).filter((place) => /pipe-to-shell|unused-suppression/.test(place));
}

it('a comment before a block silences the whole block, and only that', () => {
  const { text, expected } = marked(`${OPENING}<!-- runbook-disable-next-line pipe-to-shell -->\n\`\`\`bash\nls\n${DOWNLOAD}\n\`\`\`\n\n\`\`\`bash\n⟦pipe-to-shell⟧${DOWNLOAD}⟦/⟧\n\`\`\`\n`);
  expect(judged(text.slice(OPENING.length))).toEqual(expected);
});

it('a blank line after the comment does not part it from its block', () => {
  expect(judged(`<!-- runbook-disable-next-line pipe-to-shell -->\n\n\`\`\`bash\n${DOWNLOAD}\n\`\`\`\n`)).toEqual([]);
});

it('disable holds up to enable', () => {
  const { text, expected } = marked(
    `${OPENING}<!-- runbook-disable pipe-to-shell, prompt-in-fence -- the vendor says so -->\n\n\`\`\`bash\n$ ${DOWNLOAD}\n\`\`\`\n\n<!-- runbook-enable -->\n\n\`\`\`bash\n⟦pipe-to-shell⟧${DOWNLOAD}⟦/⟧\n\`\`\`\n`,
  );
  expect(judged(text.slice(OPENING.length))).toEqual(expected);
});

it('disable without enable holds to the end, and without rules for all', () => {
  expect(judged(`<!-- runbook-disable -->\n\n\`\`\`bash\n${DOWNLOAD}\n\`\`\`\n`)).toEqual([]);
});

it('a comment that silences nothing is reported, each rule of it by itself', () => {
  const { text, expected } = marked(`${OPENING}⟦unused-suppression⟧<!-- runbook-disable-next-line pipe-to-shell prompt-in-fence -->⟦/⟧\n\`\`\`bash\n${DOWNLOAD}\n\`\`\`\n`);
  expect(judged(text.slice(OPENING.length))).toEqual(expected);
});

it('a rule that does not exist is named with what was meant', () => {
  const [finding] = lintExample({ text: `${OPENING}<!-- runbook-disable-next-line pipe-to-shel -->\ntext\n` }).filter(({ rule }) => rule === 'unused-suppression');
  expect(finding?.message).toBe('no rule is called "pipe-to-shel"; "pipe-to-shell" is one');
});

it('a comment for shellcheck is not called unused where shellcheck did not run', () => {
  expect(judged('<!-- runbook-disable-next-line shellcheck/SC2086 -->\n```bash\nls $HOME\n```\n')).toEqual([]);
});

it('other comments are left alone', () => {
  expect(judged('<!-- runbook-disabled is not a word of ours -->\n\ntext\n')).toEqual([]);
});
