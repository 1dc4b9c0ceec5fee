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
  'cat <<EOF\n<app>\nEOF',
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
  "helm template --set x='{{ .Values.app }}'",
])('no placeholder: %s', (code) => {
  expect(labels(code)).toEqual([]);
});

test('a word keeps its placeholder as its value', () => {
  const [command] = analyzeShell('docker pull "shop/web:<prior-tag>"').commands;
  expect(command?.args.map(({ value }) => value)).toEqual(['pull', 'shop/web:<prior-tag>']);
});
