import { describe, expect, it } from 'vitest';
import { crontabCommand } from '../../src/lint/facts/crontab.ts';
import { lintExample } from './lint-example.ts';

const HEAD = '# Resend the alerts\n\nOwner: mail\nLast reviewed: 2026-05-14\n\nUse it when alerts were lost.\n\n';
const LOOK = '\n## Look\n\n```bash\nacmectl status\n# Expected: up\n```\n';
const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;
const lint = (text: string) => lintExample({ text });
const rules = (text: string): readonly string[] => lint(text).map(({ rule }) => rule);
const message = (text: string, rule: string): string | undefined => lint(text).find((finding) => finding.rule === rule)?.message;
const places = (text: string, rule: string): readonly string[] => lint(text).filter((finding) => finding.rule === rule).map(({ span }) => text.slice(span.start.offset, span.end.offset));

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
  const told = (code: string): readonly string[] => places(`${HEAD}## Do it\n\n${block(code)}${LOOK}`, 'destructive-without-check');
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

  it('points at the statement, not at what stands above it in the session', () => {
    expect(told("psql shop\n\n# Look at the table\n\\dt audit\n\nDELETE FROM audit WHERE action = 'test';")).toEqual(['DELETE FROM']);
  });
});

describe('missing-verification', () => {
  it('names the gravest deed', () => {
    expect(message(`${HEAD}${block('docker compose stop web')}\n${block('kubectl delete pvc data')}`, 'missing-verification')).toBe('it runs "delete" (line 13) and has no verification section and no expectation');
  });
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

  it('destroys nothing, and is a hint where none of it would run', () => {
    expect(rules(`${HEAD}On the masters:\n\n${block('30 22 * * * scp node@node1:/etc/node.yaml /admin/node.yaml', 'shell')}`)).toEqual([]);
  });
});

describe('what is no command', () => {
  it.each([
    ['left out', 'kubectl argo rollouts get rollout ... -w', 'something is left out: kubectl argo rollouts get rollout ... -w; write the whole command, or label the block "text"'],
    ['printed', 'kubectl get pods\n\nNAME    READY   STATUS\nweb-0   1/1     Running', 'no command: NAME READY STATUS; label output "text", or write what is to be typed'],
  ])('%s', (_, code, words) => expect(message(HEAD + block(code), 'not-a-command')).toBe(words));

  it('typed at the prompt of a program is a hint', () => {
    expect(rules(HEAD + block('pgbouncer=# SHOW CONFIG ;', 'shell'))).toEqual([]);
    expect(rules(HEAD + block('redis> SHOW CONFIG ;', 'shell'))).toEqual(['not-a-command']);
  });
});

it('commands in prose are told once a file', () => {
  expect(lint(`${HEAD}Commands:\n- sudo ss -tulpn\n- curl -I http://localhost\n- tail -n 50 /var/log/auth.log\n`).map(({ rule, message: words }) => [rule, words])).toEqual([['unfenced-command', 'a command outside a block is prose, which nothing runs: expected a block around it; 2 more below (lines 10, 11)']]);
});
