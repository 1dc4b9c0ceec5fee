import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../../src/lint/index.ts';
import { codeActions } from '../../src/lsp/actions/index.ts';
import { opened } from './open-text.ts';

/** Titles of what is offered on the cursor's line, and the text that each makes. */
async function offered(marked: string): Promise<ReadonlyMap<string, string>> {
  const { open, texts, offset, linter } = opened(marked);
  const { diagnostics } = await linter.quick(open);
  const at = open.document.positionAt(offset);
  const actions = codeActions(open, texts, diagnostics, { range: { start: at, end: at }, context: { diagnostics: [] } });
  return new Map(actions.map(({ title, edit }) => [title, TextDocument.applyEdits(open.document, edit!.changes![open.document.uri]!)]));
}

describe('repairs', () => {
  it('what lint repairs is offered where it stands, and with all others', async () => {
    const made = await offered('# A\n\n##Steps‸\n\n```bash\nkubectl get pods\n```\n');
    const repaired = [...made].filter(([title]) => title.startsWith('Repair: ') || title === 'Make all safe repairs').map(([, text]) => text);
    expect(repaired).toEqual(Array(2).fill('# A\n\n## Steps\n\n```bash\nkubectl get pods\n```\n'));
  });

  it('one that changes a command says so, and is not made with all others', async () => {
    const made = await offered('# A\n\n## Steps\n\n```bash\necho “deploying”‸\n```\n');
    const titles = [...made.keys()].filter((title) => title.includes('epair'));
    expect(titles).toEqual(Array(2).fill(expect.stringMatching(/^Repair: a curly quote .* \(look at it: it changes a command/)));
    expect(made.get(titles[0]!)).toContain('echo "deploying”\n');
  });
});

it.each([
  ['a dash', '# A\n\n## Steps\n\n```bash\nkubectl drain node-1 –force‸\n```\n', 'kubectl drain node-1 --force\n'],
  ['a dash before letters that are options each', '# A\n\n## Steps\n\n```bash\ntar –xf a.tar‸\n```\n', 'tar -xf a.tar\n'],
  ['a long dash', '# A\n\n## Steps\n\n```bash\ndocker run —rm web‸\n```\n', 'docker run --rm web\n'],
  ['a hyphen of another kind', '# A\n\n## Steps\n\n```bash\nfind . ‐delete‸\n```\n', 'find . -delete\n'],
  ['the second of two dashes', '# A\n\n## Steps\n\n```bash\nkubectl drain node-1 -–force‸\n```\n', 'kubectl drain node-1 --force\n'],
  ['a link to a heading', '# A\n\nSee [the steps](#stps)‸.\n\n## Steps\n\nLook.\n', '[the steps](#steps)'],
  ['a link to a part of a heading', '# A\n\nSee [the steps](#daily-steps)‸.\n\n## ⏰ DAILY STEPS (15 minutes)\n\nLook.\n', '[the steps](#-daily-steps-15-minutes)'],
])('what is most likely meant is offered, for a person to choose: %s', async (_, text, expected) => {
  const made = await offered(text);
  expect([...made].filter(([title]) => title.startsWith('Repair: ')).map(([title, after]) => [title.includes('(look at it: '), after])).toEqual([[true, expect.stringContaining(expected)]]);
  expect(made.has('Make all safe repairs')).toBe(false);
});

it('no repair lets a block run that is held', async () => {
  const made = await offered('# A\n\n## Steps\n\n```bash\nkubectl drain node-1 \\ ‸\n  --force\n```\n');
  expect([...made.keys()].filter((title) => title.includes('epair'))).toEqual([]);
});

describe('pins that settle a doubt', () => {
  const HELD = '# A\n\n## Steps\n\nIf the replica lags, restart it:\n\n```bash\nsystemctl restart replica‸\n```\n';

  it('go into the info string of the block', async () => {
    const made = await offered(HELD);
    expect([...made].filter(([title]) => title.startsWith('Settle')).map(([title, text]) => [title, text.split('\n')[6]])).toEqual([
      ['Settle "conditional" of steps-1: it is to run (pin runs=yes)', '```bash {runs=yes}'],
      ['Settle "conditional" of steps-1: it is not to run (pin runs=no)', '```bash {runs=no}'],
    ]);
  });

  it('are offered once where they settle several', async () => {
    const made = await offered('# A\n\n## Steps\n\nIf the replica lags, restart it:\n\n```bash\nsystemctl restart replica‸\nrm –rf old\n```\n');
    expect([...made.keys()].filter((title) => title.startsWith('Settle'))).toEqual([
      'Settle "not-a-command" and "conditional" of steps-1: it is to run (pin runs=yes)',
      'Settle "not-a-command" and "conditional" of steps-1: it is not to run (pin runs=no)',
    ]);
  });

  it('stand beside those that are there', async () => {
    const inFence = await offered(HELD.replace('```bash', '```bash {name=restart}'));
    expect([...inFence.values()].join('')).toContain('```bash {name=restart runs=yes}');
    const inJson = await offered(HELD.replace('```bash', '```bash {"name":"restart"}'));
    expect([...inJson.values()].join('')).toContain('```bash {"name":"restart","runs":"yes"}');
    const inComment = await offered(HELD.replace('```bash', '<!-- runbook: name=restart -->\n```bash'));
    expect([...inComment.values()].join('')).toContain('<!-- runbook: name=restart runs=yes -->\n```bash');
  });

  it('a block without a label gets one where it is to run, else a comment, indented as it is', async () => {
    const made = await offered('# A\n\n## Steps\n\n1. Restart it:\n\n   ```\n   kubectl get pods‸\n   kubectl rollout restart deploy/api\n   ```\n');
    expect([...made].find(([title]) => title.includes('(label bash)'))?.[1]).toContain('\n   ```bash\n   kubectl get pods\n');
    expect([...made].find(([title]) => title.includes('(pin runs=no)'))?.[1]).toContain('   <!-- runbook: runs=no -->\n   ```\n   kubectl get pods\n');
  });

  it.each(['stop here‸ if the lag grows.', 'Stop here if the lag grows.'])('a gate is passed, from its words and from the block that it holds: %s', async (words) => {
    const made = await offered(`# A\n\n## Steps\n\n1. Look at the lag, and ${words}\n\n\`\`\`bash\nkubectl delete pod a${words.includes('‸') ? '' : '‸'}\n\`\`\`\n`);
    expect([...made].filter(([title]) => title.startsWith('Settle')).map(([title, text]) => [title, text.split('\n')[6]])).toEqual([[expect.stringMatching(/^Settle "gate" of steps-2: .*\(pin gate=passed\)$/), '```bash {gate=passed}']]);
  });

  it('a step without an open doubt has none', async () => {
    const made = await offered('# A\n\n## Steps\n\n```bash\nkubectl get pods‸\n```\n');
    expect([...made.keys()].filter((title) => title.startsWith('Settle'))).toEqual([]);
  });
});

describe('comments that silence', () => {
  it('two for one block are one comment', async () => {
    const first = await offered('# A\n\n## Steps\n\n<!-- runbook-disable-next-line pipe-to-shell -->\n```bash\ncurl -s https://x.example/a.sh | sh‸\n``\n');
    for (const text of [...first].filter(([title]) => title.startsWith('Silence')).map(([, made]) => made)) expect(text.match(/runbook-disable-next-line/g)?.length ?? 1).toBe(1);
  });

  it.each(RULES.filter(({ id, needs, docs }) => needs === 'text' && id !== 'unused-suppression' && docs.bad.files === undefined).map((rule) => [rule.id, rule] as const))('%s is silent after its comment', async (id, rule) => {
    const { open, texts, linter } = opened(rule.docs.bad.text, rule.docs.bad.path ?? 'runbooks/a.md');
    const { diagnostics } = await linter.quick(open);
    for (const finding of diagnostics.filter((each) => each.rule === id)) {
      const start = open.document.positionAt(finding.span.start.offset);
      const actions = codeActions(open, texts, [finding], { range: { start, end: start }, context: { diagnostics: [] } });
      const silence = actions.find(({ title }) => title.startsWith(`Silence ${id}`))!;
      const text = TextDocument.applyEdits(open.document, silence.edit!.changes![open.document.uri]!);
      const again = opened(text, rule.docs.bad.path ?? 'runbooks/a.md');
      const left = (await again.linter.quick(again.open)).diagnostics;
      const count = (all: typeof diagnostics): number => all.filter((each) => each.rule === id).length;
      expect(count(left), `${text}\n${JSON.stringify(left, null, 1)}`).toBeLessThan(count(diagnostics));
      expect(left.filter((each) => each.rule === 'unused-suppression'), text).toEqual([]);
    }
  });
});
