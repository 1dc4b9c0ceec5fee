import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPrompts } from '../../src/shell-syntax/index.ts';

function read(code: string, language = 'console'): { commands: readonly string[]; comments: readonly string[]; outputs: readonly string[] } | null {
  const block = readPrompts(code, language);
  if (block === null) return null;
  const text = ({ start, end }: { start: number; end: number }): string => code.slice(start, end);
  return { commands: block.commands.map(({ lines }) => lines.map(text).join('\n')), comments: block.comments.map(text), outputs: block.outputs.map(text) };
}

test.each<[string, string, readonly string[], readonly string[]]>([
  ['dollar', '$ kubectl get pods\nNAME READY\nweb  1/1\n$ date', ['kubectl get pods', 'date'], ['NAME READY\nweb  1/1']],
  ['percent', '% ls\na b', ['ls'], ['a b']],
  ['user and host', 'ops@web-1:~$ uptime\n 12:00 up', ['uptime'], [' 12:00 up']],
  ['in brackets', '[ops@web-1 etc]$ ls\nhosts', ['ls'], ['hosts']],
  ['root at a host', '[root@web-1 ~]# systemctl restart nginx', ['systemctl restart nginx'], []],
  ['container shell', 'sh-4.4# ceph status\nHEALTH_OK', ['ceph status'], ['HEALTH_OK']],
  ['root after sudo su', '$ sudo su\n# docker ps\n# exit\n$ date', ['sudo su', 'docker ps', 'exit', 'date'], []],
  ['backslash', '$ kubectl get pods \\\n    -o wide\nNAME', ['kubectl get pods \\\n    -o wide'], ['NAME']],
  ['continuation prompt', '$ for i in 1 2; do\n> echo $i\n> done\n1\n2', ['for i in 1 2; do\necho $i\ndone'], ['1\n2']],
  ['open quote', "$ echo 'a\nb'\na", ["echo 'a\nb'"], ['a']],
  ['heredoc', '$ cat <<EOF\nx\nEOF\nx', ['cat <<EOF\nx\nEOF'], ['x']],
  ['an angle bracket before each, with and without arguments', '> kubectl get pods\nNAME\n> id\n> ./status.sh', ['kubectl get pods', 'id', './status.sh'], ['NAME']],
  ['an angle bracket before bare names', '> whoami\n> id', ['whoami', 'id'], []],
  ['an angle bracket before a script', '> ./deploy.sh prod', ['./deploy.sh prod'], []],
  ['an angle bracket before a setting', '> PGUSER=ops psql -l', ['PGUSER=ops psql -l'], []],
  ['placeholder at the end', '$ heroku ps -a <app>\nweb.1: up', ['heroku ps -a <app>'], ['web.1: up']],
])('%s', (_name, code, commands, outputs) => {
  expect(read(code)).toMatchObject({ commands, outputs });
});

test('the author’s comments are neither commands nor output', () => {
  expect(read('# List them\n$ ls\n\n# Count them\n$ ls | wc -l\n3', 'bash')).toEqual({ commands: ['ls', 'ls | wc -l'], comments: ['# List them', '# Count them'], outputs: ['3'] });
});

test('where prompts name their machine, a bare hash begins a remark', () => {
  expect(read('root@db1:~# ls /srv\n\n# after the restart it shows both\nroot@db1:~# sudo su\n\n# docker ps')).toMatchObject({ commands: ['ls /srv', 'sudo su', 'docker ps'], comments: ['# after the restart it shows both'] });
});

test('a hash below output is output', () => {
  expect(read('$ cat conf\na=1\n# off\nb=2')).toMatchObject({ comments: [], outputs: ['a=1\n# off\nb=2'] });
});

test.each([
  ['plain shell', 'kubectl get pods\n# Look', 'bash'],
  ['a variable first', '$APP_HOME/bin/run', 'bash'],
  ['percentages', 'CPU 20 % used', ''],
  ['a file that is emptied', '> failed_hosts\nfor h in a b; do\n  ping $h || echo $h >> failed_hosts\ndone', 'bash'],
  ['files that are emptied', '> /var/log/shop.log\n> /srv/shop/state 2>&1\n> out.txt', 'bash'],
  ['a file that is emptied, alone', '> failed_hosts', 'bash'],
  ['comments only', '# Restart the service\nsystemctl restart x', 'bash'],
  ['prose', 'It costs $ 5 a day.', ''],
  ['nothing', '', 'console'],
  ['text that a heredoc writes', "cat > notes.md <<'EOF'\n$ npm start\nEOF\nls", 'bash'],
])('no prompts: %s', (_name, code, language) => {
  expect(readPrompts(code, language)).toBeNull();
});

test('a root prompt alone is a comment, in every kind of block', () => {
  expect(read('# systemctl restart nginx', 'console')).toBeNull();
  expect(read('# systemctl restart nginx', 'bash')).toBeNull();
});

test('never throws, and no command overlaps another', () => {
  const line = fc.constantFrom('$ a', '# b', '% c', '> d', 'out', '$ "', '$ cat <<E', 'E', '$ x \\', 'u@h:~$ ls', '$ sudo su', '', '$');
  fc.assert(
    fc.property(fc.oneof(fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n')), fc.string()), (code) => {
      const block = readPrompts(code, 'console');
      const ranges = block?.commands.map(({ range }) => range) ?? [];
      ranges.forEach((range, index) => expect(range.start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0));
    }),
  );
});
