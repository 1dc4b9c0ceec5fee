import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { called, cleanEnvironment, runbook, said, type Workspace, workspace } from './helpers/index.ts';

const SECRET = 's3cr3t-from-the-vault';

function blocks(...code: readonly string[]): Workspace {
  return workspace({ 'r.md': `# Secrets\n\n## Steps\n\n${code.map((text) => `\`\`\`bash\n${text}\n\`\`\``).join('\n\nNext.\n\n')}\n\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n` });
}

/** All that stands in the files of a folder. */
function everythingIn(folder: string, tries = 20): string {
  try {
    return contentsOf(folder);
  } catch (error) {
    // A run that goes on has removed one of them meanwhile.
    if (tries === 0) throw error;
    return everythingIn(folder, tries - 1);
  }
}

function contentsOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).map((path) => `${path}\n${readFileSync(path, 'latin1')}`).join('\n');
}

describe('a secret is hidden', () => {
  test.each([
    ['in its own block', ['export API_TOKEN="$(vault)"\necho "is $API_TOKEN"']],
    ['on the line that sets it', ['export API_TOKEN="$(vault)"; echo "is $API_TOKEN"']],
    ['in a trace', ['set -x\nAPI_TOKEN=$(vault)\n: "$API_TOKEN"']],
    ['in the next block', ['API_TOKEN=$(vault)', 'echo "is $API_TOKEN"; declare -p API_TOKEN']],
    ['in what was made of it', ['API_TOKEN=$(vault); LOGIN="user:$API_TOKEN"; f() { echo "$API_TOKEN"; }', 'echo "$LOGIN"; f; declare -p']],
    ['in an error', ['API_TOKEN=$(vault)', '"$API_TOKEN"; true', 'cd "/no/$API_TOKEN" || true', 'cat "/no/$API_TOKEN" || true']],
    ['that a step hands over', ['echo "api-token=$(vault)" >> "$RUNBOOK_OUTPUT"; echo "is $(vault)"']],
    ['of a connection', ['DATABASE_URL="postgres://u:$(vault)@db/x"', 'echo "$DATABASE_URL"; echo "$(vault)" | base64']],
    ['in an array', ['API_TOKENS=("$(vault)" "second-of-them")', 'echo "${API_TOKENS[0]}"']],
    ['in the name of the folder it works in', ['API_TOKEN=$(vault)', 'mkdir -p "$PWD/$API_TOKEN" && cd "$PWD/$API_TOKEN" && pwd', 'pwd; trap "echo $API_TOKEN" EXIT', 'true']],
  ])('%s', async (_, code) => {
    const folder = blocks(...code);
    folder.write('bin/vault', `#!/bin/sh\nprintf %s ${SECRET}\n`);
    spawnSync('chmod', ['+x', folder.at('bin/vault')]);
    const env = { PATH: `${folder.at('bin')}:${process.env['PATH'] ?? ''}`, XDG_STATE_HOME: folder.at('state') };
    for (const format of ['text', 'ndjson']) {
      const { stdout, stderr } = await runbook('run', 'r.md', '--yes', '--format', format).in(folder).withEnv(env).finish();
      expect(stdout + stderr).toContain('***');
      expect(stdout + stderr).not.toContain(SECRET);
    }
    expect(everythingIn(folder.at('state'))).not.toContain(SECRET);
    expect(folder.read('r.md')).not.toContain(SECRET);
    for (const args of [['runs', '--json'], ['runs', 'report', /^\d\S+/m.exec((await called('runs').in(folder).withEnv(env).finish()).stdout)?.[0] ?? '']]) expect((await called(...args).in(folder).withEnv(env).finish()).stdout).not.toContain(SECRET);
  });

  test('that the runbook itself assigns, from the first time on', async () => {
    const folder = blocks(`set -x; DB_PASSWORD=${SECRET}; echo "$DB_PASSWORD"`);
    const { stdout, stderr } = await runbook('run', 'r.md', '--yes').in(folder).withEnv({ XDG_STATE_HOME: folder.at('state') }).finish();
    expect(stdout + stderr).not.toContain(SECRET);
    expect(everythingIn(folder.at('state'))).not.toContain(SECRET);
  });
});

test('nothing of it is in a file at any instant, and nothing after a kill', async () => {
  const folder = blocks('API_TOKEN="$GIVEN_TOKEN"; LOGIN="user:$API_TOKEN"', 'echo "api-token=$API_TOKEN" >> "$RUNBOOK_OUTPUT"; grep -rl "$API_TOKEN" "$XDG_STATE_HOME" || echo none; echo waiting; sleep 30');
  const env = { GIVEN_TOKEN: SECRET, XDG_STATE_HOME: folder.at('state') };
  const child = runbook('run', 'r.md', '--yes').in(folder).withEnv(env).start();
  // It is held back until the step that makes a secret ends.
  await Promise.race([said(child.stdout ?? process.stdin, /sleep 30/), new Promise((resolve) => child.once('exit', resolve))]);
  expect(everythingIn(folder.at('state'))).not.toContain(SECRET);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('close', resolve));
  expect(everythingIn(folder.at('state'))).not.toContain(SECRET);
});

test('no signal opens a debugger, in which everybody on the machine could read it', async () => {
  const folder = blocks('kill -USR1 "$PPID"', 'echo went on; sleep 0.1');
  const { stderr } = await runbook('run', 'r.md', '--yes', '--allow-destructive').in(folder).expect({ status: 0, stdout: /went on/ });
  expect(stderr).not.toContain('Debugger');
});

test('nothing of it is in the row that is kept before the run ends', async () => {
  const folder = blocks('API_TOKEN="$GIVEN_TOKEN"');
  const env = { GIVEN_TOKEN: SECRET, XDG_STATE_HOME: folder.at('state'), RUNBOOK_DIE_AT: 'row-kept' };
  await runbook('run', 'r.md', '--yes', '--record', `Outcome=Success with ${SECRET}`, '--operator', `kim ${SECRET}`).in(folder).withEnv(env).finish();
  const [kept = ''] = readdirSync(folder.at('state/runbook/pending'));
  expect(folder.read(`state/runbook/pending/${kept}`)).toContain('Success with ***');
  expect(folder.read(`state/runbook/pending/${kept}`)).not.toContain(SECRET);
});

describe('a run that was left', () => {
  const left = async (): Promise<{ readonly folder: Workspace; readonly env: Record<string, string> }> => {
    const folder = blocks('x=kept; API_TOKEN=$(echo s3cr3t-from-the-vault)', 'echo going; sleep 30', 'echo "x is ${x-unset}"');
    const env = { XDG_STATE_HOME: folder.at('state') };
    const child = runbook('run', 'r.md', '--yes').in(folder).withEnv(env).start();
    await said(child.stdout ?? process.stdin, /^going$/m);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
    return { folder, env };
  };

  test('loses what its steps set after a day, and says so', async () => {
    const { folder, env } = await left();
    const [state = ''] = readdirSync(folder.at('state'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('state.json'));
    expect(readFileSync(folder.at(`state/${state}`), 'utf8')).not.toContain(SECRET);
    utimesSync(folder.at(`state/${state}`), new Date(), new Date(Date.now() - 25 * 3_600_000));
    await called('runs').in(folder).withEnv(env).expect({ stdout: /^\S+: what its steps set in the shell is gone: it is kept for a day$/m });
    expect(existsSync(folder.at(`state/${state}`))).toBe(false);
  });
});

describe('a value is given', () => {
  const folder = (): Workspace => blocks('printf "%s\\n" <db-password> | md5sum');
  const sum = (value: string): string => spawnSync('md5sum', { input: `${value}\n` }).stdout.toString().slice(0, 32);
  const WILD = `it's "$HOME" \`x\` & <>!`;

  test('by a file, whatever is in it', async () => {
    const space = folder();
    space.write('pw', `${WILD}\n`);
    await runbook('run', 'r.md', '--yes', '--set-file', 'db-password=pw').in(space).expect({ status: 0, stdout: new RegExp(sum(WILD)), stderr: '' });
  });
  test('on standard input', async () => {
    await runbook('run', 'r.md', '--yes', '--set-file', 'db-password=-').in(folder()).stdin(WILD).expect({ status: 0, stdout: new RegExp(sum(WILD)) });
  });
  test('in the environment, which commands do not get', async () => {
    const space = blocks('printf "%s\\n" <db-password> | md5sum; env | grep -c RUNBOOK_SET_ || true');
    await runbook('run', 'r.md', '--yes').in(space).withEnv({ RUNBOOK_SET_DB_PASSWORD: WILD }).expect({ status: 0, stdout: new RegExp(`${sum(WILD)} .*\n0\n`) });
  });
  test('with --set it is taken with a warning', async () => {
    await runbook('run', 'r.md', '--yes', '--set', `db-password=${SECRET}`).in(folder()).expect({ status: 0, stdout: new RegExp(sum(SECRET)), stderr: /warning: the secret db-password was given with --set: .*\n  give it with --set-file/ });
  });
  test('a file that is none is said', async () => {
    const space = folder();
    space.write('nul', 'a\0b');
    space.write('long', 'x'.repeat(70_000));
    for (const [path, why] of [['no', 'no such file'], ['.', 'it is a folder'], ['nul', 'it holds a NUL character'], ['long', 'it has more than 64 KB']] as const) await called('show', 'r.md', '--set-file', `db-password=${path}`).in(space).expect({ status: 2, stderr: new RegExp(`^runbook: --set-file db-password=${path}: ${why}\n  `) });
    await called('show', 'r.md', '--set-file', 'a=-', '--set-file', 'b=-').in(space).expect({ status: 2, stderr: /standard input can give one value only/ });
  });
});

describe('its value stands in no command', () => {
  const show = async (code: string, status = 0): Promise<string> => {
    const folder = blocks(code);
    folder.write('r.md', `---\nrunbook: { params: { db-password: { replaces: XPASSX } } }\n---\n${folder.read('r.md')}`);
    const outcome = await called('show', 'r.md', '--json').in(folder).withEnv({ RUNBOOK_SET_DB_PASSWORD: SECRET }).expect({ status });
    expect(outcome.stdout + outcome.stderr).not.toContain(SECRET);
    return status === 0 ? (JSON.parse(outcome.stdout) as { steps: { code: string }[] }).steps[0]?.code.trim() ?? '' : outcome.stderr;
  };
  const V = 'RUNBOOK_SECRET_DB_PASSWORD';
  test.each([
    ['app -p<db-password>', `app -p"$${V}"`],
    ['app "u:<db-password>@h"', `app "u:\${${V}}@h"`],
    [`app 'u:<db-password>@h'`, `app 'u:'"$${V}"'@h'`],
    [`app "$(other '<db-password>')"`, `app "$(other ''"$${V}"'')"`],
    [`app $'a\\'XPASSX'`, `app $'a\\''"$${V}"$''`],
    ['cat <<EOF\npassword=XPASSX\nEOF', `cat <<EOF\npassword=\${${V}}\nEOF`],
  ])('%s', async (code, wanted) => expect(await show(code)).toBe(wanted));

  test('where nothing is expanded the piece is refused, with the reason', async () => {
    expect(await show("cat <<'EOF'\npassword=XPASSX\nEOF", 2)).toMatch(/^runbook: r\.md:10:\d+: the secret db-password cannot be used in step steps-1: it stands in a heredoc that expands nothing/);
  });

  test('it is in no argument of a process that we start', async () => {
    const folder = blocks(`tr '\\0' '\\n' < /proc/$$/cmdline | grep -c -- "$(printf %s <db-password>)" || true; tr '\\0' '\\n' < /proc/$$/environ | grep -c "^${V}=" || true`);
    await runbook('run', 'r.md', '--yes').in(folder).withEnv({ ...cleanEnvironment(), RUNBOOK_SET_DB_PASSWORD: SECRET }).expect({ status: 0, stdout: /\n0\n1\n/ });
  });
});

test('what it is passed in reaches the steps that have it, and what they leave for others', async () => {
  const folder = blocks('f() { printf %s "<db-password>" | wc -c; }', 'f', 'unset -f f', 'env | grep -c "^RUNBOOK_SECRET" || true');
  const { stdout } = await runbook('run', 'r.md', '--yes', '--format', 'ndjson').in(folder).withEnv({ RUNBOOK_SET_DB_PASSWORD: SECRET, XDG_STATE_HOME: folder.at('state') }).finish();
  expect(stdout.split('\n').flatMap((line) => /"type":"output".*"text":"(\d+)/.exec(line)?.[1] ?? [])).toEqual([`${SECRET.length}`, '0']);
});

test('what stands in the place of a secret is one, whatever it is called', async () => {
  const code = ['gh secret set X --body "<new-one>"', 'fly secrets set DB="postgres://shop:<word>@<host>/shop"', 'docker login -u me -p <lock>', 'mysql -u<who> -p<open-sesame>', 'curl -H "Authorization: Bearer <jwt>" https://x.test/<page>', 'curl -u <me>:<mine> -d \'{"password": "<pin>", "user": "<name>"}\' x', 'app --api-key <k> --region <r>', 'kubectl get secret <secret-name>', 'curl "https://x.test?token=<t>&page=<p>"', 'heroku config:set STRIPE_KEY=<s> LEVEL=<l>', 'echo $CODE | docker login --password-stdin; sshpass -p $GATE ssh x true', 'doppler run --token <d> -- ssh <host>'].join('\n');
  const { stdout } = await called('show', 'r.md', '--json').in(blocks(code)).finish();
  const { parameters } = JSON.parse(stdout) as { parameters: { name: string; secret: boolean }[] };
  expect(parameters.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['new-one', 'word', 'lock', 'open-sesame', 'jwt', 'mine', 'pin', 'k', 't', 's', 'd', 'GATE']);
});
