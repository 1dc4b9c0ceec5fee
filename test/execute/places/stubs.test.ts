import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { blocks, runAll, sessionOf } from '../helpers.ts';

/** A folder with a program that notes its arguments and runs what comes after `--` or the container's name. */
function stub(name: string, keep: number): { readonly bin: string; readonly log: () => string } {
  const bin = mkdtempSync('/tmp/runbook-stub-');
  onTestFinished(() => rmSync(bin, { recursive: true, force: true }));
  writeFileSync(join(bin, name), `#!/bin/sh\necho "$*" >> ${bin}/log\nshift ${keep}\n[ -n "$FAR_FAILS" ] && { echo "Error: no such container: web" >&2; exit 1; }\nexec "$@"\n`);
  chmodSync(join(bin, name), 0o755);
  return { bin, log: () => readFileSync(join(bin, 'log'), 'utf8') };
}

it.each([
  ['docker:web', 'docker', 3, /^exec -i web bash -c IFS/],
  ['kubectl:shop/web-1', 'kubectl', 6, /^exec -i -n shop web-1 -- bash -c IFS/],
  ['kubectl:shop/web-1/app', 'kubectl', 8, /^exec -i -n shop web-1 -c app -- bash -c IFS/],
])('on=%s runs by %s exec -i, the code on standard input', async (on, name, keep, args) => {
  const { bin, log } = stub(name, keep);
  const opened = await sessionOf(blocks('export KUBECONFIG=/here', 'echo "in $0"; cd /usr; X=1', 'pwd; echo $X').replaceAll(/(?<=part [23]:\n\n```bash)/g, ` {on=${on}}`), { env: { PATH: `${bin}:${process.env['PATH']}` } });
  const { results, stdout } = await runAll(opened);
  expect([results.map(({ reason }) => reason), stdout]).toEqual([['', '', ''], 'in deploy.md\n/usr\n1\n']);
  expect(log()).toMatch(args);
  expect(log()).not.toContain('echo');
  expect(opened.events.filter((event) => event.type === 'step-started').map(({ on: at }) => at)).toEqual([undefined, on, on]);
});

it('values that were asked for reach the other side, also in a function of an earlier piece, and no other place', async () => {
  const { bin } = stub('docker', 3);
  const markdown = blocks('DIR=/here', 'show() { echo "$DIR $APP"; }; echo "<tag>"', 'show', 'echo "$DIR"').replaceAll(/(?<=part [23]:\n\n```bash)/g, ' {on=docker:web}');
  const env = { PATH: `${bin}:${process.env['PATH']}`, APP: 'shop' };
  const { results, stdout } = await runAll(await sessionOf(markdown, { env, request: { values: { DIR: '/srv/x y', tag: 'v7' } } }));
  expect([results.map(({ reason }) => reason), stdout]).toEqual([['', '', '', ''], 'v7\n/srv/x y shop\n/here\n']);
});

it('what cannot be reached ran nothing there', async () => {
  const { bin } = stub('docker', 3);
  const { results } = await runAll(await sessionOf(blocks('echo ran').replace('bash', 'bash {on=docker:web}'), { env: { PATH: `${bin}:${process.env['PATH']}`, FAR_FAILS: '1' } }));
  expect(results).toMatchObject([{ outcome: 'failed', interrupted: false, reason: 'could not start: container web could not be reached (Error: no such container: web); nothing of the step ran there' }]);
});

it('a place that nobody understands is refused before anything runs', async () => {
  for (const on of ['ssh:-oProxyCommand=x', 'ssh:-l@web1', 'docker:-v', 'kubectl:shop/--as=root', 'ssh:web1;id', 'ssh:web1/x'])
    await expect(sessionOf(blocks('echo ran').replace('bash', `bash {on=${on}}`))).rejects.toThrow('unknown where a step is to run');
});
