import { describe, expect, it } from 'vitest';
import { fixText } from '../../src/lint/fixing/fix.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { lintExample } from './lint-example.ts';

const HEAD = '# Resend the alerts\n\nOwner: mail\nLast reviewed: 2026-05-14\n\nUse it when alerts were lost.\n\n';
const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n`;
const there = '<!-- runbook: on=ssh:web1 -->\n';
const found = (body: string, rule: string): readonly string[] => lintExample({ text: HEAD + body }, { hints: true }).filter((finding) => finding.rule === rule).map(({ span }) => (HEAD + body).slice(span.start.offset, span.end.offset));
const fixed = (body: string): string => fixText(HEAD + body, 'runbooks/a.md', parseRunbook, ({ source }) => lintExample({ text: source.text })).text.slice(HEAD.length);

describe('paste-trap', () => {
  it.each([
    ['an en dash for an option', 'kubectl get pods –all-namespaces', '–'],
    ['a no-break space', 'kubectl get\u00a0pods', '\u00a0'],
    ['a zero-width space, in quotes too', 'grep "a\u200bb" log', '\u200b'],
    ['a curly quote', 'grep “a” log', '“'],
    ['a blank after a backslash', 'oc delete machineconfig \\ \n  old', '\\ '],
    ['& in an address', 'curl https://a.example/api?user=a&project=b', 'https://a.example/api?user=a&project=b'],
    ['an option on a line of its own', 'helm upgrade web ./chart\n--install', 'helm upgrade web ./chart'],
    ['a blank after a backslash in a block without a label', 'qemu-system-x86_64 -nographic \\\n-m 3G \\ \n-smp 4', '\\ ', ''],
    ['JSON on a line of its own', `oc patch cluster main --patch\n'[{"op": "x"}]'`, 'oc patch cluster main --patch'],
    ['the value of an option on a line of its own', 'oc port-forward alertmanager-0 9093 -n\n    openshift-storage', 'oc port-forward alertmanager-0 9093 -n'],
  ])('%s', (_, code, place, label = 'bash') => expect(found(block(code, label), 'paste-trap')[0]).toBe(place));

  it.each(['echo "a – b"', '# a – comment', 'curl "https://a.example/?a=1&b=2"', 'curl https://a.example/_cat/indices?v', 'sleep 5 & wait', 'cat <<EOF\n--- \na \\ \nEOF', 'helm upgrade web ./chart \\\n  --install', 'true &&\n  ls -l', 'ls -l\ndf', 'kubectl get pods -A\ntop', 'kubectl get pods -o wide\nmycommand', "python -c 'x = 1 \\ \n'"])('none in %j', (code) =>
    expect(found(block(code), 'paste-trap')).toEqual([]));

  it('repairs what runs already, and arms nothing that is held', () => {
    expect(fixed(block('oc delete machineconfig \\ \n  old'))).toBe(block('oc delete machineconfig \\\n  old'));
    expect(fixed(block('curl https://a.example/api?user=a&project=b'))).toBe(block("curl 'https://a.example/api?user=a&project=b'"));
    expect(fixed(block('kubectl delete pods –all'))).toBe(block('kubectl delete pods –all'));
  });
});

it('elsewhere tells the later steps that are typed there too, where nothing leaves the session', () => {
  const told = (first: string): readonly string[] => lintExample({ text: `${HEAD}## Promote\n\n${block(first)}\n## Scale\n\n${block('kubectl scale deploy/api --replicas=2')}` }).filter(({ rule }) => rule === 'elsewhere').map(({ message }) => message);
  expect(told('ssh db-2\nsudo systemctl stop api')).toEqual(['the 1 line after "ssh db-2" is typed at its prompt, not here; nothing leaves it, so the step on line 17 would be typed there too ("exit" ends it)']);
  expect(told('ssh db-2\nsudo systemctl stop api\nexit')).toEqual(['the 2 lines after "ssh db-2" are typed at its prompt, not here']);
});

describe.each<[string, readonly (readonly [string, readonly string[]])[]]>([
  ['never-set', [
    [block('rm -rf /data/$CHUNK_DIR/old\noc -n $NAMESPACE get pods'), ['$CHUNK_DIR', '$NAMESPACE']],
    [block('echo $HOME $KUBECONFIG ${DIR:-/srv} $1 $?'), []],
    [block('DIR=/srv\nls $DIR'), []],
    [`Set NAMESPACE first.\n\n${block('oc -n $NAMESPACE get pods')}`, []],
    [block('# DIR: the folder of the alert\nls $DIR'), []],
    [block('for pod in a b; do ls "$pod"; done\nread -r NAME\necho $NAME'), []],
    [`Its name ends in the expiration date, as in ISO8601.\n\n${block('acmectl renew shop-$EXP_DATE_ISO8601')}`, []],
    [`${block('acmectl renew shop-$EXP_DATE_ISO8601')}\nDates are as in ISO8601. Nothing expires.\n`, ['$EXP_DATE_ISO8601']],
    [`Format the new certificate (and the key).\n\n${block('cat ${new_certificate}.pem')}`, []],
    [`Format the certificate, a new one.\n\n${block('cat ${new_certificate}.pem')}`, ['${new_certificate}']],
    [`${there}${block('RELEASE=$(cat release)')}\n${there}${block('echo $RELEASE')}`, []],
    [`\`RELEASE\` is what web1 runs.\n\n${there}${block('RELEASE=$(cat release)')}\n${block('echo $RELEASE')}`, ['$RELEASE']],
    [`${block('RELEASE=v84')}\n${there}${block('acmectl install $RELEASE')}`, ['$RELEASE']],
    [block('server {\n  listen 80;\n  return 301 https://$host$request_uri;\n}'), []],
  ]],
  ['unset-variable', [
    [`## Stop\n\n${block('acmectl stop $APP')}\n## Start\n\n${block('APP=shop\nacmectl start $APP')}`, ['$APP']],
    [`## Stop\n\n${there}${block('acmectl stop $APP')}\n## Start\n\n${there}${block('APP=shop\nacmectl start $APP')}`, ['$APP']],
    [`## Stop\n\n${block('acmectl stop $APP')}\n## Start\n\n${there}${block('APP=shop\nacmectl start $APP')}`, []],
    [`## Stop\n\n${block('# Take APP from the dashboard\nacmectl stop $APP')}\n## Start\n\n${block('APP=shop\nacmectl start $APP')}`, []],
    [`## Stop\n\n${block('acmectl stop $APP\n# APP is set below')}\n## Start\n\n${block('APP=shop\nacmectl start $APP')}`, ['$APP']],
  ]],
  ['literal-placeholder', [
    [block('psql --host [rds-hostname] --username admin'), ['[rds-hostname]']],
    [block('kubectl --context prod-[environment] get pods'), ['[environment]']],
    [block('npx cdk bootstrap aws://ACCOUNT_ID/us-east-1'), ['ACCOUNT_ID']],
    [block('docker service inspect shop | grep "DATABASE_URL"'), []],
    [block('zpool offline tank gptid/42844e2c-f7f5-............'), ['gptid/42844e2c-f7f5-............']],
    [block("rake 'alerts:trigger[id]'\nls file[0-9] [abc]*\njq .items[0]\n[ -f x ] && ls\nacmectl --app YOUR_APP"), []],
  ]],
  ['lost-placeholder', [
    [`Run it, replacing \`<EDITION_ID>\` with the id:\n\n${block("rake 'alerts:trigger[68da7ebffa37]'")}`, ['<EDITION_ID>']],
    [`Change \`CLUSTER_NAME\` to the cluster:\n\n${block('acmectl status shop')}`, ['CLUSTER_NAME']],
    [`Run it, replacing \`<EDITION_ID>\` with the id:\n\n${block('rake trigger <EDITION_ID>')}`, []],
    [`Run it, replacing \`<edition>\` with the id:\n\n${block('rake trigger $EDITION')}`, []],
  ]],
  ['repeated-cd', [
    [`${block('cd infra\nls')}\n${block('cd infra\necho two')}`, ['cd infra']],
    [`## Plan\n\n${block('cd deploy')}\n## Watch\n\n${block('cd monitoring')}\n## Apply\n\n${block('cd deploy')}`, ['cd deploy']],
    [`${block('cd infra')}\n${block('cd ..\ncd infra')}`, []],
    [`${block('cd infra')}\n${block('cd /srv\ncd infra')}`, []],
    [`${block('(cd infra && ls)')}\n${block('cd infra')}`, []],
    [`## Scenario 1: lag\n\n### Fix\n\n${block('cd infra')}\n## Scenario 2: loss\n\n${block('cd infra')}`, []],
    [`## Scenario 1: lag\n\n${block('cd infra')}\n### Fix\n\n${block('cd infra')}`, ['cd infra']],
    [`${block('cd environments/dev\nterraform plan')}\n${block('cd environments/prod\nterraform apply')}`, ['cd environments/prod']],
    [`## Staging\n\n${block('cd environments/dev')}\n## Production\n\n${block('cd environments/prod')}`, []],
    [`${block('cd shop')}\n${block('cd environments/prod')}`, []],
    [`${block('cd environments/dev')}\n${block('cd ../prod')}`, []],
  ]],
  ['elsewhere', [
    [block('sudo su - postgres\npsql -l'), ['sudo su - postgres']],
    [block('fdisk /dev/sdb\n# one partition, all of it\nsudo mkfs.ext4 /dev/sdb1'), []],
  ]],
  ['nothing', [
    [block('# /etc/zed.rc\nZED_EMAIL="ops@example.com"\nZED_VERBOSE=1'), ['ZED_EMAIL="ops@example.com"']],
    [`${block('POD=web-0')}\n${block('kubectl delete pod "$POD"')}`, []],
    [`${block('POD=web-0\nexport REGION=eu')}\n${block('KUBECONFIG=~/.kube/shop')}\n${block('APP=shop', 'env')}`, []],
    [block('# service pacemaker stop\nSignaling Pacemaker to terminate: [ OK ]\n#', 'console'), ['# service pacemaker stop']],
    [block('# service pacemaker stop', 'console'), ['# service pacemaker stop']],
    [block('[root@db1 ~]# service pacemaker stop\nSignaling: [ OK ]', 'console'), []],
    [block('# Restart it\nup: 3 days', 'console') + block('# mount options\nopts: ro', 'yaml'), []],
  ]],
  ['unparsed', [
    [block('for pod in a b\nkubectl delete pod $pod'), [' ']],
    [block('postgres=# \\c orders\nYou are now connected to database "orders".\norders=# select * from refunds;\n id\n----\n(0 rows)', ''), []],
  ]],
  ['missing-verification', [
    [`## Étape 1\n\n${block('kubectl delete pod web-0')}\n## Vérification\n\nLa page répond.\n`, []],
    [`1. **Comprobar los pods**\n\n${block('kubectl delete pod web-0')}`, []],
    [`## Étape 1\n\n${block('kubectl delete pod web-0')}`, ['# Resend the alerts']],
    [block('# 1. Restart\nkubectl delete pod web-0\n\n# 2. Verify\nkubectl get pods'), []],
    [`## Get ready\n\n${block('sudo apt install -y etcd-client\ngunzip backup.tar.gz')}`, []],
    [`## Get ready\n\n${block('sudo apt install -y etcd-client\nkubectl delete pod web-0')}`, ['# Resend the alerts']],
    [`## Install\n\n${block('helm install shop ./chart')}`, ['# Resend the alerts']],
  ]],
  ['destructive-without-check', [
    [`## Restore\n\n${block('cp /srv/old.db /srv/shop.db')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, ['cp /srv/old.db /srv/shop.db']],
    [`## Push\n\n${block('scp /tmp/shop.sql db-2:/tmp')}\n## Tidy up\n\n${block('kubectl delete job tmp-backup')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, []],
    [`## Restart\n\n${block('kubectl delete pod temporal-0')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, ['delete']],
    [`## Empty it\n\n${block('rm -rf /srv/shop && cp shop.db /tmp')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, ['rm -rf']],
    [`## Copy\n\n${block('gsutil cp gs://dumps/shop-(date +%F).gz gs://old')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, []],
    [`## Jobs\n\n${block('monit stop all')}\nNow you can watch the output of \`monit summary\`.\n\n## Look\n\n${block('acmectl status\n# Expected: up')}`, []],
    [`## Unlock\n\n1. Release it:\n\n   ${block('terraform force-unlock 12').replaceAll('\n', '\n   ')}\n2. Run \`terraform plan\`.\n\n## Look\n\n${block('acmectl status\n# Expected: up')}`, []],
    [`## Start\n\n${block('kubectl rollout restart deploy/shop')}\n## Monitor\n\n${block('acmectl runs')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, []],
    [`## Backup\n\n${block('cp /srv/shop.db /srv/shop.db.bak')}\n## Look\n\n${block('acmectl status\n# Expected: up')}`, []],
  ]],
  ['unfenced-command', [
    ['ansible-playbook shop.yaml  \nansible-playbook mail.yaml  \n', ['ansible-playbook shop.yaml']],
    ['**Commands:**\nsudo certbot renew --dry-run\nsudo certbot renew\n', ['sudo certbot renew --dry-run']],
    ['- kubectl delete -f shop/api\n', ['kubectl delete -f shop/api']],
    ['Drain the node:\n\n$ kubectl drain node-1\n', ['$ kubectl drain node-1']],
    ['Any shard without a node?\ncurl "localhost:9200/_cat/shards?v"\n', ['curl "localhost:9200/_cat/shards?v"']],
    ['Then:\ncurl https://a.example/health\n', ['curl https://a.example/health']],
    ['$ is what it costs\n\n$ kubectl is a program\n\ncurl asks http://a.example for the page\n', []],
    ["```\nansible -a 'nginx -s reload'```\n\nThen:\n```\nansible-playbook -l shop playbooks/shop.yml\n```\n", []],
    ['kubectl is what you need for it.\n\ngit pull requests welcome\n\n`sudo reboot`\n\nsudo is needed for the rest\n', []],
    ['docker run -d for the first of them\n\naws s3/glacier, see there.\n\n## kubectl delete -f shop/api\n', []],
  ]],
  ['not-labelled', [
    [`${block('kubectl get pods')}\n- Look:\n\n  \`\`\`\n  kubectl get nodes\n  \`\`\`\n`, ['```']],
  ]],
  ['generated-name', [
    [block('kubectl logs -f shop-api-6d4cf56db6-x2k9p -n shop\noc -n shop rsh pod/dump-28391520-lq7dc'), ['shop-api-6d4cf56db6-x2k9p', 'dump-28391520-lq7dc']],
    [block('kubectl cp shop-api-6d4cf56db6-x2k9p:/tmp/a .'), ['shop-api-6d4cf56db6-x2k9p']],
    [block('aws s3 cp s3://shop/dumps/shop_20240207_143022.sql.gz .\nexport NAME=dump-2022-09-15-20-34-13\nacmectl restore --to 2023-10-27T14:30:00Z'), ['20240207_143022', '2022-09-15-20-34-13', '2023-10-27T14:30:00']],
    [block('ssh ops@ci-1 sudo docker-machine rm -f runner-30d62d59-auto-scale-1486026893-d25821d9'), ['1486026893-d25821d9']],
    [block('acmectl account 1486026893\nacmectl show order-1486026893\ncurl https://a.example/1486026893-d25821d9f'), []],
    [block('docker pull minio/minio:RELEASE.2024-01-16T16-07-38Z\nkubectl set image deploy/api api=shop/api:20240116-160738'), []],
    [block('date -d 2023-10-27T14:30:00Z +%s\necho "done 2023-10-27T14:30"\nacmectl migrate --version 2012-10-17\ncurl https://a.example/20240207\nacmectl order 202402071430\n# at 2023-10-27T14:30\nacmectl restore shop_$(date +%Y%m%d_%H%M)'), []],
    ['Look for the dump (e.g., `shop_20240207_143022.sql.gz`).\n\n' + block('gunzip shop_20240207_143022.sql.gz'), []],
    [block('kubectl logs deploy/shop-api\nkubectl delete pod db-0 web-20240101-final\nkubectl logs shop-api-<id>\nls shop-api-6d4cf56db6-x2k9p'), []],
    [`${block('$ kubectl get pods\nNAME                       READY\nshop-api-6d4cf56db6-x2k9p  1/1', '')}\n${block('kubectl delete pod shop-api-6d4cf56db6-x2k9p')}`, []],
  ]],
  ['outdated-command', [
    [block('docker-compose down\ndocker-compose up -d\nkubectl rsh pod'), ['docker-compose', 'rsh']],
    [block('docker-compose up -d\nkubectl drain n1 --delete-local-data\nkubectl rsh pod'), ['docker-compose', '--delete-local-data', 'rsh']],
    [block('apiVersion: batch/v1beta1\nkind: CronJob', 'yaml'), ['batch/v1beta1']],
    [block('sudo systemctl nginx restart\nservice restart mysql'), ['systemctl', 'service']],
    [block('systemctl --now enable web\nsystemctl status\nsystemctl start restart.service\nservice web restart\nservice --status-all'), []],
    [block('docker compose up -d\noc rsh pod\nkubectl apply -f - <<EOF\napiVersion: batch/v1\nEOF'), []],
  ]],
  ['unfinished', [
    ['TODO: say how.\n\n| a | b |\n| --- | --- |\n| x | TBD |\n', ['TODO', 'TBD']],
    ['Look at the TODO list, at `TODO` and at TODO.md, and at MY_TODO_FILE.\n', []],
    ['_TODO: say how_, __TBD__ and MY_TODO.\n', ['TODO']],
    ['__TBD__\n\n_FIXME_\n', ['TBD', 'FIXME']],
    ['> Closed. Review: [link or TBD].\n', []],
    ['Call the vendor: [to be confirmed].\n\nSee [to be decided](https://a.example/x).\n', ['[to be confirmed]']],
  ]],
  ['empty-section', [
    ['## Rollback\n\n## Verify\n\nLook.\n\n## Links\n', ['## Rollback']],
    ['## Rollback\n\n<!-- to be written -->\n\n## Verify\n\nLook.\n', ['## Rollback']],
    ['## Rollback\n\n### Stop the old one on its host\n### See that it was the right one\n\nLook.\n', []],
    ['## Rollback\n\n### backup\n### restore\n', ['### backup']],
    ['## Rollback\n\n### By hand\n\nPromote.\n\n## Links\n\n- [a](https://a.example)\n', []],
  ]],
  ['empty-link', [
    ['[a](), [b][nowhere], (c)[c.md] and [d] (https://d.example).\n', ['[a]()', '[b][nowhere]', '(c)[c.md]', '[d] (https://d.example)']],
    ['See [../docs/proxy.md#by-hand].\n', ['[../docs/proxy.md#by-hand]']],
    ['See [README.md], [a/b.md], [a/c.md][c] and [docs/x.md](docs/x.md).\n\n[a/b.md]: https://b.example\n[c]: https://c.example\n', []],
    ['See [the steps](#What to do) and [more](how to.md).\n', ['[the steps](#What to do)', '[more](how to.md)']],
    ['See [rollback.md](rollback.md), [../a-b.md#c](../a-b.md#c) and [#steps](#steps).\n\n## Steps\n\nLook.\n', []],
    ['See [the steps](#what-to-do "What to do") and [more](<how to.md>), f[a](b c.md) and `[x](#a b)`.\n', []],
    ['- [ ] (optional) look\n- [x] (https://d.example)\n\n`[a]()` and a[0][1], [b][b], (see)[^1].\n\n[b]: https://b.example\n', []],
  ]],
  ['heading-without-blank', [
    ['##Look at it\n\nLook.\n', ['##']],
    ['#123 was closed, ask in #ops.\n\n## Look\n\nLook.\n', []],
  ]],
])('%s', (rule, cases) => {
  it.each(cases)('%j', (body, places) => expect(found(body, rule)).toEqual(places));
});

it('the first heading is the title of a file without one of the first level, under which nothing has to stand', () => {
  const told = (text: string): readonly string[] => lintExample({ text }).filter(({ rule }) => rule === 'empty-section').map(({ message }) => message);
  expect(told('## Failover\n\n## Promote\n\nLook.\n\n## Verify\n')).toEqual(['nothing stands below "Verify"']);
});

it('a placeholder in a command that was written as prose is told with it: backquotes would run it', () => {
  const body = 'acmectl deploy \\\n  --revision shop:<revision> \\\n  --force\n\nGo back to <version>.\n';
  expect(found(body, 'invisible-placeholder')).toEqual(['<version>']);
  expect(fixed(body)).toBe(body.replace('<version>', '`<version>`'));
});

it('blocks of commands behind # are told once a file', () => {
  expect(found(`${block('# systemctl stop consul')}\nThen:\n\n${block('# systemctl start consul')}`, 'nothing')).toEqual(['# systemctl stop consul']);
});

it('a block that a pin gives to another program is read as shell by no rule', () => {
  const pinned = (program: string, code: string): string => `\`\`\`bash {interpreter=${program}}\n${code}\n\`\`\`\n`;
  const rules = (body: string): readonly string[] => lintExample({ text: HEAD + body }).map(({ rule }) => rule).filter((rule) => /unparsed|paste-trap|not-a-command|never-set/.test(rule));
  expect(rules(pinned('python3', 'print("py")'))).toEqual([]);
  expect(rules(pinned('dash', 'for pod in a b; do\n  echo "$pod"'))).toEqual(['unparsed']);
});

it.each([
  ['(https://ci.example/computer/<machine>/)', '(`https://ci.example/computer/<machine>/`)'],
  ['Open https://ci.example/<job>/<run>.', 'Open https://ci.example/`<job>`/`<run>`.'],
  ['Look at /srv/<shop>/log, then go on.', 'Look at `/srv/<shop>/log`, then go on.'],
  ['Roll back to v<version>.', 'Roll back to v`<version>`.'],
])('backquotes go around the whole address or path of a placeholder: %s', (written, repaired) => expect(fixed(`${written}\n`)).toBe(`${repaired}\n`));

it('says of a command behind # that has sudo already no word of a prompt', () =>
  expect(lintExample({ text: HEAD + block('#sudo apt-get install nodejs') }).find(({ rule }) => rule === 'nothing')?.message).toBe('nothing runs in this block: "# sudo apt-get install nodejs" is a comment for the shell; expected it without the #, or no block'));
