import { describe, expect, it } from 'vitest';
import { commands, manuals, read } from '../read.ts';

const kinds = (markdown: string): readonly string[] => read(markdown).steps.map((step) => `${step.kind}: ${step.kind === 'command' ? step.code.text : step.title}`);

describe('containers: their blocks are steps like any other', () => {
  it.each([
    ['!!! note', '!!! note\n\n    \'\'\'sh\n    ls\n    \'\'\'\n'],
    ['!!! danger with a title', '!!! danger "Only after the stop"\n\n    \'\'\'sh\n    ls\n    \'\'\'\n'],
    ['??? closed', '??? tip "To look only"\n\n    \'\'\'sh\n    ls\n    \'\'\'\n'],
    ['???+ open', '???+ info\n\n    Look:\n\n    \'\'\'sh\n    ls\n    \'\'\'\n'],
    ['in a list item', '1. Purge:\n\n    !!! warning\n\n        \'\'\'sh\n        ls\n        \'\'\'\n'],
    ['within each other', '!!! note\n\n    !!! tip\n\n        \'\'\'sh\n        ls\n        \'\'\'\n'],
    ['!!! note, right below it', '!!! note\n    \'\'\'sh\n    ls\n    \'\'\'\n'],
    ['!!! with a title, right below words', '!!! danger "Only after the stop"\n    Look:\n    \'\'\'sh\n    ls\n    \'\'\'\n'],
    ['right below it in a list item', '1. Purge:\n\n    !!! warning\n        \'\'\'sh\n        ls\n        \'\'\'\n'],
    ['right below each other', '!!! note\n    !!! tip\n        \'\'\'sh\n        ls\n        \'\'\'\n'],
    ['with a tab, right below it', '!!! note\n\t\'\'\'sh\n\tls\n\t\'\'\'\n'],
    ['right below it, and words below that', '!!! note\n    \'\'\'sh\n    ls\n    \'\'\'\nIt is quick.\n'],
    [':::', ':::tip\n\n\'\'\'sh\nls\n\'\'\'\n\n:::\n'],
    ['::: right below words', 'Look:\n:::tip\n\n\'\'\'sh\nls\n\'\'\'\n\n:::\n'],
    ['details', '<details>\n<summary>More</summary>\n\n\'\'\'sh\nls\n\'\'\'\n\n</details>\n'],
    ['an alert', '> [!TIP]\n> \'\'\'sh\n> ls\n> \'\'\'\n'],
  ])('%s', (_name, container) => {
    const text = `# X\n\n## Do\n\n${container}\nThen:\n\n'''sh\nlast\n'''\n`;
    const runbook = read(text);
    expect(commands(runbook).map(({ code }) => code.text)).toEqual(['ls', 'last']);
    const [first] = commands(runbook);
    expect(runbook.source.text.slice(first!.code.lineOffsets[0], first!.code.lineOffsets[0]! + 2)).toBe('ls');
  });

  it('what stands right below a mark goes on over blank lines, and each tab is one of the ways', () => {
    expect(commands(read("# X\n\n## Do\n\n!!! note\n    '''sh\n    a <<E\n      two\n\n    # three\n    E\n    '''\n\n    '''sh\n    b\n    '''\nOut:\n\n'''sh\nc\n'''\n")).map(({ code }) => code.text)).toEqual(['a <<E\n  two\n\n# three\nE', 'b', 'c']);
    const tabs = read("# X\n\n## Do\n\n=== \"Words\"\n    None.\n=== \"Linux\"\n    '''sh\n    ls\n    '''\n=== \"macOS\"\n    '''sh\n    ls -G\n    '''\n");
    expect(commands(tabs).map(({ code }) => [code.text, tabs.source.text.slice(0, code.lineOffsets[0]).split('\n').length])).toEqual([['ls', 9], ['ls -G', 13]]);
    expect(tabs.alternatives).toHaveLength(1);
  });

  it('points of one right below a sentence are no steps', () => {
    const runbook = read("# X\n\n## Do\n\n1. Look.\n2. Replace it.\n:::caution\n1. The routes are lost.\n2. Clients reconnect.\n:::\n\n'''sh\nlast\n'''\n");
    expect(runbook.steps.map(({ kind, title }) => `${kind}: ${title}`)).toEqual(['manual: Look', 'manual: Replace it', 'command: Do: last']);
    expect(manuals(read("# X\n\n## Do\n\n1. Replace it.\n   :::caution\n   1. The routes are lost.\n   :::\n2. Look.\n")).map(({ title }) => title)).toEqual(['Replace it', 'Look']);
  });

  it('an order within one holds the next step, and what it says is a callout', () => {
    const runbook = read("# X\n\n## Do\n\n'''sh\na\n'''\n\n!!! warning\n    Do not proceed while the lamp is red.\n\n'''sh\nb\n'''\n");
    expect(runbook.gates.map(({ text }) => text)).toEqual(['Do not proceed while the lamp is red.']);
    expect(runbook.callouts).toMatchObject([{ severity: 'warning', text: 'Do not proceed while the lamp is red.' }]);
  });

  it('with a carriage return at each line, and after a byte order mark', () => {
    const text = '# X\n\n## Do\n\n!!! note\n\n    ```sh\n    ls\n    ```\n';
    for (const variant of [text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) expect(commands(read(variant)).map(({ code }) => code.text)).toEqual(['ls']);
  });
});

describe('labels of shells', () => {
  it.each(['azurecli', 'azurecli-interactive', 'bash:deploy.sh', '{.bash}', 'sh,linenos'])('%s', (label) => expect(kinds(`# X\n\n'''${label}\nls\n'''\n`)).toEqual(['command: ls']));
  it.each(['azurepowershell', 'sql:query.sql', 'yaml'])('not %s', (label) => expect(kinds(`# X\n\n'''${label}\nls\n'''\n`)).toEqual([]));
});

describe('blocks without a label that are plainly commands', () => {
  it.each(['git-crypt unlock', 'acmectl drain web-1', 'lpstat -t', 'newtool --all', "ls keys | xargs -I{} -- basename {} .gpg > b", 'gpg --import <<EOF\nkey\nEOF'])('%s', (code) => {
    const [step] = commands(read(`# X\n\n## Do\n\n'''\n${code}\n'''\n`));
    expect(step?.pieces[0]?.doubts.map(({ kind }) => kind)).toEqual(['not-labelled']);
  });

  it.each(['hello world', 'NAME   READY   STATUS', 'run the thing', 'total 12', 'error: no such file', 'level=info msg=x', 'deployed in the evening'])('not %s', (text) => expect(kinds(`# X\n\n## Do\n\n'''\n${text}\n'''\n`)).toEqual([]));
});

describe('prompts', () => {
  it.each([
    ["'''\n➜  ~ git:(main) ✗ git status\n'''", 'git status'],
    ["'''\n~/src ❯ make\n'''", 'make'],
    ["'''\nuser@host:~/src (main *)$ make\n'''", 'make'],
    ["'''bash\n> kubectl get pods\n'''", 'kubectl get pods'],
    ["'''console\n> systemctl start a\n> systemctl is-active a\nactive\n'''", 'systemctl start a\nsystemctl is-active a'],
    ["'''\n> kubectl get pods\n'''", 'kubectl get pods'],
  ])('%s', (block, code) => expect(kinds(`# X\n\n## Do\n\n${block}\n`)).toEqual([`command: ${code}`]));

  it('a quoted sentence is none, and what empties a file is no prompt', () => {
    expect(kinds("# X\n\n## Do\n\n'''\n> hello all of you\n'''\n")).toEqual([]);
    expect(kinds("# X\n\n## Do\n\n'''bash\n> app.log\n'''\n")).toEqual(['command: > app.log']);
  });

  it('`$>` is none that anybody knows: as shell it writes a file', () => {
    const [step] = commands(read("# X\n\n## Do\n\n'''bash\n$> be knife\n'''\n"));
    expect(step?.pieces[0]?.doubts.map(({ kind }) => kind)).toContain('not-a-command');
  });
});

describe('facts are no steps', () => {
  it.each([
    ['## Guardrails\n\n1. **Never run in production** without approval\n2. Business hours only\n'],
    ['## Steps\n\n**Decommissioning** takes a node out of the ring by:\n\n1. Streaming its data to others\n2. Stopping the process\n'],
    ['## How it works\n\nThe following outline is a summary of what the engine does:\n\n1. `a.py` reads the queue\n2. `b.py` loads the feeds\n'],
    ['## What the log tells\n\nThe interesting facts are:\n\n1. the identifier\n2. the names\n'],
    ['## Drain\n\nA healthy drain looks like:\n\n1. The node is cordoned.\n2. Pods leave one by one.\n'],
    ['## Start\n\nThis command:\n\n1. Stops accepting writes\n2. Streams data to the others\n3. Leaves the ring\n'],
    ['## Known facts\n\n1. The printer sleeps.\n2. Drivers are updated.\n'],
    ['## Shifts\n\n1. A shift lasts a week.\n2. Nobody has two.\n'],
  ])('%s', (section) => expect(kinds(`# X\n\n${section}`)).toEqual([]));

  it.each([
    ['## Verify\n\n1. `shopctl status` shows no alarms\n2. The graph is back\n'],
    ['## Close\n\n- [ ] The ticket is closed\n'],
    ['## Do\n\nThe steps are:\n\n1. stop it\n'],
    ['## Move\n\nThis is done in two phases:\n\n1. Add the new one\n2. You can now remove the old one\n'],
    ['## Do\n\n1. Never mind the lamp.\n2. Stop it.\n'],
  ])('but these are: %s', (section) => expect(kinds(`# X\n\n${section}`).length).toBeGreaterThan(0));
});

describe('done by hand', () => {
  it('a bullet beside bullets that hold commands', () => {
    expect(kinds("# X\n\n## Fix\n\n* Edit it:\n\n  '''sh\n  oc edit a\n  '''\n\n* Remove the block.\n* The pods restart.\n")).toEqual(['command: oc edit a', 'manual: Remove the block']);
    expect(kinds('# X\n\n## Fix\n\n* Remove the block.\n* Save it.\n')).toEqual([]);
  });

  it('the items of a communication section', () => {
    expect(manuals(read("# X\n\n## Do\n\n'''sh\nls\n'''\n\n## Communication\n\n1. Post in the channel\n\n- [ ] Page updated\n")).map(({ title }) => title)).toEqual(['Post in the channel', 'Page updated']);
  });

  it('what is told to be run is offered, whatever it is called', () => {
    const offers = (text: string): readonly string[] => manuals(read(`# X\n\n## Do\n\n1. ${text}\n`)).flatMap((step) => step.offers.map(({ code }) => code.text));
    expect(offers('Check it with `sv status collector`.')).toEqual(['sv status collector']);
    expect(offers('Count them: `< orders.csv sort | uniq -c`')).toEqual(['< orders.csv sort | uniq -c']);
    expect(offers('Look: `/opt/a/promtool check config a.yml`.')).toEqual(['/opt/a/promtool check config a.yml']);
    expect(offers('Take the backup again: `./scripts/backup.sh`')).toEqual(['./scripts/backup.sh']);
    expect(offers('Read `./scripts/backup.sh` and note: `./scripts/settings.conf`')).toEqual([]);
    expect(offers('Set it (`pagerctl override set --user a`).')).toEqual(['pagerctl override set --user a']);
    expect(offers('Open `main menu` of `/opt/a`.')).toEqual([]);
  });

  it('a numbered comment with nothing to run below it is a piece by hand', () => {
    const pieces = (code: string): readonly string[] => commands(read(`# X\n\n## Do\n\n'''bash\n${code}\n'''\n`)).flatMap((step) => step.pieces.map(({ kind, start, end }) => `${kind}: ${step.code.text.slice(start, end).trim()}`));
    expect(pieces('# 1. Find out when\n# Look at the log\n\n# 2. Restore\nrestore a\n\n# 3. Compare\n\n# 4. Switch\nswitch a')).toEqual(['manual: # 1. Find out when\n# Look at the log', 'command: # 2. Restore\nrestore a', 'manual: # 3. Compare', 'command: # 4. Switch\nswitch a']);
    expect(pieces('# 1. List\nls\n\n# 2. Tell the team')).toEqual(['command: # 1. List\nls', 'manual: # 2. Tell the team']);
    expect(pieces('# What this does\n\n# 1. List\nls\n# that was all')).toHaveLength(1);
  });
});

describe('sentences below a block that say how it is to be', () => {
  const judged = (text: string): readonly string[] => commands(read(`# X\n\n## Do\n\n'''sh\nls\n'''\n\n${text}\n`)).flatMap(({ pieces }) => pieces.flatMap(({ expectations }) => expectations.map(({ kind, text: words }) => `${kind}: ${words}`)));

  it.each(['It should be less than ten.', 'The count must be near the one of last night.', 'There should be no warning.', 'Should return a list.', 'You should see three pods.', 'Lines must not be empty.'])('%s', (sentence) => expect(judged(`That takes long. ${sentence}`)).toEqual([`judgement: ${sentence}`]));

  it.each(['You should call the team.', 'If it fails, it should be run again.', 'The certificate must be rotated each year.', 'It should look like this:', 'Why should it?', 'Engineers must not restart it.', 'The setup must precede the first start.', 'A backup must come first.'])('not %s', (sentence) => expect(judged(sentence)).toEqual([]));

  it.each(['Expected:', '**Expected output:**', 'You should see:'])('each point below %s is a check', (lead) => expect(judged(`${lead}\n\n- all pods \`Running\`\n- \`phase: Ready\`\n- 3 nodes ready\n- /load: (ok|busy)/`)).toEqual(['judgement: all pods Running', 'quoted: phase: Ready', 'judgement: 3 nodes ready', 'regex: /load: (ok|busy)/']));

  it.each(['Then:\n\n- `ok`', 'Expected:\n\nlook\n\n- `ok`', 'Expected:\n\n1. Look at `ok`.', 'Expected:\n\n- [ ] `ok`'])('not %j', (text) => expect(judged(text)).toEqual([]));

  it('a sample below such a line in bold is one too', () => expect(judged("**Expected output:**\n\n'''\nphase: Ready\n'''")).toEqual(['literal: phase: Ready']));

  it('points below what somebody does by hand are checks of that', () => {
    expect(read('# X\n\n## Do\n\n1. Look at the page.\n\n   Expected:\n\n   - a green tile\n').steps).toMatchObject([{ kind: 'manual', expectations: [{ kind: 'judgement', text: 'a green tile' }] }]);
  });

  it('a comment that says so is one too', () => {
    expect(commands(read("# X\n\n'''sh\nls\n# READY should all show 2\n'''\n"))[0]?.pieces[0]?.expectations).toMatchObject([{ kind: 'judgement', text: 'READY should all show 2' }]);
  });
});

describe('metadata below a rule at the end', () => {
  it('is read', () => expect(read("# X\n\n## Do\n\n'''sh\nls\n'''\n\n---\n\n**Owner**: a team\n**Last updated**: 2026-10-01\n").metadata).toMatchObject({ owner: { value: 'a team' }, lastReviewed: { value: '2026-10-01' } }));
  it('other words there are none', () => expect(read('# X\n\n## Do\n\n1. a\n\n---\n\nOwner: a team\nand more words\n').metadata.owner).toBeNull());
});

describe('programs of the team', () => {
  const held = (text: string): readonly string[] => commands(read(text)).map(({ code, pieces }) => `${code.text}: ${pieces[0]?.doubts.map(({ kind }) => kind).join(' ') ?? ''}`);
  it('one that has commands elsewhere in the file begins a command without a label too', () => {
    expect(held("# X\n\n## Do\n\n'''\nshopd keys export mine\n'''\n\n'''\nshopd stop --now\n'''\n")).toEqual(['shopd keys export mine: not-labelled', 'shopd stop --now: not-labelled']);
    expect(held("# X\n\n## Do\n\n'''\nsudo shopd keys\n'''\n\n'''sh\nshopd stop\n'''\n")).toEqual(['sudo shopd keys: not-labelled', 'shopd stop: ']);
  });
  it.each(['shopd is down', 'Shopd keys export', 'other keys export'])('none: %s', (text) => expect(held(`# X\n\n## Do\n\n'''\n${text}\n'''\n\n'''sh\nshopd stop\n'''\n`)).toEqual(['shopd stop: ']));
  it('a script by its path may stand within a substitution', () => expect(held("# X\n\n## Do\n\n'''\nKEY=$(tools/key_of.rb shop.key)\n'''\n")).toHaveLength(1));
});

describe('a variable that stands for a command', () => {
  const effects = (...codes: readonly string[]): readonly string[] => commands(read(`# X\n\n## Do\n\n${codes.map((code) => `'''sh\n${code}\n'''`).join('\n\n')}\n`)).flatMap(({ pieces }) => pieces.map(({ effect: { effect } }) => effect));
  it('is known to the steps after it', () => expect(effects('DC="docker compose -f prod.yml"', '$DC ps', '$DC down')).toEqual(['reads', 'reads', 'destroys']));
  it('unless something else in the file sets it', () => expect(effects('DC="docker compose"', '$DC ps', 'read DC', '$DC ps').slice(1)).toEqual(['unknown', 'reads', 'unknown']));
  it.each([['before it is set', '$DC ps\nDC="docker compose"'], ['set in one case', 'if test -f x; then DC="docker compose"; fi\n$DC ps'], ['on another machine', `DC="docker compose"\nssh web-1 '$DC ps'`]])('but not %s', (_, code) => expect(effects(code)).toEqual(['unknown']));
});

describe('what a quotation or a comment below a block says', () => {
  it('is of that block', () => {
    expect(commands(read("# X\n\n## Do\n\n'''sh\nls\n'''\n\n> _The list should be empty_\n"))[0]?.pieces[0]?.expectations).toMatchObject([{ kind: 'judgement', text: 'The list should be empty' }]);
    expect(commands(read("# X\n\n## Do\n\n'''sh\nls\n'''\n\n> **Note:** it should be empty\n"))[0]?.pieces[0]?.expectations).toEqual([]);
  });
  it('a bullet of signals beside bullets with commands is a fact', () => expect(kinds("# X\n\n## Look\n\n- **Signals:** `lag`\n- **At once:**\n  '''sh\n  ls\n  '''\n")).toEqual(['command: ls']));
});

describe('a numbered item and the block below its list', () => {
  const both = (item: string, code: string, rest = ''): readonly string[] => kinds(`# X\n\n## Do\n\n1. Look at it\n2. ${item}\n\n'''sh\n${code}\n'''\n\n${rest}`);
  it('are one step where they say the same', () => expect(both('Stop all processes', 'systemctl stop shop', 'Then call.\n')).toEqual(['manual: Look at it', 'command: systemctl stop shop']));
  it('are two where they do not', () => expect(both('Tell the team', 'systemctl stop shop')).toEqual(['manual: Look at it', 'manual: Tell the team', 'command: systemctl stop shop']));
  it('what "can be done with the following command" is no output', () => expect(kinds("# X\n\n## Do\n\n'''sh\nls\n'''\n\nTake it back. It can be done with the following command (once):\n\n'''\nvault token revoke <token>\n'''\n")).toEqual(['command: ls', 'command: vault token revoke <token>']));
});

describe('what a container begins with', () => {
  const held = (markdown: string): readonly (readonly [string, string | null])[] => commands(read(markdown)).map(({ code, pieces: [piece] }) => [code.text.trim(), (piece?.kind === 'command' ? piece.doubts[0]?.text : null) ?? null]);
  const inside = "'''sh\nrm -rf a\n'''\n\nThen delete the other one:\n\n'''sh\nrm -rf b\n'''\n";

  it.each([
    ['If it hangs', `<details>\n<summary>If it <b>hangs</b></summary>\n\n${inside}\n</details>\n`],
    ['If it hangs', `<details>\n\n<summary>If it hangs</summary>\n\n${inside}\n</details>\n`],
    ['Troubleshooting', `<details><summary>Troubleshooting</summary>\n\n${inside}\n</details>\n`],
    ['Rollback', `<details><summary>Rollback</summary>\n\n${inside}\n</details>\n`],
    ['Delete them (DBA only)', `<details><summary>Delete them (DBA only)</summary>\n\n${inside}\n</details>\n`],
    ['If it hangs.', `> If it hangs.\n>\n${inside.trimEnd().split('\n').map((line) => `> ${line}\n`).join('')}`],
    ['If it hangs', `:::note If it hangs\n\n${inside}\n:::\n`],
  ])('holds for all that is in it: %s %j', (words, container) => {
    expect(held(`# Empty the disk\n\n## Do\n\n${container}\nDelete the last one:\n\n'''sh\nrm -rf c\n'''\n`)).toEqual([['rm -rf a', words], ['rm -rf b', words], ['rm -rf c', null]]);
  });

  it.each(['Click to expand', 'Commands', 'Delete the old ones', '2. Delete the old ones'])('may be a plain name: %s', (summary) => {
    expect(held(`# Empty the disk\n\n## Do\n\n<details><summary>${summary}</summary>\n\n${inside}\n</details>\n`).map(([, doubt]) => doubt)).toEqual([null, null]);
  });

  it('holds below the headings that are in it', () => {
    const part = (letter: string): string => `### Part ${letter}\n\n'''sh\nrm -rf ${letter}\n'''\n`;
    expect(held(`# Empty the disk\n\n## Delete\n\n<details><summary>Only in an emergency</summary>\n\n<!-- </details> -->\n\n${part('a')}\n${part('b')}\n</details>\n\n${part('c')}`)).toEqual([['rm -rf a', 'Only in an emergency'], ['rm -rf b', 'Only in an emergency'], ['rm -rf c', null]]);
  });

  it('is not ended by the end of another', () => {
    expect(held("# Empty the disk\n\n## Delete\n\n> If it hangs.\n>\n> </details>\n>\n> Do it:\n>\n> '''sh\n> rm -rf a\n> '''\n")).toEqual([['rm -rf a', 'If it hangs.']]);
  });

  it('holds within another for both', () => {
    const runbook = "# Empty the disk\n\n## Do\n\n<details><summary>If it hangs</summary>\n\n<details><summary>Script</summary>\n\n'''sh\nrm -rf a\n'''\n\n</details>\n\n'''sh\nrm -rf b\n'''\n\n</details>\n\n'''sh\nrm -rf c\n'''\n";
    expect(held(runbook)).toEqual([['rm -rf a', 'If it hangs'], ['rm -rf b', 'If it hangs'], ['rm -rf c', null]]);
  });
});
