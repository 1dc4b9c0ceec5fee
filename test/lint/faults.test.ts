import { describe, expect, it } from 'vitest';
import { fixText } from '../../src/lint/fixing/fix.ts';
import type { Diagnostic } from '../../src/model/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { lintExample, places } from './lint-example.ts';

const HEAD = '# Grow the volume\n\nOwner: storage\nLast reviewed: 2026-05-14\n\nUse it when the volume is nearly full.\n\n';

/** The findings of a body below a head that lacks nothing. */
const lint = (body: string): readonly Diagnostic[] => lintExample({ text: HEAD + body });
const rulesOf = (body: string): readonly string[] => lint(body).map(({ rule }) => rule);
const messageOf = (body: string, rule: string): string | undefined => lint(body).find((finding) => finding.rule === rule)?.message;
const fix = (text: string, unsafe = false) => fixText(text, 'runbooks/a.md', parseRunbook, ({ source }) => lintExample({ text: source.text, path: 'runbooks/a.md' }).filter((finding) => unsafe || finding.unsafe !== true));
const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;

describe('fixes', () => {
  it.each([
    ['of one command', `${block('ls')}\nNever do this, it drops the data:\n\n${block('kubectl delete pvc --all -n shop', '')}`],
    ['of several', `${block('ls')}\nNot here:\n\n${block('kubectl drain node-1\nkubectl delete node node-1', '')}`],
  ])('never label a block %s, which would let it run', (_, body) => {
    expect(rulesOf(body)).toContain('not-labelled');
    expect(fix(HEAD + body, true)).toMatchObject({ text: HEAD + body, count: 0 });
  });

  it('label a session, which runs as it did', () => {
    expect(fix(`${HEAD}${block('ls')}\n${block('$ kubectl get pvc', '')}`).text).toBe(`${HEAD}${block('ls')}\n${block('$ kubectl get pvc', 'console')}`);
  });
});

describe('numbers', () => {
  const list = (...items: readonly string[]) => `## Steps\n\n${items.join('\n')}\n`;

  it('puts a lost dot back, so that the list is whole', () => {
    const body = list('1. Pause', '2. Merge', '3 Resume and wait', '4. Watch', '5. Repeat steps 3 - 4 elsewhere.');
    expect(messageOf(body, 'sequence-broken')).toBe('"3" has lost its dot and is text of item 2, so that 4 is shown as 3');
    expect(fix(HEAD + body).text).toBe(HEAD + body.replace('3 Resume', '3. Resume'));
  });

  it('renumbers the whole list, also where a number grows longer', () => {
    const body = list('7. a', '8. b', '8. c', '9. d');
    expect(messageOf(body, 'sequence-broken')).toBe('written 8, and shown as 9: the item above is 8');
    expect(fix(HEAD + body).text).toBe(HEAD + list('7. a', '8. b', '9. c', '10. d'));
  });

  it('says nothing of numbers below a block that is not closed, where items became code', () => {
    const body = `${list('1. a', '2. b')}\n\`\`\`\nls\`\`\`\n\n3. c\n\n\`\`\`\nls\n\`\`\`\n\n1. d\n\n\`\`\`\nls\n\`\`\`\n\n1. e\n`;
    expect(rulesOf(body)).toContain('unclosed-fence');
    expect(rulesOf(body)).not.toContain('sequence-broken');
  });

  it('renumbers nothing where text below an item would have to move', () => {
    const body = list('8. a', '9. b', '9. c', '   more of c');
    expect(rulesOf(body)).toContain('sequence-broken');
    expect(fix(HEAD + body).count).toBe(0);
  });

  it('renumbers nothing that prose speaks of, and says where', () => {
    const body = `${list('1. a', '3. b', '4. c')}\nIf it fails, do step 3 again.\n`;
    expect(messageOf(body, 'sequence-broken')).toBe('written 3, and shown as 2: the item above is 1; line 14 speaks of "step 3"');
    expect(fix(HEAD + body).count).toBe(0);
  });
});

describe('silencing', () => {
  const LINK = '[old page](gone.md)';

  it.each([
    ['its own line', `${LINK} <!-- runbook-disable-line broken-link -->\n\n[b](also.md)\n`, ['10']],
    ['a cell of a table', `| a | b |\n| --- | --- |\n| ${LINK} | x <!-- runbook-disable-line --> |\n| [b](also.md) | y |\n`, ['11']],
    ['the file, from anywhere in it', `${LINK}\n\n<!-- runbook-disable-file broken-link -->\n\n[b](also.md)\n`, []],
    ['with a reason after a hyphen', `<!-- runbook-disable-next-line broken-link - made at build time -->\n${LINK}\n`, []],
    ['with a reason after two', `<!-- runbook-disable-next-line broken-link -- made at build time -->\n${LINK}\n`, []],
    ['by an older name of a rule', `<!-- runbook-disable-next-line shell-syntax -->\n${block('if true; then')}`, []],
  ])('%s', (_, body, left) => {
    expect(lint(body).map(({ span }) => String(span.start.line))).toEqual(left);
  });

  it('a whole file leaves nothing to say, of its own comments either', () => {
    expect(rulesOf(`<!-- runbook-disable-file -->\n<!-- runbook-disable-next-line nosuchrule -->\n${LINK}\n`)).toEqual([]);
  });

  it.each(['runbook-disable-nextline', 'runbook-disabel', 'runbook-disable-lines broken-link', 'runbook-disable_file', 'runbook-ignore broken-link'])('%s is an error', (comment) => {
    expect(rulesOf(`<!-- ${comment} -->\n${LINK}\n`)).toContain('invalid-suppression');
  });

  it('the title in front matter, from right below it', () => {
    const text = '---\ntitle: Clear it\n---\n<!-- runbook-disable missing-owner, missing-last-reviewed -->\n\nUse it when it is full.\n\n1. Open it.\n';
    expect(places(lintExample({ text }))).toEqual([]);
  });

  it('front matter below a comment is said to be none, and nothing that it would have said is missed', () => {
    const text = '<!-- runbook-disable missing-owner, missing-last-reviewed -->\n---\ntitle: Clear it\n---\n\nUse it when it is full.\n\n1. Open it.\n';
    expect(lintExample({ text }).map(({ rule }) => rule)).toEqual(['invalid-front-matter']);
  });
});

describe('an owner', () => {
  it.each(['owner_slack: "#cache-team"', 'owners: [ada, bea]'])('is %s in front matter', (line) => {
    expect(lintExample({ text: `---\n${line}\ntitle: Clear the cache\nlast_reviewed_on: 2026-05-14\n---\n\nUse it when the cache is stale.\n\n1. Open the console.\n` })).toEqual([]);
  });
});

describe('places and words', () => {
  it('a byte order mark is no column', () => {
    expect(places(lintExample({ text: `\ufeff# <screen>\n\n${HEAD.slice(20)}${block('$ ls')}` })).filter((place) => /invisible|prompt/.test(place))).toEqual(['1:3-1:11 invisible-placeholder', '8:4-8:8 prompt-in-fence']);
  });

  it('a line that a message names is that of the command', () => {
    expect(messageOf(block('# look first\nsystemctl status app\n\nsystemctl restart app'), 'missing-verification')).toContain('"restart" (line 12)');
  });

  it('a key that stands twice is named', () => {
    const [finding] = lintExample({ text: '---\nowner: a\nseverity: high\nowner: b\n---\n\n# Clear it\n' }).filter(({ rule }) => rule === 'invalid-front-matter');
    expect(finding?.message).toBe('the front matter has the key "owner" twice');
    expect(finding?.span.start.line).toBe(4);
  });

  it.each([
    ['sudo perf record -p 42 -F 99 -- sleep 30\nsudo perf script', false],
    ['strace -p 42 -- ls\nls', false],
    ['timeout 5 tail -f /var/log/app.log\nls', false],
    ['perf top -p 42\nls', true],
    ['strace -p 42\nls', true],
    ['ssh web1\ntail -f /var/log/shop.log\nsystemctl status shop', true],
    ['sudo su - shop\n# watch it\nwatch -n 2 df\ndf -h', true],
    ['ssh web1\ntail -f /var/log/shop.log\nexit', false],
    ['psql shop\ntail -f x\nselect 1;', false],
  ])('%j', (code, endless) => expect(rulesOf(block(code)).includes('endless-command')).toBe(endless));

  it.each(['Use it when the app hangs.', 'Restarts one app by hand.'])('%s says when to use it', (sentence) => {
    expect(lintExample({ text: `# Restart\n\n**Owner:** team\n**Last reviewed:** 2026-05-14\n\n${sentence}\n\n1. Restart it.\n` })).toEqual([]);
  });

  it.each(['Intro', 'Scenario', 'Trigger', 'When to use', 'When to Rotate'])('## %s says when to use it', (heading) => {
    expect(lintExample({ text: `# Restart\n\n**Owner:** team\n**Last reviewed:** 2026-05-14\n\n## ${heading}\n\nHangs.\n\n## Steps\n\n1. Restart it.\n` })).toEqual([]);
  });
});

describe('one finding for a block', () => {
  it.each([
    ['a client session with its output', block('> info keys\n1) 1) (integer) 5100\n   2) "del"', 'shell')],
    ['a log', `The log shows:\n\n${block('Oct 18 19:39:36 node-1 chronyd[2055]: System clock wrong by 16422.10 seconds\nOct 19 00:13:18 node-1 chronyd[2055]: System clock was stepped', 'shell')}`],
    ['a query', block('SELECT name FROM apps WHERE name = (', 'sh')],
    ['YAML', block('apiVersion: v1\nkind: Pod\nmetadata:\n  name: web')],
  ])('%s', (_, body) => expect(rulesOf(body)).toHaveLength(1));

  it.each([
    ['a root prompt in a shell block', block('# consul members', 'shell')],
    ['another', block('# systemctl restart consul')],
  ])('%s runs nothing', (_, body) => expect(rulesOf(body).filter((rule) => !rule.startsWith('missing'))).toEqual(['nothing']));
});

describe('what is said of a file', () => {
  it('has no history to ask for where only output has a word that destroys', () => {
    const output = `It looks like this:\n\n${block('$> acmectl nodes\ndeploy-01.shop.example deploy-01')}`;
    expect(rulesOf(output)).not.toContain('missing-history');
    expect(rulesOf(`${output}\n${block('kubectl delete pod api-0')}`)).toContain('missing-history');
  });

  it('is one finding where a heading leaves open several blocks, with the code in its words', () => {
    const on = { severities: { conditional: 'info' as const } };
    const conditional = (body: string) => lintExample({ text: HEAD + body }, on).filter(({ rule }) => rule === 'conditional').map(({ message }) => message);
    expect(conditional(`## Optional: by hand\n\n${block('acmectl a')}\nThen:\n\n${block('acmectl b')}`)).toEqual(['"Optional: by hand" leaves open whether these 2 blocks are to run']);
    expect(conditional(`Look. If \`acmed\` on port \`443\` hangs, restart it:\n\n${block('acmectl restart')}`)).toEqual(['"If `acmed` on port `443` hangs, restart it:" leaves open whether this block is to run']);
  });
});

it.each([
  ['a section of signals', '# Redis is out\n\n## Signal\n\n- 429s rise.\n\n## Mitigation\n\n1. Restart it.\n', false],
  ['a description in the front matter', '---\ndescription: What to do while Redis does not answer\n---\n# Redis is out\n\n## Mitigation\n\n1. Restart it.\n', false],
  ['a title that tells the trouble', '# Reboot required\n\n## Resolution\n\n1. Restart it.\n', false],
  ['an alert as the title', '# NodeNotReady\n\n## Resolution\n\n1. Restart it.\n', false],
  ['another title that only says what is done', '# Full backup\n\n## Resolution\n\n1. Restart it.\n', true],
  ['a title with a verb that is no trouble', '# Failing over the database\n\n## Resolution\n\n1. Restart it.\n', true],
  ['a title that only says what is done', '# Scale down\n\n## Resolution\n\n1. Restart it.\n', true],
  ['an alert to confirm', '# Ingest lags\n\n## 1. Confirm the alert\n\n- `IngestLag`\n\n## 2. Mitigation\n\n1. Restart it.\n', false],
  ['a description that says nothing', '---\ndescription: Redis\n---\n# Redis is out\n\n## Mitigation\n\n1. Restart it.\n', true],
])('when to use a runbook is said by %s: %s', (_, text, missing) => {
  expect(lintExample({ text }).some(({ rule }) => rule === 'missing-when-to-use')).toBe(missing);
});

it.each([
  ['one that all others stand below', '## Recover from a full log\n\n### Look\n\n```bash\nkubectl get pods\n```\n\n### Clear it\n\nClear it.\n', false],
  ['a part of the runbook', '## Steps\n\n### Look\n\n```bash\nkubectl get pods\n```\n', true],
  ['one of several', '## Recover from a full log\n\n```bash\nkubectl get pods\n```\n\n## Verification\n\nLook.\n', true],
])('a first heading of the second level is the title where it is %s: %#', (_, text, missing) => {
  expect(lintExample({ text }, { select: new Set(['missing-title']) }).some(({ rule }) => rule === 'missing-title')).toBe(missing);
});
