import { describe, expect, it } from 'vitest';
import { codeSpan } from '../../../src/model/index.ts';
import { at, commands, fixture, manuals, read } from '../read.ts';

const steps = (markdown: string): readonly string[] => read(`# X\n\n## Do\n\n${markdown}`).steps.map((step) => (step.kind === 'command' ? `${step.from}: ${step.code.text}` : `manual: ${step.title}`));

describe('command steps', () => {
  it.each(['bash', 'sh', 'shell', 'zsh', 'Bash'])('a block labelled %s', (label) => expect(steps(`'''${label}\nls -l\n'''`)).toEqual(['fence: ls -l']));
  it.each(['console', 'shell-session', 'terminal'])('a block labelled %s', (label) => expect(steps(`'''${label}\n$ ls -l\n'''`)).toEqual(['fence: ls -l']));
  it('an unlabelled block with prompts', () => expect(steps("'''\n$ ls -l\n'''")).toEqual(['prompt: ls -l']));
  it('an indented block with prompts', () => expect(steps('Look:\n\n    $ ls -l\n')).toEqual(['indented: ls -l']));
  it('an unlabelled block that is plainly commands, which is held', () => expect(steps("'''\nls -l\n'''")).toEqual(['fence: ls -l']));
  it('no unlabelled block of other words', () => expect(steps("'''\nls is a program\nfile list\n'''")).toEqual([]));
  it.each(['yaml', 'sql', 'scrut', 'check', 'step', 'python'])('no block labelled "%s" without prompts', (label) => expect(steps(`'''${label}\nls -l\n'''`)).toEqual([]));
  it('a block in a quote', () => expect(steps("> '''sh\n> ls\n> '''\n")).toEqual(['fence: ls']));
  describe('below words about output', () => {
    const doubtsOf = (markdown: string) => commands(read(`# X\n\n## Do\n\n${markdown}`)).map(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.map(({ kind, text }) => `${kind}: ${text}`)));
    const item = (lead: string): string => `1. Tell the team.\n\n2. ${lead}\n\n   '''bash\n   ls\n   '''\n`;
    it.each(['Look at it. You should see this:', 'The output should look like the one below:', 'You should see something like'])('a block of shell is no output where no command is above that could print it, and is held: %s', (lead) => {
      expect(steps(item(lead))).toEqual(['manual: Tell the team', 'fence: ls']);
      expect(doubtsOf(item(lead))).toEqual([[expect.stringMatching(/^not-a-command: the block holds what may be output, as ".*" says$/)]]);
    });
    it('an unlabelled one is none', () => expect(steps("You should see this:\n\n'''\nls -l\n'''\n")).toEqual([]));
    it.each(['It should be below 60 %:', 'It should be below the limit:'])('what should be below a bound is looked up by the block: %s', (lead) => {
      expect(steps(`'''bash\nls\n'''\n\n${lead}\n\n'''bash\nuptime\n'''\n`)).toEqual(['fence: ls', 'fence: uptime']);
    });
    it.each(['You should see something like', 'It should look like the below output:', 'The result will be as below:'])('below a command it is output: %s', (lead) => {
      const [step] = commands(read(`# X\n\n## Do\n\n'''bash\nls\n'''\n\n${lead}\n\n'''\nfile\n'''\n`));
      expect(step?.sampleOutput).toBe('file');
    });
  });
  it('no output under "Expected output:", whatever its label', () => expect(steps("'''bash\nls\n'''\n\nExpected output:\n\n'''bash\nfile\n'''\n")).toEqual(['fence: ls']));
  it('no example of the block before', () => expect(steps("'''bash\nls <dir>\n'''\n\nExample:\n\n'''bash\n$ ls /tmp\n'''\n")).toEqual(['fence: ls <dir>']));
  it('nor under "For example,"', () => expect(steps("'''bash\nls <dir>\n'''\n\nFor example,\n\n'''bash\nls /tmp\n'''\n")).toEqual(['fence: ls <dir>']));
  it('no script that is to be saved', () => expect(steps("Save this as a script:\n\n'''bash\n#!/bin/bash\nrm \"$1\"\n'''\n\n'''bash\n./it.sh x\n'''\n")).toEqual(['fence: ./it.sh x']));
});

describe('a block that is labelled as shell and is none', () => {
  const told = (code: string, label = 'bash'): readonly string[] => {
    const runbook = read(`# X\n\n## Do\n\n'''${label}\n${code}\n'''\n`);
    return runbook.diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  };
  it.each([
    ['shop=# SELECT pg_is_in_recovery();\n t', 'shop=#'], ['shop_production=> \\dt', 'shop_production=>'], ['mysql> SHOW REPLICA STATUS\\G', 'mysql>'], ['MariaDB [shop]> SELECT 1;', 'MariaDB [shop]>'],
    ['redis> INFO replication', 'redis>'], ['127.0.0.1:6379> DBSIZE\n(integer) 3', '127.0.0.1:6379>'], ['rs0:PRIMARY> rs.status()', 'rs0:PRIMARY>'], ['irb(main):001:0> User.count', 'irb(main):001:0>'], ['>>> import os', '>>>'],
  ])('a client session: %s', (code, prompt) => expect(told(code, 'sh')).toEqual([expect.stringContaining(`not-a-command: the block labelled "sh" holds what is typed at the prompt "${prompt}"`)]));
  it.each([
    ['columns', 'NAME        READY   STATUS    RESTARTS\nweb-1       1/1     Running   0'], ['df', 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/vda1        50G   12G   38G  24% /'],
    ['a log', '2026-01-02T03:04:05Z ERROR connection refused'], ['a klog', 'E0102 03:04:05.678901 1 leaderelection.go:330] error'], ['JSON', '{"status":"ok"}'], ['JSON in lines', '{\n  "status": "ok"\n}'],
    ['output below its command', 'kubectl get pods\nNAME    READY   STATUS\nweb-1   1/1     Running'],
  ])('output: %s, which is held', (_, code) => {
    expect(told(code, 'shell')).toEqual([expect.stringContaining('holds what a program printed')]);
    expect(commands(read(`# X\n\n## Do\n\n'''shell\n${code}\n'''\n`))[0]?.pieces[0]?.doubts.map(({ kind }) => kind)).toContain('not-a-command');
  });
  it('a query, which is held', () => {
    const query = 'kube_pod_info * on (namespace, pod) group_left() (kube_pod_labels)';
    expect(told(query)).toEqual([expect.stringContaining('which no shell can read')]);
    expect(commands(read(`# X\n\n'''bash\n${query}\n'''\n`))[0]?.pieces[0]?.doubts.map(({ kind }) => kind)).toEqual(['unparsed']);
  });
  it.each([
    'psql -h db shop\nshop=# SELECT 1;\nshop=# \\q', 'cat <<EOF\nmysql> \nEOF', 'A=1 B=2 env', '{ echo a; }', "echo '\nNAME   READY   STATUS\n'", 'if [ -f x ]; then', 'kubectl get pods >out',
  ])('none: %s', (code) => expect(read(`# X\n\n'''sh\n${code}\n'''\n`).steps).toHaveLength(1));
});

describe('prompts', () => {
  it('mark commands; other lines are sample output', () => {
    const [step] = commands(read("# X\n\n'''console\n$ df -h /\nFilesystem  Size\n/dev/vda1   50G\n$ uptime\n'''\n"));
    expect(step).toMatchObject({ code: { text: 'df -h /\nuptime' }, sampleOutput: 'Filesystem  Size\n/dev/vda1   50G' });
  });

  it('a root prompt after sudo su is no comment; user@host and continuations are gone', () => {
    expect(commands(fixture('session.md')).map(({ code }) => code.text)).toEqual([
      'ssh runner-7.example.net',
      'sudo su\n/opt/runner/queue list\n/opt/runner/queue count',
      'df -h /\nls \\\n  /var/log',
      'POD=$(kubectl get pods -l app=toolbox -o name)\noc rsh $POD\nceph status\nexit\nkubectl get events',
    ]);
  });

  it('keep the comments that the author wrote between them', () => {
    const [step] = commands(read("# X\n\n'''sh\n# Find it\n$ kubectl get volumeattachment\nNAME  NODE\n\n# 2. Delete it, only if it is stuck\n$ kubectl delete volumeattachment <name>\n'''\n"));
    expect(step).toMatchObject({ code: { text: '# Find it\nkubectl get volumeattachment\n\n# 2. Delete it, only if it is stuck\nkubectl delete volumeattachment <name>' }, sampleOutput: 'NAME  NODE' });
    expect(step!.pieces.map(({ title, destructive }) => [title, destructive?.word])).toEqual([['Find it', undefined], ['Delete it, only if it is stuck', 'delete']]);
  });

  it('keep their place in the file', () => {
    const runbook = fixture('session.md');
    const step = commands(runbook)[1]!;
    expect(at(runbook, { span: codeSpan(runbook.source, step.code, step.code.text.indexOf('/opt'), step.code.text.indexOf(' list')) })).toBe('/opt/runner/queue');
  });
});

describe('tables of checks', () => {
  const runbook = fixture('failover.md');
  const rows = runbook.steps.filter(({ id }) => id.startsWith('verification'));

  it('make a step of each row', () => expect(rows.map(({ kind, title }) => `${kind} ${title}`)).toEqual(['command Members', 'manual Writes', 'manual Errors']));
  it('run the command in backquotes and check the third column', () => {
    expect(rows[0]).toMatchObject({ from: 'table', code: { text: 'pgctl -n "<cluster>-data" members | grep -c ready' }, pieces: [{ expectations: [{ text: '3', parts: [{ text: '3' }] }] }] });
  });
  it('leave the rest to a person', () => expect(rows[2]).toMatchObject({ expectations: [{ kind: 'judgement', text: 'flat near zero' }] }));
  it('know their place behind an escaped pipe', () => {
    const table = read('# X\n\n## V\n\n| Check | Command | Expected |\n|---|---|---|\n| a | `ps \\| grep a \\| wc -l <app>` | 1 |\n| b | run `ps \\| grep <other>` | 1 |\n');
    expect(commands(table)[0]!.code.text).toBe('ps | grep a | wc -l <app>');
    expect(table.parameters.map((parameter) => at(table, parameter))).toEqual(['<app>', '<other>']);
    expect(at(table, { span: codeSpan(table.source, commands(table)[0]!.code, 3, 9) })).toBe('| grep');
  });
  it('are steps too where they have a Step column and say nothing of what is expected', () => {
    const steps = (head: string, heading = 'Procedure'): readonly string[] => read(`# X\n\n## ${heading}\n\n${head}\n|---|---|---|\n| 1. Drain | \`shopctl drain\` | ops |\n| 2. Tell them | | ops |\n| 3. Restart | \`systemctl restart web\` | only at night |\n`).steps.map((step) => `${step.kind}: ${step.title}`);
    expect(steps('| Step | Command | Note |')).toEqual(['command: 1. Drain', 'manual: 2. Tell them', 'command: 3. Restart']);
    expect(steps('| Step | Command | Note |', 'References')).toEqual([]);
    expect(steps('| Action | Command | Note |')).toEqual([]);
    expect(read('# X\n\n## Procedure\n\n| # | Action | Command |\n|---|---|---|\n| 1 | Drain | `shopctl drain` |\n').steps.map(({ title }) => title)).toEqual(['Drain']);
  });
  it('are called by what is done, not by their number', () => {
    const titles = (table: string): readonly string[] => read(`# X\n\n## Procedure\n\n${table}\n`).steps.map(({ title }) => title);
    expect(titles('| Step | What | Command | Who |\n|---|---|---|---|\n| 1 | Stop the moves | `shopctl hold` | DBA |\n| 2a | Flush | `shopctl flush` | DBA |\n| 3 | Ask for a snapshot | a ticket | Platform |')).toEqual(['Stop the moves', 'Flush', 'Ask for a snapshot']);
    expect(titles('| Step | Command | Task |\n|---|---|---|\n| Step 1 | `shopctl hold` | Hold the moves |\n| Step 2 | `shopctl flush` | |')).toEqual(['Hold the moves', 'Procedure: shopctl flush']);
    expect(titles('| Step | Command | Who |\n|---|---|---|\n| 1. | `shopctl hold` | DBA |\n| 2a | `shopctl flush` | DBA |')).toEqual(['Procedure: shopctl hold', 'Procedure: shopctl flush']);
  });
  it('are held by what their other cells say', () => {
    const doubts = (head: string, cell: string): readonly string[] => commands(read(`# X\n\n## Procedure\n\n| Step | Command | ${head} |\n|---|---|---|\n| Restart | \`systemctl restart web\` | ${cell} |\n`)).flatMap(({ pieces }) => pieces.flatMap((piece) => piece.doubts.map(({ kind, text }) => `${kind}: ${text}`)));
    expect(doubts('Note', 'only at night')).toEqual(['conditional: only at night']);
    expect(doubts('Who', 'DBA')).toEqual(['conditional: Who: DBA']);
    expect(doubts('Who', 'you')).toEqual([]);
    expect(doubts('Responsible', 'the operator')).toEqual([]);
    expect(doubts('Host', 'db1')).toEqual(['elsewhere: db1']);
    expect(doubts('Note', 'takes a minute')).toEqual([]);
  });
  it('hold what leaves something out', () => {
    expect(read('# X\n\n## V\n\n| Check | Command | Expected |\n|---|---|---|\n| a | `ls ... -l` | x |\n| b | `ls -l` | x |\n').steps.map((step) => step.kind === 'command' && step.pieces[0]?.doubts.map(({ kind }) => kind))).toEqual([['not-a-command'], []]);
  });
});

describe('manual steps', () => {
  it('an item of an ordered list', () => expect(steps('1. **Call the lead.** Then wait.\n2. Look twice. Then act.\n')).toEqual(['manual: Call the lead', 'manual: Look twice']));
  it('an item of a task list, ticked or not', () => expect(manuals(read('# X\n\n## Do\n\n- [x] told\n- [ ] seen\n')).map(({ title }) => title)).toEqual(['told', 'seen']));
  it('no bullet', () => expect(steps('- words\n- more\n')).toEqual([]));
  it.each(['This runs `bin/unseal`, which:', 'The script will:', 'The job performs:', 'This automatically:'])('none of what a program does by itself: %s', (lead) => expect(steps(`'''sh\nls\n'''\n\n${lead}\n\n1. Opens the port\n2. Asks for the key\n`)).toEqual(['fence: ls']));
  it('an item with a block is that block', () => expect(steps("1. Look:\n\n   '''sh\n   ls\n   '''\n\n2. Think.\n")).toEqual(['fence: ls', 'manual: Think']));
  it('a numbered section among others with steps that says in prose what to do', () => {
    const numbered = read("# X\n\n## Procedure\n\n### 1. Switch the base\n\nIn `kustomization.yaml`:\n\n'''yaml\nresources: [rollout.yaml]\n'''\n\n### 2. Build\n\n'''sh\nmake\n'''\n\n### 3. Apply\n\nIn dev: `kubectl apply -k overlays/dev`.\n\n## 4. Background\n\nwords\n");
    expect(numbered.steps.map(({ kind, id, title }) => `${kind} ${id}: ${title}`)).toEqual(['manual 1-switch-the-base-1: 1. Switch the base', 'command 2-build-1: 2. Build: make', 'manual 3-apply-1: 3. Apply']);
    expect(manuals(numbered)[1]!.offers.map(({ code }) => code.text)).toEqual(['kubectl apply -k overlays/dev']);
    expect(read("# X\n\n## 1. Routes\n\n| Priority | Receiver |\n|---|---|\n| P1 | pager |\n\n## 2. Build\n\n'''sh\nmake\n'''\n").steps).toHaveLength(1);
    expect(manuals(read("# X\n\n## 1. Copy\n\n| Host | How |\n|---|---|\n| lb1 | `scp key.pem lb1:/etc/` |\n\n## 2. Build\n\n'''sh\nmake\n'''\n")).map(({ title, offers }) => [title, offers.length])).toEqual([['1. Copy', 1]]);
    expect(read("# X\n\n## 1. Build\n\n'''sh\nmake\n'''\n\n## 2. Cheatsheet\n\n| What | How |\n|---|---|\n| Copy | `scp key.pem lb1:/etc/` |\n").steps).toHaveLength(1);
    expect(read("# X\n\n## 1. Facts\n\n- The queue is on db1.\n\n## 2. Build\n\n'''sh\nmake\n'''\n").steps).toHaveLength(1);
    expect(read('# X\n\n## 1. Who\n\nwords\n\n## 2. Where\n\nwords\n').steps).toEqual([]);
  });
  it('nothing in sections that only inform', () => expect(read('# X\n\n## Impact\n\n1. a\n\n## Do\n\n1. b\n').steps.map(({ title }) => title)).toEqual(['b']));
  it('no list of contents, ways or places', () => expect(steps('There are two ways in:\n\n1. the door\n2. the window\n')).toEqual([]));
  it('a command in backquotes is offered and not run; names and messages are not', () => {
    const [step] = manuals(read('# X\n\n## Do\n\n1. See `kubectl logs -f <pod>`, look for `Deploy <sha>` or `kubectl`, not `kubectl get pods ... -w`.\n'));
    expect(step?.offers.map(({ code, slots }) => [code.text, slots.map(({ literal }) => literal)])).toEqual([['kubectl logs -f <pod>', ['<pod>']]]);
  });
});

describe('a step', () => {
  it('has an id of its section, with a counter, or the name an author gave', () => {
    const ids = read("# X\n\n## Verify recovery (≤ 5 min)\n\n'''sh\nls\n'''\n\n'''sh {name=smoke}\nls\n'''\n\n'''sh\nls\n'''\n\n## Other\n\n### Verify recovery\n\n1. a\n").steps.map(({ id }) => id);
    expect(ids).toEqual(['verify-recovery-1', 'smoke', 'verify-recovery-3', 'other-verify-recovery-1']);
  });

  it('has nothing of an emoji in its id', () => {
    expect(read("# X\n\n## 🛠️ Repair\n\n'''sh\nls\n'''\n\n## 1️⃣ Drain\n\n'''sh\nls\n'''\n\n## Überprüfung ✅\n\n'''sh\nls\n'''\n").steps.map(({ id }) => id)).toEqual(['repair-1', '1-drain-1', 'überprüfung-1']);
  });

  it('is titled by its item, the paragraph before it, or the heading', () => {
    const titles = read("# X\n\n## Do\n\n'''sh\nls\n'''\n\nLook at it. Now list:\n\n'''sh\nls\n'''\n\n- **See who is there** (all of them):\n\n  '''sh\n  who\n  '''\n").steps.map(({ title }) => title);
    expect(titles).toEqual(['Do: ls', 'Now list', 'See who is there']);
    expect(read("# X\n\n## Do\n\nNow list:\n\n<!-- runbook: on=ssh:web1 -->\n\n'''sh\nls\n'''\n").steps[0]!.title).toBe('Now list');
    expect(read("# X\n\n## Unlock the repository:\n\n'''sh\ngit-crypt unlock\n'''\n").steps[0]!.title).toBe('Unlock the repository: git-crypt unlock');
  });

  it.each([
    ['This is the usual path.', 'heroku releases -a x', 'Do: heroku releases'],
    ['Restart the pods.', 'kubectl delete pod x', 'Restart the pods'],
    ['The pods:', 'kubectl get pods', 'The pods'],
    ['It takes a while.', 'cd /srv\nmake', 'Do: make'],
    ['It takes a while.', './fix.sh --all', 'Do: fix.sh'],
    ['It takes a while.', '[ -s a ] && df -h', 'Do: df'],
    ['It takes a while.', 'kubectl --context a -n b get pods', 'Do: kubectl get'],
    ['It takes a while.', 'kubectl -n b scale deployment/c --replicas=0', 'Do: kubectl scale'],
    ['It takes a while.', 'rm -rf cache', 'Do: rm'],
    ['Use this when only one pod is bad.', 'kubectl delete pod x', 'Do: kubectl delete'],
    ['Post in #ops that mail is paused.', 'kubectl scale deployment mailer --replicas=0', 'Do: kubectl scale'],
    ['Run this for each pod:', 'kubectl delete pod x', 'Run this for each pod'],
  ])('after "%s" that runs %s it is titled %s', (lead, code, title) => {
    expect(read(`# X\n\n## Do\n\n${lead}\n\n'''sh\n${code}\n'''\n`).steps[0]?.title).toBe(title);
  });

  it.each(['> [!IMPORTANT]\n> Look at the disk:', '> [!NOTE] Look at the disk:', '> **Note**\n> Look at the disk:', '> **Warning:** Look at the disk:'])('is titled by what a callout says, and not by its kind: %j', (lead) => {
    expect(read(`# X\n\n## Do\n\n${lead}\n>\n> '''sh\n> df -h\n> '''\n`).steps[0]?.title).toBe('Look at the disk');
  });
  it('is titled by what to do, not by what for; a condition stays', () => {
    const long = 'and so on and so forth until the line is much longer than any title should be';
    expect(steps(`1. To be able to visit the server at the correct address, add the following line to the hosts file: ${long}.\n2. If the pod does not come up within a minute, delete it and look at the events, ${long}.\n`)).toEqual([
      'manual: Add the following line to the hosts file', expect.stringMatching(/^manual: If the pod does not come up within a minute, delete it/),
    ]);
  });

  const lines = (blocks: readonly { readonly span: { readonly start: { readonly line: number } } }[]): readonly number[] => blocks.map(({ span }) => span.start.line);
  const prose = (between: string): readonly (readonly number[])[] => {
    const [first, second] = read(`# X\n\n## Do\n\na\n\n'''sh\nls\n'''\n\n${between}\n\n'''sh\nls\n'''\n`).steps;
    return [lines(first?.prose ?? []), lines(first?.below ?? []), lines(second?.prose ?? [])];
  };

  it.each([
    ['what only tells of it stays with the step above', 'It takes a while.\n\nThe pods are new.', [[5], [11, 13], []]],
    ['a paragraph that ends in a colon leads to the next', 'It takes a while.\n\nThe other one:', [[5], [11], [13]]],
    ['so does one that says what to do', 'It takes a while.\n\nNow look at the list.', [[5], [11], [13]]],
    ['only the last one leads', 'Look at the list.\n\nIt takes a while.', [[5], [11, 13], []]],
  ])('prose belongs to the step it was written under: %s', (_name, between, expected) => expect(prose(between)).toEqual(expected));

  it('the text of a list item goes with its block, the end of a section with its last step', () => {
    const steps = read("# X\n\n## Do\n\n- first\n\n  '''sh\n  ls\n  '''\n\n  seen\n\n- second\n\n  more\n\n  '''sh\n  ls\n  '''\n\nend\n").steps;
    expect(steps.map(({ prose: own, below }) => [lines(own), lines(below)])).toEqual([[[5], [11]], [[13, 15], [21]]]);
  });

  it('an order at the end of a list item is about that item, also before an item to do by hand', () => {
    const list = "# X\n\n## Do\n\n1. first\n\n   '''sh\n   ls\n   '''\n\n   Save this output.\n\n2. second:\n\n   '''sh\n   ls\n   '''\n\n   Save this too.\n\n3. Tell the team.\n\nNow look again:\n\n'''sh\nls\n'''\n";
    expect(read(list).steps.map(({ prose: own, below }) => [lines(own), lines(below)])).toEqual([[[5], [11]], [[13], [19]], [[], []], [[23], []]]);
  });

  it('a section without steps keeps its own', () => {
    expect(read("# X\n\n## Why\n\nso\n\n## Do\n\n'''sh\nls\n'''\n").sections.find(({ heading }) => heading === 'Why')?.blocks).toHaveLength(1);
  });
});

describe('nested blocks to the byte', () => {
  const runbook = fixture('certificate-crlf.md');

  it('lose exactly the indentation of their list; tabs, heredocs and blank lines stay, carriage returns go', () => {
    expect(commands(runbook)[0]?.code.text).toBe('cat <<-EOF\n\tä tab stays\nEOF\n\nopenssl s_client -connect <host>:443');
    expect(commands(runbook)[1]?.code.text).toBe('echo "in a quote"');
  });

  it('know where each character came from', () => {
    const { code, shell } = commands(runbook)[0]!;
    const { start, end } = shell.placeholders[0]!;
    expect(at(runbook, { span: codeSpan(runbook.source, code, start, end) })).toBe('<host>');
    expect(at(runbook, { span: codeSpan(runbook.source, code, code.text.indexOf('ä'), code.text.indexOf(' stays')) })).toBe('ä tab');
  });

  it('a box to tick is no step by hand beside the block below it that does what it says', () => {
    const below = (item: string): unknown[] => read(`# X\n\n## Steps\n\n${item}\n\n\`\`\`bash\ngcloud container clusters upgrade shop\n\`\`\`\n`).steps.map(({ kind, title }) => [kind, title]);
    expect(below('* [ ] Upgrade the cluster by running the following command')).toEqual([['command', 'Upgrade the cluster by running the following command']]);
    expect(below('- [ ] Use gcloud to upgrade the masters. Tell the team.')).toMatchObject([['manual', 'Use gcloud to upgrade the masters'], ['command', expect.anything()]]);
    expect(below('- [ ] Tell the team')).toMatchObject([['manual', 'Tell the team'], ['command', expect.anything()]]);
  });
  it('a list that an unindented block cut goes on', () => {
    expect(runbook.steps.map(({ title }) => title)).toEqual(['Look at what is served now', 'Look at what is served now', 'Put the new one in place', 'Reload and look again']);
    expect(runbook.structure.orderedLists.map(({ continues }) => continues)).toEqual([null, 0]);
  });

  it('a list that unindented blocks cut keeps the block below its last item too, whatever the item says', () => {
    const cut = read("# X\n\n## Do\n\n1. Look\n\n'''sh\necho one\n'''\n\n2. Wait\n\n'''sh\ntouch go\n'''\n");
    expect(cut.steps.map(({ kind, title }) => [kind, title])).toEqual([['command', 'Look'], ['command', 'Wait']]);
    const other = read("# X\n\n## Do\n\n1. Look\n2. Wait\n\n'''sh\ntouch go\n'''\n");
    expect(other.steps.map(({ kind }) => kind)).toEqual(['manual', 'manual', 'command']);
  });

  it('a mark at the end of a line of code closes nothing, and that is told', () => {
    const lost = read("# X\n\n## Beta\n\n'''sh\nnginx -s reload\nopenssl s_client -connect localhost:443'''\n\n## Prod\n\n'''sh\nnginx -t\n'''\n");
    expect(lost.diagnostics.map(({ rule, span }) => [rule, span.start.line])).toContainEqual(['unclosed-fence', 7]);
  });

  it('an unclosed block ends at the next heading', () => {
    const unclosed = read("# X\n\n## Do\n\n'''sh\n$ ls\n\n## After\n\nTODO\n");
    expect(commands(unclosed)[0]?.code.text).toBe('ls');
    expect(unclosed.diagnostics.map(({ rule }) => rule)).toEqual(['unclosed-fence']);
  });
});

describe('sentences below a block about what should be seen', () => {
  const checks = (markdown: string): readonly string[] => commands(read(markdown)).flatMap(({ pieces }) => pieces.flatMap(({ expectations }) => expectations.map(({ kind, text }) => `${kind}: ${text}`)));
  it('what an item begins with is about its own block, and not about the one above it', () => expect(checks("# X\n\n## Steps\n\n1. Fill it:\n\n   '''sh\n   ./fill\n   '''\n\n   The pool should be full.\n\n1. Fill the other one. It must hold both versions.\n\n   '''sh\n   ./fill other\n   '''\n")).toEqual(['judgement: The pool should be full.']));

  it('are judged', () => {
    expect(checks("# X\n\n## Check\n\n```bash\npg_isready\n```\n\nLook twice. It should be up within seconds.\n")).toEqual(['judgement: It should be up within seconds.']);
  });

  it('only before the next heading, and after a command', () => {
    expect(checks('# X\n\n## Check\n\nIt should be quiet.\n\n```bash\npg_isready\n```\n\n## Later\n\nThe row must be there.\n')).toEqual([]);
  });

  it('a comment that names a number for all', () => expect(checks('# X\n\n## Check\n\n```bash\nfor i in 1 2; do curl -s shop; done\n# All should be 200\n```\n')).toEqual(['judgement: All should be 200']));

  it('a comment that names what should all show something', () => {
    expect(checks('# X\n\n## Check\n\n```bash\noc get deployment api web\n# DESIRED  CURRENT  READY should all show 2\n```\n')).toEqual(['judgement: DESIRED CURRENT READY should all show 2']);
  });
});

describe('an overview of what follows', () => {
  it.each(['This runbook covers:\n\n1. Drain a node.\n2. Remove it.', '## Steps at a glance\n\n1. Drain.\n2. Remove.', '## Best practices\n\n1. Never log it.', '## What we know\n\n1. Retries take long.', '## What this is\n\n1. In process: a pool.', '## Run it\n\n**Expected sequence:**\n1. Five checks, all pass\n2. The record is updated', 'The function is there already. It:\n\n1. Reads the image.\n2. Writes a log.'])('is no step: %s', (text) => expect(steps(`${text}\n\n## Drain\n\n'''sh\ndrain x\n'''\n`)).toEqual(['fence: drain x']));
});
