import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeShell, cutPieces, isPlainWord, isShellVariable, occurrences, quoteWord, urlHosts } from '../../src/shell-syntax/index.ts';

describe('what opens a session needs a terminal', () => {
  const interactive = (code: string): readonly string[] => analyzeShell(code).hazards.flatMap(({ hazard, word }) => (hazard === 'interactive' ? [word] : []));
  test.each([
    ['nix develop', 'nix develop'], ['poetry shell', 'poetry shell'], ['virsh console vm1', 'virsh console'], ['kubectl node-shell n1\nreboot', 'kubectl node-shell'], ['sudo chroot /mnt', 'sudo'], ['cd /srv\nmachinectl shell web', 'machinectl shell'], ['eb ssh', 'eb ssh'], ['ssh web1', 'ssh'],
  ])('%s', (code, word) => expect(interactive(code)).toEqual([word]));
  test.each(['nix develop -c make', 'chroot /mnt ls', 'echo ls | virsh console vm1', 'nix build'])('and not: %s', (code) => expect(interactive(code)).toEqual([]));
});

describe('errors', () => {
  test.each([
    ['cat <<EOF\nabc\n', "unterminated heredoc: no line is 'EOF'", 4],
    ['echo "abc', 'unterminated double quote', 5],
    ["echo 'abc", 'unterminated single quote', 5],
    ['echo $(if)', "expected 'then'", 9],
  ])('%s', (code, message, offset) => {
    expect(analyzeShell(code).errors).toContainEqual({ message, offset });
  });

  test.each([
    ['a backslash at the end of a line joins the next line to it', 'cat <<E\na \\\nE\necho hi', false],
    ['and two do not', 'cat <<E\na \\\\\nE\necho hi', true],
    ['nor does one where the delimiter is quoted', "cat <<'E'\na \\\nE\necho hi", true],
    ['a delimiter may be joined of two lines', 'cat <<EOF\nE\\\nOF\necho hi', true],
  ])('%s', (_, code, closed) => {
    expect(analyzeShell(code).heredocs).toMatchObject([{ closed }]);
    expect(analyzeShell(code).commands.map(({ name }) => name)).toEqual(closed ? ['cat', 'echo'] : ['cat']);
  });

  test('an indented closing line does not close a heredoc', () => {
    expect(analyzeShell('cat <<EOF\nabc\n  EOF\n').heredocs).toMatchObject([{ delimiter: 'EOF', closed: false }]);
    expect(analyzeShell('cat <<-EOF\nabc\n\tEOF\n').heredocs).toMatchObject([{ closed: true }]);
  });

  test('lines typed into a database raise none', () => {
    const analysis = analyzeShell("psql shop\nSELECT count(*) FROM jobs WHERE name = 'it';\ndon't (\n\\q\ndate");
    expect(analysis.errors).toEqual([]);
    expect(analysis.commands.map(({ name }) => name)).toEqual(['psql', 'date']);
  });
});

describe('commands', () => {
  test.each<[string, string, readonly string[]]>([
    ['sudo -u postgres psql', 'psql', ['sudo']],
    ['find . | sudo xargs -n 1 /bin/rm -rf', 'rm', ['sudo', 'xargs']],
    ['time env A=1 nice -n 5 make', 'make', ['time', 'env', 'nice']],
    ['timeout -k 5 30 curl x', 'curl', ['timeout']],
    ['watch -n 2 kubectl get pods', 'kubectl', ['watch']],
    ['bundle exec rails c', 'rails', ['bundle']],
    ['sudo k3s kubectl get nodes', 'kubectl', ['sudo', 'k3s']],
    ['microk8s kubectl delete pod a', 'kubectl', ['microk8s']],
    ['k3s server', 'k3s', []],
    ['command -v jq', 'command', []],
    ['sudo -i', 'sudo', []],
  ])('%s', (code, name, wrappers) => {
    expect(analyzeShell(code).commands.at(-1)).toMatchObject({ name, wrappers });
  });

  test('depth and background', () => {
    expect(analyzeShell('a | b && (c)\nf() { d; }\ne &').commands.map(({ name, topLevel, background }) => [name, topLevel, background])).toEqual([
      ['a', true, false],
      ['b', true, false],
      ['c', false, false],
      ['d', false, false],
      ['e', true, true],
    ]);
  });

  test('a word with an expansion has no value', () => {
    expect(analyzeShell('echo a "$b" \'$c\' $(d) *.log').commands[0]?.args.map(({ value }) => value)).toEqual(['a', null, '$c', null, '*.log']);
  });
});

describe('variables', () => {
  test('assignments', () => {
    const code = 'A=1\nexport B=2 C\nread -p "? " D\nfor E in 1; do :; done\nprintf -v F x\nmapfile -t G\ndeclare -x H=1\n: ${I:=x}\nJ=1 cmd';
    expect(analyzeShell(code).assignments.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I']);
  });

  test('reads', () => {
    const code = 'echo $A "${B}" ${C:-x} \'$D\' $1 $? ${E:?no} <<EOF\n$F\nEOF\n';
    expect(analyzeShell(code).reads.map(({ name, hasDefault }) => [name, hasDefault])).toEqual([
      ['A', false],
      ['B', false],
      ['C', true],
      ['E', false],
      ['F', false],
    ]);
  });

  test('a quoted heredoc reads nothing', () => {
    expect(analyzeShell("cat <<'EOF'\n$F\nEOF\n").reads).toEqual([]);
  });

  test('the shell’s own', () => {
    expect(['HOME', 'RANDOM', 'BASH_VERSION', 'LC_ALL', 'APP', 'ENV'].map(isShellVariable)).toEqual([true, true, true, true, false, false]);
  });
});

test('comments know where they stand', () => {
  const code = '# one\na # two\nif b; then\n  # three\n  c\nfi\ncat <<E\n# no\nE\necho "# no" a#no ${#x} $#';
  expect(analyzeShell(code).comments.map(({ text, ownLine, topLevel }) => [text, ownLine, topLevel])).toEqual([
    ['one', true, true],
    ['two', false, true],
    ['three', true, false],
  ]);
});

test('a heredoc’s body belongs to its command', () => {
  const code = 'cat <<E | grep x\nbody\nE\ndate';
  expect(analyzeShell(code).statements.map(({ start, end }) => code.slice(start, end))).toEqual(['cat <<E | grep x\nbody\nE', 'date']);
});

test('functions', () => {
  expect(analyzeShell('f() { a; }\nfunction g { b; }').definitions.map(({ name }) => name)).toEqual(['f', 'g']);
});

describe('sessions', () => {
  test.each([
    ['ssh db-1\nuptime\nexit\ndate', 'ssh db-1', 'uptime\nexit\n'],
    ['oc rsh web-1\nls', 'oc rsh web-1', 'ls'],
    ['sudo su\nsystemctl restart x', 'sudo su', 'systemctl restart x'],
    ['sudo -i\nls\nlogout\n', 'sudo -i', 'ls\nlogout\n'],
    ['kubectl exec -it web-1 -- bash\nls /\nexit', 'kubectl exec -it web-1 -- bash', 'ls /\nexit'],
    ['docker exec -it web sh\nls', 'docker exec -it web sh', 'ls'],
    ['su - postgres\npsql', 'su - postgres', 'psql'],
    ['gcloud compute ssh web-1\nls', 'gcloud compute ssh web-1', 'ls'],
    ['psql -h db\nSELECT 1;\n\\q\ndate', 'psql -h db', 'SELECT 1;\n\\q\n'],
    ['sudo gitlab-psql\nSELECT 1;\nkubectl get pods', 'sudo gitlab-psql', 'SELECT 1;\n'],
  ])('%s', (code, opener, typed) => {
    expect(analyzeShell(code).remotes.map((remote) => [remote.opener, code.slice(remote.typed.start, remote.typed.end)])).toEqual([[opener, typed]]);
  });

  test.each(['ssh db-1 uptime\nls', 'ssh db-1', 'ssh db-1 <<EOF\nls\nEOF\n', 'psql -c "SELECT 1"\nls', 'kubectl exec web-1 -- ls\nls', 'ssh -N -L 1:a:2 b\nls', 'cat x | ssh db-1\nls', 'sudo ls\nls'])('none: %s', (code) => {
    expect(analyzeShell(code).remotes).toEqual([]);
  });

  test('two in one block', () => {
    expect(analyzeShell('ssh a\nx\nexit\nssh b\ny\nexit\n').remotes.map(({ opener }) => opener)).toEqual(['ssh a', 'ssh b']);
  });
});

describe('hosts and literals', () => {
  test('hosts of URLs in commands', () => {
    const code = 'curl https://api.shop.app/health "http://user:pw@10.0.0.1:8080/x" # https://no.example.com\ncurl https://<svc>.example.com';
    expect(urlHosts(code, analyzeShell(code)).map(({ host, start, end }) => [host, code.slice(start, end)])).toEqual([
      ['api.shop.app', 'api.shop.app'],
      ['10.0.0.1', '10.0.0.1'],
    ]);
  });

  test('whole words only', () => {
    const code = 'heroku ps -a shop-api-prod\ncurl https://shop-api-prod-a60a.herokuapp.com https://shop-api-prod.example.com --app=shop-api-prod # shop-api-prod';
    expect(occurrences(code, 'shop-api-prod', analyzeShell(code)).map(({ start }) => start)).toEqual([13, code.indexOf('--app=') + 6]);
  });
});

describe('plain words', () => {
  test.each(['v84', 'sha256:abc', 'a/b.c', 'x@y', 'a+b=c,d%e'])('%s', (value) => {
    expect(isPlainWord(value)).toBe(true);
  });

  test.each(['', '-rf', 'a b', 'a;b', '$(x)', 'a\nb', 'é', '`x`', "a'b", '~', '*', 'a\n'])('not %j', (value) => {
    expect(isPlainWord(value)).toBe(false);
  });

  test('quoted, a word is what it was', () => {
    expect([quoteWord('v84'), quoteWord('a b'), quoteWord("it's"), quoteWord('')]).toEqual(['v84', "'a b'", String.raw`'it'\''s'`, "''"]);
    const property = fc.property(fc.string().filter((text) => !text.includes('\0')), (text) => {
      expect(analyzeShell(`echo ${quoteWord(text)}`).commands[0]?.args.map(({ value }) => value)).toEqual([text]);
    });
    fc.assert(property);
  });
});

test.each(['$(', '"$(', '(', '{ ', '`', 'if a; then ', '${a:-', '$((', '<(', 'sudo ', 'bash -c "', '<a> ', "'<title>' "])('2,000 deep: %s', (opening) => {
  const code = `echo ${opening.repeat(2000)}`;
  const analysis = analyzeShell(code);
  expect(analysis.masked).toHaveLength(code.length);
  expect(cutPieces(code, analysis, { isExpectation: () => false })).toHaveLength(1);
});
