import { expect, test } from 'vitest';
import { analyzeShell } from '../../src/shell-syntax/index.ts';

function labels(code: string): readonly string[] {
  return analyzeShell(code).placeholders.map(({ label }) => label);
}

test.each<[string, readonly string[]]>([
  ['heroku ps -a <app>', ['app']],
  ['docker pull shop/web:<prior-tag>', ['prior-tag']],
  ['kubectl -n "<service>-prod" get deploy/<service>-web', ['service', 'service']],
  ['curl -sf https://<service>.<env>.example.com/ready', ['service', 'env']],
  ['heroku rollback v<N>', ['N']],
  ["MOUNT='<value of label>'", ['value of label']],
  ['MOUNT=<value of label>', ['value of label']],
  ["jq --arg trigger '<alert-name|operator>'", ['alert-name|operator']],
  ['oc logs <POD_NAME> -n <namespace>', ['POD_NAME', 'namespace']],
  ['echo "$(kubectl get pod <pod>)"', ['pod']],
  ["echo <pod's name>", ["pod's name"]],
  ['gh issue create --title "<title>"', ['title']],
  ['ssh <username>@<host>', ['username', 'host']],
  ['cat <file.yaml>', ['file.yaml']],
  ['kubectl get pod <<pod>>', ['pod']],
  ['mv <dir>/<name>.txt /tmp', ['dir', 'name']],
  ['heroku ps -a YOUR_APP', ['YOUR_APP']],
  ['heroku ps -a your-app-name', ['your-app-name']],
  ['curl https://your-domain.example.com', ['your-domain']],
  ['export PASSWORD=CHANGEME', ['CHANGEME']],
  ['kubectl delete pod xxx', ['xxx']],
  ['cat <<EOF\n<app>\nEOF', ['app']],
  ['cat > a.yaml <<EOF\nname: <shop-name>\nhost: <host>.example.com\nEOF', ['shop-name', 'host']],
  ['./notify.sh "Rolling back because of [reason]"', ['reason']],
  ['PROJECT=[group]%2f[project name]', ['group', 'project name']],
  ['shopctl create --country [country code] --plan ${PLAN}', ['country code']],
  ['shopctl create --name SHOP_NAME', ['SHOP_NAME']],
  ['oc get events | grep NODE_NAME', ['NODE_NAME']],
  ['curl https://API_HOST/v1/items/ITEM_ID', ['API_HOST', 'ITEM_ID']],
  ['fly secrets set MAIL_KEY="re_..." PAY_SECRET=... -a shop', ['MAIL_KEY', 'PAY_SECRET']],
  ['curl -H "Cookie: session=..."', ['session']],
  ['curl -H "Authorization: Bearer sk-…"', ['Bearer']],
  ["curl -d '{\"token\": \"...\"}' https://shop.test", ['token']],
  ['payctl enable --key pk_live_...', ['key']],
  ['gunzip -c /var/backups/.../backup.sql.gz', ['backups']],
  ['ls /srv/shops/…/assets', ['shops']],
])('%s', (code, expected) => {
  expect(labels(code)).toEqual(expected);
  expect(analyzeShell(code).errors).toEqual([]);
});

test.each([
  'sort <in >out',
  'wc -l <file',
  'sort <in>out',
  'sort <in> out',
  'mysql shop <dump.sql> out.log',
  'cat <in>/dev/null',
  'cat <in>&2',
  'exec 3<list 4>out',
  'cat <<EOF>>file\nx\nEOF',
  'diff <(ls a) <(ls b)',
  'true # use <app> here',
  'kubectl get svc | grep "<none>"',
  "grep '<unknown>' out.txt",
  "grep '<title>' page.html",
  'echo "<b>bold</b>"',
  "echo '<key>name</key>'",
  "echo '#include <stdio.h>'",
  '[[ a < b && c > d ]]',
  '(( a<b && c>d ))',
  'echo $(( a<b ))',
  "awk '$1<5 && $2>3'",
  "jq '.[] | select(.a<3 and .b>4)'",
  "perl -ne '/(?<name>x)/'",
  "grep '\\<word\\>' file",
  'cat <<<word',
  'git commit --author "A <a@example.com>"',
  'mktemp /tmp/x.XXX',
  'echo ${YOUR_APP}',
  'YOUR_APP=shop',
  "cat <<'EOF'\n<config>\n  <name>x</name>\n</config>\nEOF",
  '[ -f x ] && [[ $a == [abc]* ]]',
  'ls file.[oa] [a-z]*.txt [abcd]*',
  'echo ${hosts[name]} $hosts[name]',
  "jq '.[name]' out.json",
  "kubectl get pods -o jsonpath='{.items[0].metadata.name}'",
  'pip install "uvicorn[standard]"',
  'echo "[INFO] starting"',
  'git commit -m "[skip ci] words"',
  "grep -E '[warning] x' log",
  'tr [upper] [lower]',
  'echo start\n[...]\necho end',
  '[snip here]',
  'export API_URL=https://a.test',
  'echo $SHOP_NAME ${SHOP_ID}',
  'heroku config:get DATABASE_URL',
  'docker run -e API_KEY image',
  'unset AWS_ACCESS_KEY_ID',
  'env | grep API_KEY',
  'psql -c "SELECT USER_ID FROM t"',
  'git log --oneline v1...v2',
  'git diff main...HEAD_NAME',
  'go test ./... && bazel test //...',
  'go vet github.com/a/b/...',
  'echo "Waiting..."',
  'echo wait ... done',
  "helm template --set x='{{ .Values.app }}'",
])('no placeholder: %s', (code) => {
  expect(labels(code)).toEqual([]);
});

test('a word keeps its placeholder as its value', () => {
  const [command] = analyzeShell('docker pull "shop/web:<prior-tag>"').commands;
  expect(command?.args.map(({ value }) => value)).toEqual(['pull', 'shop/web:<prior-tag>']);
});
