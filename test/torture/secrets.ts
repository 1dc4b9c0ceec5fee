import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { everythingIn, inFolder, type Section, said, type Trial, write } from './trial.ts';

const SECRET = `Tr0ub4dor&3 it's "$x" <é>/+zz`;

/** Ways in which a command gives a secret away. `$S` is the secret. */
const FORMS: readonly (readonly [name: string, script: string])[] = [
  ['printed', 'echo "$S"'], ['on stderr', 'echo "$S" >&2'], ['without a line break', 'printf %s "$S"'], ['in a sentence', 'echo "the password is $S, keep it"'], ['twice', 'echo "$S$S"'], ['thrice with its beginning', 'echo "${S:0:3}$S$S${S:0:3}"'], ['in an address', 'echo "postgres://u:$S@db/x"'],
  ['printf %q', 'printf "%q\\n" "$S"'], ['declare -p', 'declare -p S'], ['${S@Q}', 'echo "${S@Q}"'], ['${S@A}', 'echo "${S@A}"'], ['${S@E}', 'T=$S; echo "${T@Q}"'], ['export -p', 'export -p'], ['set', 'set | cat'], ['env', 'env'], ['env -0', 'env -0 | tr "\\0" "\\n"'], ['the shell\'s own environment', 'tr "\\0" "\\n" < /proc/$$/environ'], ['declare', 'declare'], ['an array', 'A=("$S" b); declare -p A'], ['a map', 'declare -A M=([k]="$S"); declare -p M'],
  ['a function', 'eval "f() { echo $(printf %q "$S"); }"; declare -f f; f'], ['an alias', 'alias a="echo $(printf %q "$S")"; alias -p'], ['a trap', 'trap "echo $(printf %q "$S")" USR1; trap -p USR1'], ['set -x', 'set -x; : "$S"; set +x'], ['set -x in a pipe', 'set -x; echo "$S" | cat; set +x'], ['set -v', 'set -v; eval "echo $(printf %q "$S")"; set +v'], ['PS4', "PS4='+ $S '; set -x; true; set +x"], ['bash -x', 'bash -xc "echo \\"\\$S\\""'], ['sh -x', 'sh -xc "echo \\"\\$S\\""'],
  ['base64', 'printf %s "$S" | base64'], ['base64 with a line break', 'echo "$S" | base64'], ['base64 after one', 'printf "x%s" "$S" | base64'], ['base64 after two', 'printf "xy%s" "$S" | base64 -w0'], ['base64 in lines', 'printf "%0.s-" {1..50} | cat - <(echo "$S") | base64'], ['base64 of base64', 'printf %s "$S" | base64 -w0 | base64 -w0'], ['base64url', 'printf %s "$S" | base64 -w0 | tr +/ -_'], ['basic auth', 'printf "user:%s" "$S" | base64 -w0'], ['base32', 'printf %s "$S" | base32 -w0'],
  ['hex', 'printf %s "$S" | od -An -v -tx1 | tr -d " \\n"'], ['upper hex', 'printf %s "$S" | od -An -v -tx1 | tr -d " \\n" | tr a-f A-F'], ['hex in pairs', 'printf %s "$S" | od -An -v -tx1 -w99'], ['hex with colons', 'printf %s "$S" | od -An -v -tx1 -w99 | tr " " ":"'],
  ['a URL', '"$NODE" -p "encodeURIComponent(process.env.S)"'], ['a form', '"$NODE" -p "new URLSearchParams({s: process.env.S}) + \\"\\""'], ['JSON', '"$NODE" -p "JSON.stringify({s: process.env.S})"'], ['JSON in JSON', '"$NODE" -p "JSON.stringify(JSON.stringify({s: process.env.S}))"'], ['inspect', '"$NODE" -p "({s: process.env.S})"'], ['escaped for HTML', '"$NODE" -p "process.env.S.replace(/[&<>]/g, (c) => ({\\"&\\": \\"&amp;\\", \\"<\\": \\"&lt;\\", \\">\\": \\"&gt;\\"})[c])"'],
  ['upper case', 'echo "${S^^}"'], ['lower case', 'echo "${S,,}"'], ['backwards', 'echo "$S" | rev'],
  ['in two writes', 'printf %s "${S:0:7}"; sleep 0.2; echo "${S:7}"'], ['letter by letter', 'for ((i = 0; i < ${#S}; i++)); do printf %s "${S:i:1}"; sleep 0.02; done; echo'], ['coloured', 'printf "%s\\033[31m%s\\033[0m\\n" "${S:0:5}" "${S:5}"'], ['coloured letters', 'for ((i = 0; i < ${#S}; i++)); do printf "\\033[1m%s\\033[0m" "${S:i:1}"; done; echo'], ['grep --color', 'echo "$S" | grep --color=always ub4'], ['cut by a kill', 'sh -c "printf %s \\"\\${S%????}\\"; kill -9 \\$\\$"'],
  ['no such command', '"$S"'], ['no such folder', 'cd "/no/$S"'], ['no such file', 'cat "/no/$S"'], ['an unset variable', '( : "${nothing:?$S}" )'], ['a syntax error', 'eval "( $(printf %q "$S")"'], ['a file and its name', 'cp /dev/null "./f-${S//\\//_}"; echo "$S" > "./f-${S//\\//_}"; ls; cat ./f-*; rm -f ./f-*'], ['time stamps before', 'echo "$(date +%s) $S"'], ['a table', 'printf "%-40s|\\n" "$S"'],
];

/** What a reader could use of it: any part that is longer than a few letters. */
function leaks(shown: string, raw: string): readonly string[] {
  const forms = [SECRET, SECRET.slice(0, 8), SECRET.slice(-10), Buffer.from(SECRET).toString('base64').slice(4, 24), Buffer.from(`user:${SECRET}`).toString('base64').slice(10, 26), Buffer.from(SECRET).toString('hex').slice(0, 16), encodeURIComponent(SECRET).slice(0, 14), SECRET.toUpperCase().slice(0, 9), SECRET.toLowerCase().slice(0, 9), Array.from(SECRET).reverse().join('').slice(0, 9)];
  // Of the lines that the command wrote, those that hold it.
  const lines = raw.split('\n').filter((line) => line.length > 12 && /ub4|VHIwd|UjB1|JvdWI|54723/i.test(line.replace(/\u001b\[[\d;]*m/g, '')));
  return [...forms, ...lines].filter((form) => shown.includes(form) || shown.replace(/\u001b\[[\d;]*[mK]/g, '').includes(form));
}

const ENV = { NODE: process.execPath, DB_PASSWORD: SECRET, GIVEN: SECRET };

function trial([name, script]: (typeof FORMS)[number], how: 'environment' | 'made' | 'parameter'): Trial {
  const bind = how === 'environment' ? 'export S=$DB_PASSWORD' : how === 'made' ? 'export S_TOKEN="$GIVEN"; export S=$S_TOKEN' : 'export S=<db-password>';
  return {
    name: `${name}, ${how}`,
    run: async () =>
      inFolder(async (folder) => {
        write(folder, 'r.md', `# T\n\n## Steps\n\n\`\`\`bash {errexit=false}\n${bind}\n${script}\ntrue\n\`\`\`\n\n\`\`\`bash {errexit=false}\n${script}\ntrue\n\`\`\`\n\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n`);
        const env = how === 'environment' ? { NODE: ENV.NODE, DB_PASSWORD: SECRET } : how === 'made' ? { NODE: ENV.NODE, GIVEN: SECRET } : { NODE: ENV.NODE, RUNBOOK_SET_DB_PASSWORD: SECRET };
        const raw = spawnSync('bash', ['-c', script], { env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', S: SECRET, NODE: process.execPath }, cwd: folder, encoding: 'utf8' });
        const call = { cwd: folder, env };
        const shown: (readonly [place: string, text: string])[] = [['text', await said(['run', 'r.md', '--yes'], call)], ['files', everythingIn(join(folder, 'state'))], ['row', readFileSync(join(folder, 'r.md'), 'utf8')]];
        // The other faces show the same events.
        if (how === 'made') shown.push(['ndjson', await said(['run', 'r.md', '--yes', '--format', 'ndjson'], call)], ['runs', await said(['runs', '--json'], call)]);
        if (how === 'parameter') shown.push(['plan', await said(['show', 'r.md'], call)]);
        // A variable that is not called like a secret, and came to the program in clear, is none of ours.
        return shown.flatMap(([place, text]) => leaks(how === 'made' ? text.replaceAll(/^.*GIVEN=.*$/gm, '') : text, `${raw.stdout}\n${raw.stderr}`).map((leak) => `${place}: ${JSON.stringify(leak)}`));
      }),
  };
}

const KILLED: Trial = {
  name: 'after a kill -9, at any time',
  run: async () =>
    inFolder(async (folder) => {
      write(folder, 'r.md', '# T\n\n## Steps\n\n```bash\nexport S_TOKEN="$GIVEN"; D="x$S_TOKEN"; f() { echo "$S_TOKEN"; }\n```\n\n```bash\nfor i in 1 2 3 4 5 6 7 8 9; do echo "$D"; echo "s-token=$S_TOKEN" >> "$RUNBOOK_OUTPUT"; sleep 0.1; done\n```\n');
      const wrong: string[] = [];
      for (let after = 100; after < 1500; after += 100) {
        const child = spawn(process.execPath, [resolve('dist/cli.js'), 'run', 'r.md', '--yes'], { cwd: folder, stdio: 'ignore', env: { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_STATE_HOME: join(folder, 'state'), GIVEN: SECRET } });
        await new Promise((done) => setTimeout(done, after));
        child.kill('SIGKILL');
        await new Promise((done) => child.once('close', done));
        if (leaks(everythingIn(folder), '').length > 0) wrong.push(`killed after ${after} ms`);
      }
      return wrong;
    }),
};

/** Forms of a secret, however it came to the command. */
export const secrets: Section = { name: 'secrets', trials: [...FORMS.flatMap((form) => (['environment', 'made', 'parameter'] as const).map((how) => trial(form, how))), KILLED] };
