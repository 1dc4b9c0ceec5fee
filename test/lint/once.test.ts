import { describe, expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

const HEAD = '# Resend the alerts\n\nOwner: mail\nLast reviewed: 2026-05-14\n\nUse it when alerts were lost.\n\n';
const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;
const lint = (text: string, hints = false) => lintExample({ text: HEAD + text }, { hints });
const messages = (text: string, rule: string): readonly string[] => lint(text).filter((finding) => finding.rule === rule).map(({ message }) => message);

describe('one slip is told once', () => {
  const NO_BACKSLASH = 'the next line begins with an option or an argument, and this one does not end in a backslash: that is another command';

  it('options on lines of their own, all of which lost the backslash above', () => {
    const [found, ...more] = lint(block('etcdctl snapshot save /srv/a.db\n  --endpoints 127.0.0.1:2379\n  --cert=/srv/a.crt\n  --key=/srv/a.key')).filter(({ rule }) => rule === 'paste-trap');
    expect(found?.message).toBe(`${NO_BACKSLASH}; the same on the next 2 lines`);
    expect(found?.fix).toHaveLength(3);
    expect(more).toEqual([]);
  });

  it('two commands with a line between them are two slips', () => {
    expect(messages(block('helm upgrade shop\n  --wait\nhelm upgrade mail\n  --wait'), 'paste-trap')).toEqual([NO_BACKSLASH, NO_BACKSLASH]);
  });

  it('a value that lost its option is no command that is never reached', () => {
    expect(lint(block('kubectl port-forward web-0 9093 -n\nshop', 'bash')).map(({ rule }) => rule)).toEqual(['paste-trap']);
  });

  it('variables of one command that nothing sets', () => {
    expect(messages(block('gcloud compute ssh $PRIMARY --zone $ZONE --project $PROJECT'), 'never-set')).toEqual(['$PRIMARY, $ZONE and $PROJECT are set nowhere, and no sentence says what they are to hold']);
    expect(messages(`${block('echo $PRIMARY')}\n${block('echo $ZONE $PRIMARY')}`, 'never-set')).toEqual(['$PRIMARY is set nowhere, and no sentence says what it is to hold', '$ZONE is set nowhere, and no sentence says what it is to hold']);
  });

  it('two names to fill in in one command', () => {
    expect(messages(block('ceph-volume lvm zap VG_NAME/LV_NAME'), 'literal-placeholder')).toEqual(['VG_NAME and LV_NAME are passed as they stand where nobody fills them in; expected <vg-name> and <lv-name>']);
  });

  it('a value that stands for another in several commands', () => {
    expect(messages(block('sudo systemctl restart myapp\nsudo systemctl edit myapp\nsudo systemctl restart myapp'), 'example-value')).toEqual(['this would run "myapp", an example; expected a placeholder in its place, which a run asks for; 2 more below (lines 10, 11)']);
  });

  it('a page of sections that are still to be written, also where a remark says so', () => {
    expect(messages('## Impact\n[//]: # "What happens"\n\n## Diagnosis\n\n## Steps\n\nLook.\n', 'empty-section')).toEqual(['nothing stands below "Impact"; 1 more below (line 11)']);
    expect(messages('### 250724\n\n### Steps\n\nLook.\n', 'empty-section')).toEqual([]);
  });

  it('placeholders in prose, all of which one repair puts into backquotes', () => {
    const [found, ...more] = lint('Go back to <version> of <app>.\n\nTell <owner>.\n').filter(({ rule }) => rule === 'invisible-placeholder');
    expect(found?.message).toBe('<version> is taken for HTML and shows as nothing; expected `<version>` in backquotes; 2 more below (lines 8, 10)');
    expect(found?.fix).toHaveLength(6);
    expect(more).toEqual([]);
  });

  it('placeholders of commands that stand in a paragraph', () => {
    expect(lint('1. Check it:\n   systemctl status <service>\n\n2. Restart it:\n   systemctl restart <service>\n').map(({ rule, message }) => `${rule}: ${message}`)).toEqual(['unfenced-command: a command outside a block is prose, which nothing runs: expected a block around it; 1 more below (line 12)']);
  });

  it('a placeholder of a command that was written as prose', () => {
    expect(lint('etcdctl snapshot restore a.db \\\n--initial-cluster-token etcd-1 --initial-advertise-peer-urls <host>:2380\n').map(({ rule }) => rule)).toEqual(['unfenced-command']);
  });
});

describe('what is no mistake', () => {
  it.each([
    ['a password that is the name of its user', 'mysqldump -uroot -proot shop\ncurl -u guest:guest http://localhost:15672', 0],
    ['another one', 'mysqldump -uroot -pr00t1234 shop\ncurl -u guest:guest1234 http://localhost:15672', 2],
  ])('%s', (_, code, count) => expect(messages(block(code), 'secret-in-text')).toHaveLength(count));

  it.each([
    ['a command of celery that ends', 'celery -A shop purge -Q low\nkubectl get pods', []],
    ['one above something else', '# Stream the log\ndocker logs -f web\n\n# Restart it\ndocker restart web', []],
    ['one that those below need', '# Open the port\nkubectl port-forward svc/web 8080\n\n# Look at it\ncurl localhost:8080', ['"port-forward" never ends, so "curl" on line 13 is never reached']],
    ['one above the next step', '# 1. Stream the log\ndocker logs -f web\n\n# 2. Restart it\ndocker restart web', ['"logs -f" never ends, so "docker" on line 13 is never reached']],
    ['a worker of celery', 'celery -A shop worker\nkubectl get pods', ['"worker" never ends, so "kubectl" on line 10 is never reached']],
    ['what is watched afterwards', "celery -A shop worker\nwatch -n 5 'curl -s http://localhost'", ['"worker" never ends, so "watch" on line 10 is never reached']],
  ])('%s', (_, code, words) => expect(messages(block(code), 'endless-command')).toEqual(words));

  it.each([
    ['a look in the same block', 'kubectl apply -f web.yaml\nkubectl rollout status deploy/web', false],
    ['what it is given', 'kubectl patch web --patch "$(date +%s)"', true],
    ['a look above it', 'kubectl get pods\nkubectl apply -f web.yaml', true],
  ])('%s', (_, code, isMissing) => expect(messages(block(code), 'missing-verification').length > 0).toBe(isMissing));

  it('the anchor of a heading that ends in a sign with a selector', () => {
    expect(messages('[Careful](#careful-there), [done](#all-done)\n\n## Careful there ⚠️\n\nNo.\n\n## All done ✅\n\nYes.\n', 'broken-link')).toEqual([]);
  });

  it("the name of Heroku's database", () => {
    expect(messages(block('heroku pg:backups:restore b101 DATABASE_URL --app shop\nheroku pg:promote HEROKU_POSTGRESQL_RED_URL --app shop'), 'literal-placeholder')).toEqual([]);
    expect(messages(block('psql DATABASE_URL'), 'literal-placeholder')).toHaveLength(1);
  });

  it('the rows of a form show how to fill it in', () => {
    const table = '| Date | Person | Status |\n| --- | --- | --- |\n| 2026-01-13 | ada | Success |\n';
    expect(messages(`## Change log template\n\n${table}`, 'drill-overdue')).toEqual([]);
    expect(messages(`## Change log\n\n${table}`, 'drill-overdue')).toHaveLength(1);
  });

  it.each([
    ['which is looked for', 'docker compose logs --since "2024-01-01T10:00:00" web', []],
    ['which is restored', './restore.sh shop_20240101_100000.sql.gz', ['generated-name']],
  ])('a moment %s', (_, code, rules) => {
    expect(lint(block(code)).map(({ rule }) => rule).filter((rule) => rule === 'generated-name')).toEqual(rules);
    expect(lint(block(code), true).some(({ rule }) => rule === 'generated-name')).toBe(true);
  });
});

describe('elsewhere', () => {
  it.each([
    ['a variable of here has no value there', 'MOUNT=/data\noc debug node/web-1\ndf -h "/host/$MOUNT"', 'the 1 line after "oc debug node/web-1" is typed at its prompt, not here, where $MOUNT (set here) has no value'],
    ['two of them', 'A=1\nB=2\nssh db-1\necho $A $B\nexit', 'the 2 lines after "ssh db-1" are typed at its prompt, not here, where $A and $B (set here) have no value'],
    ['one that is set there too', 'A=1\nssh db-1\nA=2\necho $A\nexit', 'the 3 lines after "ssh db-1" are typed at its prompt, not here'],
    ['a program with a language of its own', 'A=1\npsql shop\nSELECT $A;\n\\q', 'the 2 lines after "psql shop" are typed at its prompt, not here'],
  ])('%s', (_, code, words) => expect(messages(block(code), 'elsewhere')).toEqual([words]));
});

describe('gate', () => {
  const told = (text: string): readonly string[] => lintExample({ text: HEAD + text }, { select: new Set(['gate']) }).map(({ message, span }) => `${span.start.line} ${message}`);
  const LOOK = block('kubectl get pods');
  const ACT = block('kubectl rollout restart deploy/web');

  it('is told where it holds a step', () => {
    expect(told(`${LOOK}\nStop here if the primary answers.\n\n${ACT}`)).toEqual(['12 "Stop here if the primary answers." holds the next step until somebody says that it is passed']);
  });

  it.each([
    ['nothing follows it', `${ACT}\nStop here if the primary answers.\n`],
    ['the command below waits by itself', `${LOOK}\nWait for the rollout to finish.\n\n${block('kubectl rollout status deploy/web')}`],
    ['a pin says that it is passed', `${LOOK}\nStop here if the primary answers.\n\n<!-- runbook: gate=passed -->\n${ACT}`],
  ])('not where %s', (_, text) => expect(told(text)).toEqual([]));

  it('is told of a part of a block that is done by hand', () => {
    expect(told(block('# 1. Look at the audit log\n\n# 2. Restore\ndbctl restore shop'))).toEqual([expect.stringMatching(/^9 "Look at the audit log" holds the next step/)]);
  });
});

describe('what is meant instead', () => {
  it('an editor offers the target that one slip is missing of', () => {
    const [found] = lintExample({ text: `${HEAD}System: shop-api-prod · shop-api-staging\n\n${block('heroku releases -a shop-api-prd')}` }, { select: new Set(['unknown-target']) });
    expect(found).toMatchObject({ fix: [{ text: 'shop-api-prod' }], inEditor: true });
  });

  it.each([
    ['below', 'Replace `web-7` below with the name of the node.', 1],
    ['in the command', 'Change `web-7` in the command to the name of the node.', 1],
    ['elsewhere', 'Replace `web-7` with a new machine.', 0],
  ])('a value that prose says to replace %s, and that no command holds', (_, words, count) => {
    expect(messages(`${words}\n\n${block('kubectl drain node-4')}`, 'lost-placeholder')).toHaveLength(count);
  });
});

describe('vague-expectation', () => {
  it.each([
    ['what an address answers', 'curl http://localhost/healthz\n# Expected: ok', 0],
    ['what a command may not print', 'kubectl get pods\n# Expected: ok', 1],
    ['what somebody is to judge', 'curl http://localhost/healthz\n# Expected: it works', 1],
  ])('%s', (_, code, count) => expect(messages(block(code), 'vague-expectation')).toHaveLength(count));
});

it('two dates in two forms are no two names of one thing', () => {
  expect(messages(block('tar -xf shop_year-month-day.tar.gz shop_yearmonthday.sql'), 'inconsistent-placeholder')).toEqual([]);
});
