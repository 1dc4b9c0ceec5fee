import { describe, expect, it, test } from 'vitest';
import { commands, read } from '../../read.ts';

/** The pieces of a text's commands, a line each: what stands first in it, its place, and the doubts about it. */
function places(text: string): readonly string[] {
  return commands(read(text)).flatMap(({ code, pieces }) =>
    pieces.map(({ start, end, on, doubts }) => {
      const first = code.text.slice(start, end).trim().split('\n').find((line) => !line.startsWith('#')) ?? '';
      return [first, ...(on === null ? [] : [`@ ${on.kind === 'elsewhere' ? on.opener : JSON.stringify(on)}`]), ...doubts.map(({ kind, answers }) => `${kind}: ${answers.join(' ')}`)].join(' ');
    }),
  );
}

const blocks = (...codes: readonly string[]): string => `# X\n\n## Do\n\n${codes.map((code) => (code.startsWith('>') ? code.slice(2) : `'''sh\n${code}\n'''`)).join('\n\n')}\n`;

it('a prompt names its machine behind the name of an environment too', () => {
  expect(places("# X\n\n## Do\n\n'''\n(venv) deploy@web1:/srv$ ./manage.py migrate\n'''\n\n'''\nops@db2:/srv$ ls\n'''\n")).toEqual(['./manage.py migrate @ deploy@web1 elsewhere: here done skip', 'ls @ ops@db2 elsewhere: here done skip']);
});

describe('a session that is left open', () => {
  it('goes on over the blocks below it, to the line that leaves', () => expect(places(blocks('ssh op@vm1', 'frob', 'exit', 'ls'))).toEqual(['ssh op@vm1', 'frob @ ssh op@vm1 elsewhere: here done skip', 'exit @ ssh op@vm1 elsewhere: here done skip', 'ls']));
  it('is cut from what is typed here in the same block', () => expect(places(blocks('ls\nssh vm1\nfrob', 'frob more\nexit\nls'))).toEqual(['ls', 'ssh vm1', 'frob @ ssh vm1 elsewhere: here done skip', 'frob more @ ssh vm1 elsewhere: here done skip', 'ls']));
  it('has sessions inside it', () => expect(places(blocks('oc debug node/n1\nchroot /host\nfrob\nexit\nexit\nls'))).toEqual(['oc debug node/n1', 'chroot /host @ oc debug node/n1 elsewhere: here done skip', 'ls']));
  it('of a program takes no shell here, and is no shell that does not parse', () => expect(places(blocks('psql shop', 'SELECT count(*) FROM x;', '\\q', 'ls'))).toEqual(['psql shop', 'SELECT count(*) FROM x; @ psql shop elsewhere: done skip', '\\q @ psql shop elsewhere: done skip', 'ls']));
  it('counts what is typed there where it was opened', () => {
    const [ls, opener, typed] = commands(read(blocks('ls', 'ssh db1', 'uptime\npg_ctl promote', 'exit')));
    expect([ls, opener, typed].map((step) => [step!.effect.effect, step!.pieces[0]!.effect.word])).toEqual([['reads', 'ls'], ['destroys', 'promote'], ['destroys', 'promote']]);
    expect(opener!.destructive?.word).toBe('promote');
  });
  it('of root takes its prompts for what they are, in the block that opens it and below', () => {
    expect(places(blocks('sudo su -\n# reboot', '# Words about it.\n# systemctl restart shop\n\n# journalctl -u shop', '# exit', 'ls'))).toEqual([
      'sudo su -', 'reboot @ sudo su - elsewhere: here done skip', 'systemctl restart shop @ sudo su - elsewhere: here done skip', 'exit @ sudo su - elsewhere: here done skip', 'ls',
    ]);
    expect(commands(read(blocks('sudo su\n# reboot')))[0]!.effect.effect).toBe('destroys');
  });
  it.each([['sudo su', '# systemctl restart shop\nfrob'], ['sudo su', '# Restart the shop, then:\nfrob'], ['sudo su -c "uptime"', '# systemctl restart shop\nfrob']])('of root, but a comment: %s, %s', (opener, code) => expect(commands(read(blocks(opener, code)))[1]!.code.text).toBe(code));
  it('is settled by the pin on=here', () => expect(places("# X\n\n'''sh\nssh vm1\n'''\n\n'''sh {on=here}\nfrob\n'''\n")).toEqual(['ssh vm1', 'frob @ {"kind":"here"} elsewhere: here done skip']));
});

describe('prose that opens one', () => {
  it.each([['SSH into `web1`.', 'web1'], ['Log in to the primary node.', 'primary node'], ['On the VM, run:', 'VM']])('%s', (prose, place) => expect(places(blocks(`> ${prose}`, 'frob'))).toEqual([`frob @ ${place} elsewhere: here done skip`]));
  it.each([
    ['Use ssh to restart the proxy:', 'systemctl restart proxy', ' @ restart the proxy elsewhere: here done skip'],
    ['Use ssh to bastion:', 'ssh db1 frob', ' @ bastion elsewhere: here done skip'],
    // The command goes there by itself.
    ['Use ssh to restart the proxy:', 'ssh gw1 sudo systemctl restart proxy', ''],
    ['Use SSH to reboot:', 'for host in gw1 gw2; do ssh "$host" reboot; done', ''],
  ])('by ssh as a means: %s %s', (prose, code, place) => expect(places(blocks(`> ${prose}`, code))).toEqual([`${code.split('\n')[0]}${place}`]));
  it('as a step by hand', () => expect(places("# X\n\n1. SSH into the database host.\n2. Look:\n\n   '''sh\n   frob\n   '''\n")).toEqual(['frob @ database host elsewhere: here done skip']));
  it.each(['Log out of the node, then run:', 'Locally:', 'From your laptop, run:'])('and one that ends it: %s', (prose) => expect(places(blocks('> SSH into `web1`.', 'frob', `> ${prose}`, 'ls')).at(-1)).toBe('ls'));
  it('the next place takes over', () => expect(places(blocks('> SSH into `web1`.', 'frob', '> SSH into `web2`.', 'frob')).at(-1)).toBe('frob @ web2 elsewhere: here done skip'));
  it.each([
    ['The commands in this procedure should be run from a master NCN.', 'master NCN'], ['All commands below are run on the master node.', 'master node'], ['Commands must be run from a worker NCN unless noted otherwise.', 'worker NCN'], ['Run all of the following on the bastion host.', 'bastion host'],
    ['Unless noted otherwise, commands are run on the admin server.', 'admin server'], ['Everything in this section is typed on the primary (`db-1`).', 'primary (db-1)'],
    ["These all require rsh'ing into a Kafka broker pod and running the scripts.", 'Kafka broker pod'], ['All `kubectl` runs on **mother** (`admin@mother`).', 'mother'], ['Everything below runs on the gateway.', 'gateway'],
  ])('also where it is told above the first heading below: %s', (sentence, place) => {
    const away = [`frob @ ${place} elsewhere: here done skip`, `frob more @ ${place} elsewhere: here done skip`];
    const steps = "## Do\n\n'''sh\nfrob\n'''\n\n## Go on\n\n'''sh\nfrob more\n'''\n";
    expect(places(`# X\n\n${sentence}\n\n${steps}`)).toEqual(away);
    expect(places(`# X\n\n## Procedure\n\n${sentence}\n\n${steps.replaceAll('##', '###')}`)).toEqual(away);
  });
  it.each([
    'The commands in this procedure should be run from your laptop.', 'All commands are run from the root of the repository.', 'Run the commands as root.', 'All commands below restart the master node.', 'This describes how to log in to the master node.', 'All services run on the worker nodes.', 'Everything runs on a single server.', 'Run this from a machine with access to the cluster.',
    'This avoids SSHing into the nodes.',
  ])('and not: %s', (sentence) => expect(places(`# X\n\n${sentence}\n\n## Do\n\n'''sh\nfrob\n'''\n`)).toEqual(['frob']));
  it('also where one has to have gone there', () => expect(places(blocks("> You need to be exec'd into the broker pod for this.", 'frob'))).toEqual(['frob @ broker pod elsewhere: here done skip']));
  it('also in a section before it in which nothing is done', () => expect(places("# X\n\n## About it\n\nUnless otherwise indicated, the following steps should be performed on your agent node.\n\n## Procedure\n\nLook:\n\n'''sh\nfrob\n'''\n")).toEqual(['frob @ agent node elsewhere: here done skip']));
  it('also where that is told of the commands below', () => expect(places(blocks('> Log in as root on the master node.', 'frob', '> The following commands must be run on the storage node or nodes that held the disk.', 'frob')).at(-1)).toBe('frob @ storage node elsewhere: here done skip'));
  it.each(['Check who you are logged in as.', 'Look at the pods of the node.', 'No SSHing into the node is needed.'])('none: %s', (prose) => expect(places(blocks(`> ${prose}`, 'frob'))).toEqual(['frob']));
});

describe('what may be run here', () => {
  it('no command, and no shell that does not parse', () => expect(places(blocks('ssh vm1', 'for x in 1 2; do echo $x', 'rm –rf /tmp/x', 'rm -rf /tmp/x'))).toEqual(['ssh vm1', 'for x in 1 2; do echo $x @ ssh vm1 elsewhere: done skip', 'rm –rf /tmp/x @ ssh vm1 elsewhere: done skip', 'rm -rf /tmp/x @ ssh vm1 elsewhere: here done skip']));
  it('nothing that the shell would do more with than the program', () => expect(places("# X\n\n'''\nshop=# SELECT a FROM t WHERE a > b;\n'''\n")).toEqual(['SELECT a FROM t WHERE a > b; @ shop elsewhere: done skip']));
  it('what its author pins here, as what the shell does with it', () => {
    const text = (code: string): string => `# X\n\n<!-- runbook: on=here -->\n'''\nshop=# ${code}\n'''\n`;
    expect(places(text('SELECT a FROM t WHERE a > b;'))).toEqual(['SELECT a FROM t WHERE a > b; @ {"kind":"here"} elsewhere: here done skip']);
    expect(places(text('SELECT (SELECT 1);'))).toEqual(['SELECT (SELECT 1); @ {"kind":"here"} elsewhere: here done skip unparsed: edit skip']);
    expect(['SELECT 1;', 'DROP TABLE x;'].map((code) => commands(read(text(code)))[0]!.effect.effect)).toEqual(['unknown', 'destroys']);
  });
  it.each(['mysql> shutdown;', 'redis> shutdown', '(gdb) kill', 'shop=# reboot; SELECT 1;', 'mysql> exit; shutdown -h now'])('nothing that calls a program of this machine, where another was meant: %s', (line) =>
    expect(places(`# X\n\n'''\n${line}\n'''\n`).join()).toMatch(/elsewhere: done skip$/));
  it('a program of this machine at what looked like the prompt of one, with its effect', () => expect(commands(read("# X\n\n'''\nshop-prod> systemctl restart web\nshop-prod> kubectl get pods\n'''\n"))[0]!.effect.effect).toBe('destroys'));
});

describe('prompts', () => {
  const block = (code: string): string => `# X\n\n'''\n${code}\n'''\n`;
  test.each([
    ['[db-1] systemctl stop web', 'systemctl stop web @ db-1 elsewhere: here done skip'], ['[db-1] systemctl stop web\n[db-2] systemctl start web', 'systemctl stop web @ db-1, db-2 elsewhere: here done skip'], ['[op@gw] ./bin/stop.sh', './bin/stop.sh @ op@gw elsewhere: here done skip'], ['[jobmanager] ./bin/stop.sh\n[jobmanager] ./bin/start.sh', './bin/stop.sh @ jobmanager elsewhere: here done skip'],
    ['db2 # frob up -a', 'frob up -a @ db2 elsewhere: here done skip'],
    ['[root@db01 ~]# frob\nactive', 'frob @ root@db01 elsewhere: here done skip'], ['root@pod:/# frob', 'frob @ root@pod elsewhere: here done skip'], ['db01:~ # frob', 'frob @ db01 elsewhere: here done skip'], ['db01:/srv/x # ./frob', './frob @ db01 elsewhere: here done skip'], ['sw-leaf-1(config-if)# frob up', 'frob up @ sw-leaf-1 elsewhere: here done skip'], ['sh-5.1$ frob', 'frob @ sh-5.1 elsewhere: here done skip'], ['/ # frob /data', 'frob /data @ / elsewhere: here done skip'],
    ['mysql> DROP TABLE x;', 'DROP TABLE x; @ mysql elsewhere: here done skip'], ['shop-prod> systemctl restart web\nshop-prod> kubectl get pods', 'systemctl restart web @ shop-prod elsewhere: here done skip'], ['shop=# DROP TABLE x;\nDROP TABLE', 'DROP TABLE x; @ shop elsewhere: here done skip'], ['127.0.0.1:6379> FLUSHALL\nOK', 'FLUSHALL @ 127.0.0.1:6379 elsewhere: here done skip'], ['shop=# SELECT 1\nshop-# FROM x;', 'SELECT 1 @ shop elsewhere: done skip'],
  ])('%s', (code, piece) => expect(places(block(code))).toEqual([piece]));
  it('of a machine, below words that say of which kind it is', () => expect(places("# X\n\n## Do\n\nLog in to an active node.\n\n'''\nroot@node1:~# frob\n'''\n\n'''sh\nfrob more\n'''\n")).toEqual(['frob @ root@node1 elsewhere: here done skip', 'frob more @ an active node elsewhere: here done skip']));
  it('a line of colons opens no shell', () => expect(places(block('cat /etc/passwd -n\nop:x:10:10:Op:/home/op:/bin/bash\nfrob')).filter((piece) => piece.includes('@'))).toEqual([]));
  it('of root with what its commands print', () => expect(places(block('# cat /proc/drbd\n0: cs:Standalone\n# > /etc/motd'))).toEqual([' nothing: skip edit']));
  describe('one that was forgotten below a comment', () => {
    const forgotten = block('$ A=1\n\n# keep the old one\nmv app app.old');
    it('leaves its line a command', () => expect(commands(read(forgotten))[0]!.code.text).toBe('A=1\n\n# keep the old one\nmv app app.old'));
    it('which somebody looks at, as it may be output: a script that is shown, a crontab', () => {
      expect(places(forgotten)).toEqual(['A=1', 'mv app app.old not-labelled: run skip']);
      expect(places(block('$ cat stop.sh\n# stop everything\nsystemctl stop web\n$ uptime'))).toEqual(['cat stop.sh', 'systemctl stop web not-labelled: run skip']);
    });
  });
  it('none, but commands among others that are known', () => expect(places(block('realm leave\nsystemctl stop sssd\nrm -f /etc/a\nfind /srv -type f -delete'))).toEqual(['realm leave not-labelled: run skip']));
  it('of a program, below words that name the machine', () => expect(places("# X\n\n## Do\n\nOn Standby:\n\n'''\nSQL> startup mount;\n'''\n")).toEqual(['startup mount; @ Standby, then SQL elsewhere: here done skip']));
  it.each(['[INFO] make shop', '[optional] kubectl get pods', '[db-1] is up', '[db-1] systemctl stop web\nactive'])('none, in brackets: %s', (code) => expect(places(block(code)).filter((piece) => piece.includes('@'))).toEqual([]));
  it.each([['(`ncn-m001`): Restart it.', true], ['(`ncn-m001`) Restart it:', true], ['(`v1.2.3`) Restart it:', false], ['(`us-east-1`) Restart it:', false]])('a name before a sentence: %s', (lead, away) => expect(places(`# X\n\n## Do\n\n${lead}\n\n'''sh\nsystemctl restart web\n'''\n`).some((piece) => piece.includes('@ ncn-m001'))).toBe(away));
  it.each(['sync # flush the disks', 'reboot # now', 'sha256sum # of the image'])('none: %s', (code) => expect(places(block(code)).filter((piece) => piece.includes('@'))).toEqual([]));
  it.each([
    ['a substitution', 'ncn-m001# POD=$(\n    kubectl get pods |\n    grep web)\nncn-m001# frob $POD\nout', 'POD=$(\n    kubectl get pods |\n    grep web)\nfrob $POD'],
    ['a substitution at a name without a number', 'ncn-mw# POD=$(\n    kubectl get pods)\nncn-mw# echo $POD\nout', 'POD=$(\n    kubectl get pods)\necho $POD'],
    ['a quote', "ncn-m001# su -l git -c '\n    cd /data\n    frob'\nout", "su -l git -c '\n    cd /data\n    frob'"],
    ['a loop', 'ncn-m001# for pod in a b\ndo frob $pod\ndone\na: up', 'for pod in a b\ndo frob $pod\ndone'],
  ])('of a machine go on below it to the end of %s', (_, code, typed) => expect(commands(read(block(code)))[0]!.code.text).toBe(typed));
  it('of a machine say what its lines do, as of a shell', () => expect(commands(read(block('ncn-m001# helm uninstall web'))).map(({ effect: { effect } }) => effect)).toEqual(['destroys']));
  it('of a program say what its lines do', () => expect(commands(read(block('shop=# DROP TABLE x;')))[0]!.effect.effect).toBe('destroys'));
  it('a program at the root prompt above its own prompt is started here', () => expect(places(block('# frobctl -d main\nmain# select 1;\n...'))).toEqual(['frobctl -d main', 'select 1; @ main elsewhere: done skip']));
  it('a program started at a prompt of this machine, whose prompts go on below it', () => {
    expect(places(block('$ frob now\nout\n$ mysql -u root\nmysql> SELECT 1;\n1\nmysql> exit\n$ date'))).toEqual(['frob now', 'mysql -u root', 'SELECT 1; @ mysql -u root elsewhere: done skip', 'date']);
    expect(places(block('$ frob\nshop=# select 1;'))).toEqual(['frob', 'select 1; @ shop elsewhere: done skip']);
  });
  it('what was printed below is kept apart', () => expect(commands(read(block('mysql> SELECT 1;\n1')))[0]).toMatchObject({ code: { text: 'SELECT 1;' }, sampleOutput: '1' }));
  it.each(['PS C:\\> Get-Process', 'C:\\Users\\op> dir'])('of other systems make no step: %s', (code) => expect(places(block(code))).toEqual([]));
  it('the author\'s own machine is here', () => expect(places(block('op@laptop:~$ frob'))).toEqual(['frob']));
  it('of two machines neither is', () => expect(places(`${block('op@a:~$ frob')}\n${block('op@b:~$ frob')}`)).toEqual(['frob @ op@a elsewhere: here done skip', 'frob @ op@b elsewhere: here done skip']));
  it('a target is none', () => expect(places(`# X\n\n| Host | Zone |\n| --- | --- |\n| web1 | a |\n\n## Do\n\n'''\nop@web1:~$ frob\n'''\n`)).toEqual(['frob @ op@web1 elsewhere: here done skip']));
  it.each(['curl a.test/x # look', 'scp a:/srv/x . # copy'])('a comment behind a command is none: %s', (code) => expect(places(`# X\n\n'''sh\n${code}\n'''\n`)).toEqual([code]));
  it('a prompt in a text that a command is given is none', () => expect(places("# X\n\n'''sh\ncat <<EOF\nmysql> SELECT 1;\nEOF\n'''\n")).toEqual(['cat <<EOF']));
});

test.each([['ssh:web1', { kind: 'ssh', host: 'web1' }], ['kubectl:shop/web-1/app', { kind: 'kubectl', namespace: 'shop', pod: 'web-1', container: 'app' }], ['docker:web', { kind: 'docker', container: 'web' }]])('the pin on=%s', (pin, place) => {
  const [step] = commands(read(`# X\n\n'''sh {on=${pin}}\nfrob\n'''\n`));
  expect(step!.pieces).toMatchObject([{ on: place, doubts: [] }]);
});

it('a pin says where what is typed into a session runs', () => expect(places(blocks('ssh web1', 'frob').replace("'''sh\nfrob", "'''sh {on=ssh:web1}\nfrob"))).toEqual(['ssh web1', 'frob @ {"kind":"ssh","host":"web1"}']));

it('a session opened at the prompt of another place ends with its block', () => {
  const block = (code: string): string => `\`\`\`\n${code}\n\`\`\``;
  expect(places(`# X\n\n${block('$ frob get')}\n\n${block('[core@node ~]$ sudo -i\n[root@node ~]# frob install')}\n\n${block('$ frob get\n')}\n`).at(-1)).toBe('frob get');
});
