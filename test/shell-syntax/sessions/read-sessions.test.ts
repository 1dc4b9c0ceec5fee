import { describe, expect, it, test } from 'vitest';
import { readSessions, type SessionBlock } from '../../../src/shell-syntax/index.ts';

type Code = string | readonly [section: number, code: string];

/** Blocks of one section each, unless a block says which: `[section, code]`. */
function blocks(...codes: readonly Code[]): readonly SessionBlock[] {
  return codes.map((code) => (typeof code === 'string' ? { section: 0, code, prose: null } : { section: code[0], code: code[1], prose: null }));
}

/** What belongs elsewhere, a block a line: the text and the place. */
function elsewhere(...codes: readonly Code[]): readonly string[] {
  const read = blocks(...codes);
  return readSessions(read).map(({ block, start, end, place }) => `${block}: ${read[block]?.code.slice(start, end).trim().replaceAll('\n', ' / ')} @ ${place.join(', ')}`);
}

describe('what leaves a session open', () => {
  test.each([
    'ssh web1', 'ssh -t web1 tmux attach', 'ssh -t -J bastion op@web1', 'ssh web1 -p 2222', 'mosh web1', 'oc debug node/n1', 'oc debug node/n1 -n default', 'oc rsh web-1', 'oc exec -it web-1 -- bash', 'kubectl exec -it web-1 -- sh', 'kubectl exec -n shop -it web-1 -c app -- /bin/bash',
    'kubectl exec -ti deploy/web -- psql', 'kubectl attach -it web-1', 'kubectl debug -it web-1 --image=busybox', 'docker exec -it web bash', 'docker run --rm -it alpine sh', 'docker attach web', 'podman exec -it web sh', 'docker compose exec web bash', 'crictl exec -it 12ab sh',
    'chroot /host', 'sudo chroot /mnt bash', 'nsenter -t 1 -m -u -n bash', 'nsenter --target 1 --mount', 'lxc exec web -- bash', 'incus exec web -- sh', 'lxc shell web', 'su - postgres', 'su', 'sudo -i', 'sudo -s', 'sudo su -', 'sudo su - postgres', 'sudo -u app -i', 'machinectl shell web', 'machinectl login web', 'virsh console web',
    'psql', 'psql -h db shop', 'sudo -u postgres psql', 'mysql -u root -p', 'mariadb shop', 'mongosh', 'mongo shop', 'redis-cli', 'redis-cli -h cache -p 6380', 'sqlite3 app.db', 'cqlsh', 'cqlsh db1', 'clickhouse-client', 'gpg --edit-key ABCD', 'python3', 'ipython', 'irb', 'node', 'iex', 'rails console', 'bundle exec rails c', 'heroku run bash', 'heroku pg:psql -a shop', 'heroku ps:exec', 'python manage.py shell',
    'php artisan tinker', 'gcloud compute ssh vm1', 'aws ssm start-session --target i-1', 'fly ssh console', 'vagrant ssh', 'tsh ssh op@web1', 'sftp web1', 'telnet mx 25', 'fdisk /dev/sda', 'gdb ./core', 'zkCli.sh', 'hbase shell', 'sqlplus / as sysdba', 'nomad alloc exec -i -t 12ab sh', 'railway shell -s worker', 'poetry shell', 'nix develop', 'acmectl shell', 'systemd-nspawn -D /srv/x',
  ])('%s', (opener) => expect(elsewhere(opener, 'frob it')).toEqual([`1: frob it @ ${opener}`]));

  test.each([
    'ssh web1 uptime', 'ssh -N -L 1:x:2 web1', 'ssh -V', 'ssh web1 < x.sh', 'cat x | ssh web1', 'ssh web1 <<EOF\nuptime\nEOF', 'oc debug node/n1 -- chroot /host ls', 'kubectl exec web-1 -- ls', 'kubectl exec -it web-1 -- ls', 'docker exec web ls', 'docker run -d nginx', 'chroot /host ls', 'nsenter -t 1 -m ls', 'su - postgres -c "psql -l"', 'sudo -i ls', 'sudo ls',
    'psql -c "SELECT 1"', 'psql -f x.sql', 'psql < x.sql', 'psql -l', 'psql <<SQL\nSELECT 1;\nSQL', 'echo "SELECT 1" | psql', 'mysql -e "SHOW TABLES"', 'mysql < x.sql', 'redis-cli ping', 'redis-cli --bigkeys', 'mongosh --eval "db.stats()"', 'sqlite3 app.db "SELECT 1"', 'python3 x.py', 'python3 -c "print(1)"', 'node x.js', 'rails runner x.rb', 'heroku run rake x', 'gcloud compute ssh vm1 --command ls', 'gpg --list-keys', 'ssh web1 &', 'for h in a b; do ssh $h uptime; done', 'X=$(psql -c "SELECT 1")', 'bash x.sh', 'tsh ssh op@web1 ls', 'nix develop -c make', 'adb shell reboot', 'make shell',
  ])('not: %s', (command) => expect(elsewhere(command, 'frob it')).toEqual([]));
});

describe('how far a session goes', () => {
  it('over blocks, to the line that leaves it', () => expect(elsewhere('ssh vm1', 'frob a\nfrob b', 'frob c\nexit\nls', 'ls')).toEqual(['1: frob a / frob b @ ssh vm1', '2: frob c / exit @ ssh vm1']));
  it.each(['redis-cli\n# Expected: 127.0.0.1:6379>', 'sudo -u postgres psql shop\n\n# Expected: shop=#', 'ssh web1\n# Expected: a prompt'])('a remark below the opener is about it, and typed nowhere: %s', (code) => expect(elsewhere(code)).toEqual([]));
  it('what is typed begins below such a remark', () => expect(elsewhere('psql shop\n# Expected: shop=>\n\\dt\nSELECT 1;')).toEqual(['0: \\dt / SELECT 1; @ psql shop']));
  it('a comment above commands of a shell goes with them', () => expect(elsewhere('ssh web1\n# Restart it\nsystemctl restart x')).toEqual(['0: # Restart it / systemctl restart x @ ssh web1']));
  it('in its own block and on', () => expect(elsewhere('ls\nssh vm1\nfrob', 'frob more')).toEqual(['0: frob @ ssh vm1', '1: frob more @ ssh vm1']));
  it.each(['exit', 'logout', 'exit;', 'exit # leave'])('a shell is left by %s', (line) => expect(elsewhere('ssh vm1', line, 'ls')).toHaveLength(1));
  it.each(['\\q', 'quit', 'exit', 'quit;', 'exit()', '.quit'])('a program is left by %s', (line) => expect(elsewhere('psql shop', `SELECT 1;\n${line}`, 'ls')).toHaveLength(1));
  it('a program is left where the lines are plainly shell again', () => expect(elsewhere('psql shop', 'SELECT 1;', 'kubectl get pods')).toEqual(['1: SELECT 1; @ psql shop']));
  it('in a later section by the opener\'s own program', () => expect(elsewhere([1, 'oc debug node/n1'], [1, 'oc get x'], [2, 'oc get pods'])).toEqual(['1: oc get x @ oc debug node/n1']));
  it('in a later section by a program that ran here before', () => expect(elsewhere([0, 'helm list'], [1, 'ssh vm1'], [2, 'frob'], [2, 'helm list'], [3, 'frob'])).toEqual(['2: frob @ ssh vm1']));
  it('not in a later section by a program that did not', () => expect(elsewhere([1, 'ssh vm1'], [2, 'systemctl status x'])).toEqual(['1: systemctl status x @ ssh vm1']));
});

describe('sessions inside sessions', () => {
  it('a shell in a shell', () => expect(elsewhere('oc debug node/n1', 'chroot /host', 'frob', 'exit', 'ls /host', 'exit', 'ls')).toEqual([
    '1: chroot /host @ oc debug node/n1', '2: frob @ oc debug node/n1, chroot /host', '3: exit @ oc debug node/n1, chroot /host', '4: ls /host @ oc debug node/n1', '5: exit @ oc debug node/n1',
  ]));
  it('the same one again is no further one', () => expect(elsewhere('ssh db1', 'sudo su\nfrob', 'sudo su\nfrob more').at(-1)).toBe('2: frob more @ ssh db1, sudo su'));
  it('a program in a shell in one block', () => expect(elsewhere('ssh db1\nsudo -i\npsql\nSELECT 1;\n\\q\nexit\nuptime\nexit\nls')).toEqual([
    '0: sudo -i @ ssh db1', '0: psql @ ssh db1, sudo -i', '0: SELECT 1; / \\q @ ssh db1, sudo -i, psql', '0: exit @ ssh db1, sudo -i', '0: uptime / exit @ ssh db1',
  ]));
});

describe('what is typed there', () => {
  const effects = (...codes: readonly string[]) => readSessions(blocks(...codes)).map(({ openers, effect }) => [openers[0]?.block, effect?.effect, effect?.word]);
  it('counts for the outermost opener', () => expect(effects('ls', 'ssh db1', 'sudo -i', 'uptime\npg_ctl promote')).toEqual([[1, undefined, undefined], [1, 'destroys', 'promote']]));
  it('is SQL in a database client', () => expect(effects('psql shop', 'SELECT 1;', 'DROP TABLE x;')).toEqual([[0, 'reads', 'psql'], [0, 'destroys', 'DROP TABLE']]));
  it('is a command a line in redis-cli', () => expect(effects('redis-cli', 'INFO', 'FLUSHALL')).toEqual([[0, 'reads', 'INFO'], [0, 'destroys', 'FLUSHALL']]));
  it('is unknown in a language that nobody reads', () => expect(effects('python3', 'print(1)')).toEqual([[0, 'unknown', 'python3']]));
  it('is nothing where one only leaves', () => expect(effects('ssh db1', 'exit')).toEqual([[0, undefined, undefined]]));
});

describe('prompts of other places', () => {
  test.each([
    ['[root@db01 ~]# systemctl status x', 'root@db01'], ['root@pod:/# cat /etc/hosts', 'root@pod'], ['sh-5.1$ rm -rf /data', 'sh-5.1'], ['sh-4.4# ls', 'sh-4.4'], ['bash-5.1$ ls', 'bash-5.1'], ['mysql> SELECT 1;', 'mysql'], ['MariaDB [shop]> SELECT 1;', 'MariaDB'], ['shop=# DROP TABLE x;', 'shop'], ['shop=> SELECT 1;', 'shop'], ['shop-# FROM x;', 'shop'],
    ['127.0.0.1:6379> FLUSHALL', '127.0.0.1:6379'], ['rs0:PRIMARY> rs.status()', 'rs0'], ['cqlsh> DESCRIBE x', 'cqlsh'], ['cqlsh:shop> DESCRIBE x', 'cqlsh'], ['sqlite> .tables', 'sqlite'], ['>>> print(1)', '>>>'], ['irb(main):001:0> User.count', 'irb'], ['[1] pry(main)> User.count', 'pry'], ['PS C:\\> Get-Process', 'PS'], ['C:\\Users\\op> dir', 'C:\\'], ['gpg> trust', 'gpg'], ['main# select 1', 'main'], ['store-0$ storectl x', 'store-0'], ['db> one\ndb> two', 'db'], ['(gdb) bt', 'gdb'], ['sftp> put x', 'sftp'], ['iex(1)> x', 'iex'],
  ])('%s', (code, name) => expect(readSessions(blocks(code)).map(({ place, openers }) => [place, openers])).toEqual([[[name], []]]));

  test.each(['kubectl get pods', '# systemctl restart x', 'cat > x.txt', 'cat> x.txt', 'X=1', 'echo "a> b"', 'FOO=$ x', 'curl http://x:80/ > y', '> kubectl get pods', './run.sh $ x', 'op@laptop:~$ ls'])('not: %s', (code) => expect(readSessions(blocks(code))).toEqual([]));
});

test('a login without a terminal only tries the key', () => expect(readSessions([{ code: 'ssh -T git@forge\ngit fetch', section: 1, prose: null }]).flatMap(({ place }) => place)).toEqual([]));

describe('prose', () => {
  it('opens none beside the command that it speaks of', () => expect(readSessions([{ code: 'kubectl exec -it web-1 -- sh', section: 1, prose: 'web pod' }, { code: 'frob', section: 1, prose: null }]).map(({ place }) => place)).toEqual([['kubectl exec -it web-1 -- sh']]));
  it.each([['host', "ssh data-1 'sudo growpart /dev/sdb 1'", []], ['failed node', 'ssh n7 sudo reboot', []], ['pod', 'kubectl -n web exec web-1 -- ls', []], ['bastion', 'ssh n7 sudo reboot', [['bastion']]], ['database host', 'frob', [['database host']]], ['host', 'ssh n7 uptime | grep load', []], ['host', 'ssh n7 uptime\nrm -rf /srv/old', [['host']]]])(
    'has nothing typed on "%s" above what goes there by itself, and does nothing here: %s', (prose, code, places) => expect(readSessions([{ code, section: 1, prose }]).map(({ place }) => place)).toEqual(places));
  it('leaves what goes there by itself here, and not what stands below it', () => expect(readSessions(['ssh n7 uptime', 'frob', 'ssh n7 reboot'].map((code, index) => ({ code, section: 1, prose: index === 0 ? 'host' : null }))).map(({ block, place }) => [block, place])).toEqual([[1, ['host']]]));
  it('opens a session for the blocks below it', () => expect(readSessions([{ code: 'frob', section: 1, prose: 'the database host' }, { code: 'frob', section: 1, prose: null }]).map(({ block, place }) => [block, place])).toEqual([[0, ['the database host']], [1, ['the database host']]]));
});

it('is read in time for many blocks', () => {
  const many = Array.from({ length: 500 }, (_, index): SessionBlock => ({ code: index % 7 === 0 ? 'ssh vm1' : index % 7 === 5 ? 'frob\nexit' : 'frob', section: 0, prose: null }));
  const started = performance.now();
  expect(readSessions(many).length).toBeGreaterThan(100);
  expect(performance.now() - started).toBeLessThan(2_000);
});
