import { describe, expect, it } from 'vitest';
import { crontabCommand } from '../../src/lint/facts/crontab.ts';
import { lintExample } from './lint-example.ts';

const HEAD = '# Resend the alerts\n\nOwner: mail\nLast reviewed: 2026-05-14\n\nUse it when alerts were lost.\n\n';
const LOOK = '\n## Look\n\n```bash\nacmectl status\n# Expected: up\n```\n';
const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;
const lint = (text: string, hints = false) => lintExample({ text }, { hints });
const rules = (text: string): readonly string[] => lint(text).map(({ rule }) => rule);
const message = (text: string, rule: string): string | undefined => lint(text).find((finding) => finding.rule === rule)?.message;
const places = (text: string, rule: string, hints = false): readonly string[] => lint(text, hints).filter((finding) => finding.rule === rule).map(({ span }) => text.slice(span.start.offset, span.end.offset));

describe('a listing of files below its command', () => {
  const listing = block('sudo ls -la /srv/certs\ntotal 24K\ndrwx------ 2 root root 4.0K May 20 07:31 .\n-rw------- 1 root root 1.7K May 20 07:31 key.pem\n-rwxr-xr-x 1 root root 1.1K May 20 07:31 renew', 'shell');
  it('is output, whose lines begin with no option', () => expect(rules(HEAD + listing)).toEqual(['not-a-command']));
});

describe('words that are not understood', () => {
  it.each([
    ['Korean', '# 롤백 런북\n\n## 절차\n\n이전 버전을 확인한 뒤 실행한다.\n', '## 완료 확인\n\n서비스가 응답한다.\n'],
    ['Russian', '# Удаление сбойного диска\n\n## Шаги\n\nОстанавливаем его на нужном хосте.\n', '## Проверка\n\nСостояние снова зелёное.\n'],
  ])('%s: nothing is said to be missing in them', (_, before, after) => {
    expect(rules(`${before}\n${block('kubectl delete pod web-0')}\n${after}`).filter((rule) => /verification|when-to-use|without-check/.test(rule))).toEqual([]);
  });
});

describe('destructive-without-check', () => {
  const told = (code: string, hints = true): readonly string[] => places(`${HEAD}## Do it\n\n${block(code)}${LOOK}`, 'destructive-without-check', hints);
  it.each([
    ['takes a service down on purpose', 'docker compose stop backend'],
    ['takes it down and up again', 'docker compose stop backend\ndocker compose start backend'],
    ['only adds a program', 'apk add --no-cache curl'],
    ['only builds and starts', 'docker compose up -d --build web'],
  ])('is not told of what %s', (_, code) => expect(told(code)).toEqual([]));

  it.each([
    ['the volumes go too', 'docker compose down -v', ['down']],
    ['something graver follows', 'docker compose stop web\n./scripts/restore.sh /backups/a.gz\ndocker compose start web', ['./scripts/restore.sh']],
    ['it rolls back', 'helm rollback web', ['rollback']],
  ])('is told where %s', (_, code, place) => expect(told(code)).toEqual(place));

  it.each([
    ['a rollback', 'helm rollback web', ['rollback']],
    ['a restart', 'sudo systemctl restart web', ['restart']],
    ['a script that restores', './scripts/restore-volsync.sh --at noon', ['./scripts/restore-volsync.sh']],
    ['what comes after what is taken away', 'kubectl argo rollouts abort web\nkubectl argo rollouts undo web', ['argo rollouts undo']],
    ['what is deleted', 'kubectl delete pvc data', []],
    ['a rehearsal into a folder for such things', './scripts/restore.sh --target /tmp/rehearsal', []],
    ['a restart that shows what it printed', '$ sudo supervisorctl restart web\nweb: stopped\nweb: started', []],
  ])('by default it is told of what has to work again: %s', (_, code, place) => expect(told(code, false)).toEqual(place));

  it('names no heading where there is none', () => {
    expect(message(`Expect an outage.\n\n${block('sudo systemctl restart web')}`, 'destructive-without-check')).toBe('nothing after "restart" looks at the result');
  });

  it.each([
    ["If the process doesn't come back, look into its log.", []],
    ['If it is still down, page the owner.', []],
    ['If the service is a worker, nothing else is needed.', ['restart']],
  ])('words on what to do where it did not help say to look: %s', (words, place) => {
    expect(places(`${HEAD}## Do it\n\n${block('sudo systemctl restart web')}\n${words}\n${LOOK}`, 'destructive-without-check')).toEqual(place);
  });

  it('knows a section for what follows', () => {
    expect(places(`${HEAD}## Do it\n\n${block('./scripts/rollback.sh web')}\n## Post-rollback\n\n1. Verify that it is healthy.\n`, 'destructive-without-check')).toEqual([]);
    expect(places(`${HEAD}## Do it\n\n${block('./scripts/rollback.sh web')}\n## 2.1 Post-rollback\n\n1. Verify that it is healthy.\n`, 'destructive-without-check')).toEqual([]);
  });

  it('points at the statement, not at what stands above it in the session', () => {
    expect(told("psql shop\n\n# Look at the table\n\\dt audit\n\nDELETE FROM audit WHERE action = 'test';")).toEqual(['DELETE FROM']);
  });
});

describe('missing-verification', () => {
  it('names the gravest deed', () => {
    expect(message(`${HEAD}${block('docker compose stop web')}\n${block('kubectl apply -f web.yaml')}`, 'missing-verification')).toBe('it runs "apply" (line 13) and has no verification section and no expectation');
  });

  it.each([
    ['a rollback', 'helm rollback web', true],
    ['what is deployed', 'kubectl apply -f web.yaml', true],
    ['what is deleted', 'kubectl delete pvc data', false],
    ['what is drained', 'kubectl drain node-1', false],
    ['what is unsealed, which says itself how it went', 'vault operator unseal', false],
  ])('by default it is told where something has to work afterwards: %s', (_, code, isTold) => {
    expect(rules(HEAD + block(code)).includes('missing-verification')).toBe(isTold);
    expect(lint(HEAD + block(code), true).some(({ rule }) => rule === 'missing-verification')).toBe(true);
  });
});

describe('missing-verification looks for a look', () => {
  const asks = (body: string): boolean => lint(HEAD + body, true).some(({ rule }) => rule === 'missing-verification');
  it.each([
    ['a command of the same part that only reads', `## Ban it\n\n${block('kubectl delete pod web-0')}\n### Which are there\n\n${block('kubectl get pods')}`, false],
    ['one of another part', `## Ban it\n\n${block('kubectl delete pod web-0')}\n## Which are there\n\n${block('kubectl get pods')}`, true],
    ['one before it', `## Ban it\n\n${block('kubectl get pods')}\n${block('kubectl delete pod web-0')}`, true],
    ['words for it', `## Ban it\n\n${block('kubectl delete pod web-0')}\n## Helpful\n\n${block('# Watch a rollout\nkubectl rollout status deploy/web')}`, false],
  ])('%s', (_, body, missing) => expect(asks(body)).toBe(missing));
});

describe('a line of a crontab', () => {
  it.each([
    ['0 2 * * * /srv/backup.sh', '/srv/backup.sh'],
    ['  */5 0-3,7 1 * mon-fri root /usr/bin/sync', 'root /usr/bin/sync'],
    ['@daily backup', 'backup'],
    ['1 2 3 4 5 6', null],
    ['ls -l * * * *', null],
  ])('%j runs %j', (line, command) => expect(crontabCommand(line)).toBe(command));

  it('is told with what it is where a part of it would run', () => {
    expect(message(`${HEAD}${block('50 23 * * * tar -czf /root/m.tgz /srv; rm -rf /srv/old', 'shell')}`, 'not-a-command')).toBe('a line of a crontab, which no shell runs: 50 23 * * * tar -czf /root/m.tgz /srv; rm -rf /srv/old; label it "crontab"');
  });

  it('destroys nothing', () => {
    expect(rules(`${HEAD}On the masters:\n\n${block('30 22 * * * scp node@node1:/etc/node.yaml /admin/node.yaml', 'shell')}`)).toEqual([]);
  });
});

describe('what is no command', () => {
  it.each([
    ['left out', 'kubectl argo rollouts get rollout ... -w', 'something is left out: kubectl argo rollouts get rollout ... -w; write the whole command, or label the block "text"'],
    ['printed', 'kubectl get pods\n\nNAME    READY   STATUS\nweb-0   1/1     Running', 'no command: NAME READY STATUS; label output "text", or write what is to be typed'],
    ['behind a prompt that nobody knows', '$> kubectl get pods\nweb-0   1/1     Running', '"$>" is read as no prompt, so this is no command: $> kubectl get pods; write "$ " before each command'],
  ])('%s', (_, code, words) => expect(message(HEAD + block(code), 'not-a-command')).toBe(words));

  it.each(['pgbouncer=# SHOW CONFIG ;', 'redis> SHOW CONFIG ;'])('typed at the prompt of a program: %s', (code) => {
    expect(rules(HEAD + block(code, 'shell'))).toEqual(['not-a-command']);
  });
});

it('commands in prose are told once a file', () => {
  expect(lint(`${HEAD}Commands:\n- sudo ss -tulpn\n- curl -I http://localhost\n- tail -n 50 /var/log/auth.log\n`).map(({ rule, message: words }) => [rule, words])).toEqual([['unfenced-command', 'a command outside a block is prose, which nothing runs: expected a block around it; 2 more below (lines 10, 11)']]);
});

describe('the same again and again', () => {
  it('an example is told once', () => {
    const text = `${HEAD}Replace \`10.0.0.1\` with the address of a node.\n\n${block('redis-cli -h 10.0.0.1 ping')}\n${block('redis-cli -h 10.0.0.1 info')}`;
    expect(lint(text).map(({ message: words }) => words)).toEqual(['this would run "10.0.0.1", which line 8 says to replace; expected a placeholder in its place, which a run asks for; 1 more below (line 15)']);
  });

  it('PowerShell is told once, by its name', () => {
    const text = `${HEAD}${block('Get-Content web.log -Tail 100 | Select-String -Pattern "ERROR"')}\n${block('Get-Content web.log')}`;
    expect(lint(text).map(({ message: words }) => words)).toEqual(['PowerShell in a block of shell; label it "powershell"; 1 more below (line 13)']);
  });
});

it('1 that is written again is a hint, since the page counts on; a skipped number and one that prose speaks of are told', () => {
  const list = (...numbers: readonly number[]): string => numbers.map((number) => `${number}. Look at it.\n`).join('');
  expect(rules(HEAD + list(1, 1, 2))).toEqual([]);
  expect(rules(HEAD + list(1, 2, 4))).toEqual(['sequence-broken']);
  expect(rules(`${HEAD}${list(1, 1, 2)}\nRepeat step 2.\n`)).toEqual(['sequence-broken']);
});

describe('a session that is opened again', () => {
  it('is not the one that nothing left', () => {
    const again = block('worker$ redis-cli -h cache-1\ncache-1:6379> info', '');
    expect(lint(`${HEAD}## Look\n\n${again}\n## Look again\n\n${again}`).map(({ message: words }) => words).join()).not.toContain('nothing leaves it');
  });
});

describe('missing-when-to-use', () => {
  const asks = (text: string): boolean => lint(text, true).some(({ rule }) => rule === 'missing-when-to-use');
  const STEP = `## Staging\n\n${block('sudo systemctl status web')}`;
  it.each([
    ['a paragraph below the mark of a table of contents', `# Restart it gracefully\n\n**Table of Contents**\n\n[TOC]\n\nIf you need to restart it by hand, do so without downtime.\n\n${STEP}`, false],
    ['a first heading that tells the trouble', `# PostgreSQL\n\n**Table of Contents**\n\n[TOC]\n\n## So your server has run out of disk space\n\n${block('df -h')}`, false],
    ['a table of contents alone', `# Restart it\n\n## Table of Contents\n\n- [Staging](#staging)\n\n${STEP}`, true],
  ])('%s', (_, text, expected) => expect(asks(text)).toBe(expected));
});

it('a month is a date of review', () => {
  expect(lintExample({ text: HEAD.replace('2026-05-14', 'May 2026') })).toEqual([]);
  expect(lintExample({ text: HEAD.replace('2026-05-14', 'Sept. 2025') }).map(({ message: words }) => words)).toEqual(['last reviewed 2025-09-30, 244 days ago; expected within 180 days']);
});
