import { describe, expect, it } from 'vitest';
import { at, commands, manuals, read } from '../read.ts';

const parameters = (markdown: string): readonly string[] => read(markdown).parameters.map(({ name, kind }) => `${name} ${kind}`);
const inCode = (code: string): readonly string[] => parameters(`# X\n\n## Do\n\n'''bash\n${code}\n'''\n`);

describe('placeholders in a command', () => {
  it.each([
    ['ps -a <app>', 'app'], ['docker pull x:<prior-tag>', 'prior-tag'], ['oc logs <POD_NAME>', 'pod-name'],
    ["X='<value of label>'", 'value-of-label'], ['pdnsutil remove-zone-key shop.test OLD-KSK-ID', 'old-ksk-id'], ['scontrol update NodeName=rackXXX State=DRAIN', 'rack-xxx'], ['ps -a YOUR_APP', 'your-app'], ['ps -a your-app-name', 'your-app-name'], ['login --key CHANGEME', 'changeme'], ['kubectl get pods | grep POD_NAME', 'pod-name'], ['ssh root@NNN.NNN.NNN.NNN uptime', 'address'], ['zpool offline tank gptid/42844e2c-f7f5-............', 'gptid-42844e2c-f7f5'], ['docker rmi "sha256:9f86d0..."', 'sha256-9f86d0'], ['kubectl delete pod web-7d9f...', 'web-7d9f'], ['ps -a xxx', 'xxx'], ['gitleaks detect --config /path/to/repo/.gitleaks.toml', 'path-to-repo-gitleaks-toml'],
  ])('%s', (code, name) => expect(inCode(code)).toEqual([`${name} placeholder`]));
  it.each(['sort <input.txt >out', 'diff <(a) <(b)', 'ls # of <app>', 'grep "<none>" x', "docker ps --format '{{.Names}}'"])('not %s', (code) => expect(inCode(code)).toEqual([]));
  it.each([['sudo chown <"SERVICE_USER">:<"SERVICE_USER"> /srv/app', 'service-user'], ['wget https://x.test/app-<"LATEST_VERSION">.zip', 'latest-version'], ['unzip app-<"amd64|arm64">.zip', 'amd64-arm64']])('in quotes: %s', (code, name) => expect(inCode(code)).toEqual([`${name} placeholder`]));
  it.each(['sort <"input.txt" >out', 'frob <"in" >"OUT"', 'grep cluster_name /etc/scylla.yaml'])('not %s', (code) => expect(inCode(code)).toEqual([]));
  it('in upper case beside one that is known', () => expect(inCode('nova evacuate SERVER_NAME HOST_B')).toEqual(['server-name placeholder', 'host-b placeholder']));
  it.each(['mktemp -d /tmp/fooXXX', 'docker inspect shop | grep DATABASE_URL', 'echo step 2 of 3....', 'git diff 3f2a9bc...', 'git commit -m "bump to v1.2..."', 'go test ./...', 'curl -H "X-API-KEY: 1" x', 'aws elbv2 create --type LOAD_BALANCER', 'nova evacuate web1 --policy SOFT_AFFINITY'])('not in upper case: %s', (code) => expect(inCode(code)).toEqual([]));
  it.each(['Add a key to the zone (shop.test in this case):', 'Add a key to the zone\n(here: `shop.test`):', 'Add a key to the zone (in our case shop.test):'])('are told as the value of this text: %s', (lead) => expect(read(`# X\n\n## Do\n\n${lead}\n\n'''sh\nfrob add shop.test\n'''\n`).parameters).toMatchObject([{ name: 'zone', example: 'shop.test', kind: 'example' }]));
  it('are the same wherever they stand, and say where first', () => {
    const runbook = read("# X\n\n## Do\n\n1. See `ps -a <app>`.\n\n'''sh\nkill <app>\n'''\n");
    expect(runbook.parameters).toMatchObject([{ name: 'app', written: '<app>', from: 'ps -a <app>', steps: [0, 1] }]);
    expect(at(runbook, runbook.parameters[0]!)).toBe('<app>');
    expect(manuals(runbook)[0]!.offers[0]!.slots).toHaveLength(1);
  });
  it('are filled in expectations; unknown ones leave the check to a person', () => {
    const [step] = commands(read("# X\n\n## Do\n\n'''sh\nps <app>\n# Expected: \"<app> is up\"\nps\n# Expected: \"<other> is up\"\n'''\n"));
    const [first, second] = step!.pieces.flatMap(({ expectations }) => expectations);
    expect(first!.parts[0]!.slots).toMatchObject([{ kind: 'parameter', parameter: 'app', literal: '<app>' }]);
    expect(second).toMatchObject({ kind: 'judgement', reason: '<other> has no value' });
  });
});

describe('names in braces', () => {
  const code = (lines: string, prose = ''): readonly string[] => parameters(`# Scale {ServiceName}\n\n${prose}\n\n## Do\n\n'''bash\n${lines}\n'''\n`);
  it('that a heading, a paragraph or a table names are placeholders', () => {
    expect(code('kubectl get hpa {service-name}-hpa -n {service-name}-prod')).toEqual(['service-name placeholder']);
    expect(code('curl https://{env}.example.com/ready', 'Each `{env}` has its own address.')).toEqual(['env placeholder']);
    expect(code('deploy --to {region}', '| Parameter | Meaning |\n|---|---|\n| `region` | where it runs |')).toEqual(['region placeholder']);
  });
  it('keep their place and are filled in expectations', () => {
    const runbook = read("# Check {service}\n\n'''sh\ncurl https://{service}.example.com\n# Expected: \"{service} is up\"\n'''\n");
    expect(at(runbook, runbook.parameters[0]!)).toBe('{service}');
    expect(commands(runbook)[0]!.pieces[0]!.expectations[0]!.parts[0]!.slots).toMatchObject([{ parameter: 'service', literal: '{service}' }]);
  });
  it.each([
    ['that nothing names', 'echo {other}'], ['brace expansion', 'cp a.{env,bak} b{1..3}'], ['a variable', 'x=1; env=2; echo ${env} ${x}'], ['a template', "docker ps --format '{{env}}'"],
    ['a format', "curl -w '%{env}' localhost"], ['what xargs puts in', 'ls | xargs -I{env} echo {env}'], ['a group', '{ env; }'],
  ])('not %s', (_, lines) => expect(code(lines, 'the `{env}`').filter((name) => !name.startsWith('env environment'))).toEqual([]));
});

describe('variables', () => {
  it('read before anything sets them', () => expect(inCode('ps -a $APP ${REGION}')).toEqual(['APP environment', 'REGION environment']));
  it.each(['APP=x\nps $APP', 'export APP=x; ps $APP', 'for APP in a b; do ps $APP; done', 'read -r APP\nps $APP', 'ps ${APP:-x}', 'ps $HOME $1 $? $RANDOM', "echo '$APP'"])('not %s', (code) => expect(inCode(code)).toEqual([]));
  it('set by an earlier block of the file', () => expect(parameters("# X\n\n## Do\n\n'''sh\nAPP=x\n'''\n\n'''sh\nps $APP\n'''\n")).toEqual([]));
  it('set only by a later one', () => expect(parameters("# X\n\n## Do\n\n'''sh\nps $APP\n'''\n\n'''sh\nAPP=x\n'''\n")).toEqual(['APP environment']));
});

describe('examples in prose', () => {
  const example = (prose: string, code: string): readonly string[] => parameters(`# X\n\n## Do\n\n${prose}\n\n'''sh\n${code}\n'''\n`);
  it.each([
    ['Note the known-good release (e.g., `v84`).', 'heroku rollback v84', 'known-good-release'],
    ['Find the name of the pod, for example `api-7d`.', 'kubectl delete pod api-7d', 'pod'],
    ['the tag (e.g., `v84`)', 'deploy x:v84', 'tag'],
    ['The backup is for example `bk-2026`.', 'aws s3 sync s3://b/bk-2026/ .', 'backup'],
    ['Choose a release tag such as `r-2024.1`:', 'deploy --tag "r-2024.1"', 'release-tag'],
  ])('%s', (prose, code, name) => expect(example(prose, code).map((found) => found.replace(/^.*-(?=pod )/, ''))).toEqual([`${name} example`]));
  it.each([
    ['the name of a command', 'Use a client (e.g., `kubectl`).', 'kubectl get pods'],
    ['a subcommand', 'Choose what to do (e.g., `restart`).', 'heroku restart web'],
    ['an option', 'Give a flag (e.g., `--force`).', 'deploy --force'],
    ['a plain word that is a part of an argument', 'the shop (e.g., `books`)', 'deploy x:books'],
    ['what is printed', 'It prints an error message (e.g., `E42`).', 'explain E42'],
    ['no argument at all', 'The current release (e.g., `v85`).', 'heroku releases'],
  ])('not %s', (_, prose, code) => expect(example(prose, code)).toEqual([]));
  it('hold in the whole file', () => {
    expect(parameters("# X\n\n## A\n\nthe release (e.g., `v84`)\n\n## B\n\n'''sh\nheroku rollback v84\n'''\n")).toEqual(['release example']);
  });
  it.each([
    ['a path, an address, a message and a file that is written', 'the backup (e.g., `bk-2026`)', "restore bk-2026\naws s3 sync s3://b/bk-2026/ . > bk-2026.log 2>bk-2026\ncurl -d 'bk-2026 is back' x.test\ncat <<E\nfrom: bk-2026\nE", 5],
    ['the code of another block', 'the tag (e.g., `v84`)', "deploy v84\n'''\n\n'''sh\ndocker pull x:v84", 2],
    ['a plain word at the end of an argument', 'the app (e.g., `shop`)', 'ls shop\nrestart deploy/shop --app=shop', 3],
    ['a number of several digits', 'the port (e.g., `8443`)', 'nc db 8443\ncurl db:8443/up', 2],
    ['an argument, where it is also the name of a variable and of a function,', 'the host (e.g., `db1`)', 'db1=10.0.0.7\nexport db1=10.0.0.8\nssh $db1 uptime\necho "${db1}"\ndb1() { uptime; }\nping db1', 1],
  ])('hold in %s too', (_, prose, code, places) => {
    const [parameter] = example(prose, code);
    expect(parameter).toMatch(/ example$/);
    const slots = commands(read(`# X\n\n## Do\n\n${prose}\n\n'''sh\n${code}\n'''\n`)).flatMap((step) => step.slots);
    expect(slots).toHaveLength(places);
  });
  it.each([
    ['a longer name', 'the app (e.g., `shop`)', 'ls shop\nrestart shop-web deploy/shop-web shop.test image/shop:2 ./shopctl', 1],
    ['the name of a command or of an option', 'the tool (e.g., `v84`)', 'v84 --v84=1 use v84', 1],
    ['a small number', 'how many (e.g., `5`)', 'scale 5\nlogs --tail=5 x:5', 1],
  ])('do not hold in %s', (_, prose, code, places) => {
    const slots = commands(read(`# X\n\n## Do\n\n${prose}\n\n'''sh\n${code}\n'''\n`)).flatMap((step) => step.slots);
    expect(slots).toHaveLength(places);
  });
  it('have no default, the words they came from and their place', () => {
    const runbook = read("# X\n\n## Do\n\nNote the known-good release (e.g., `v84`).\n\n'''sh\nheroku rollback v84\n# Expected: \"Rollback to v84\"\n'''\n");
    expect(runbook.parameters).toMatchObject([{ example: 'v84', default: null, from: 'the known-good release (e.g., `v84`)' }]);
    expect(at(runbook, runbook.parameters[0]!)).toBe('v84');
    expect(commands(runbook)[0]!.pieces[0]!.expectations[0]!.parts[0]!.slots).toMatchObject([{ parameter: 'known-good-release', start: 12 }]);
  });
});

describe('ids that a sample of output shows', () => {
  const after = (sample: string, code: string): readonly string[] => read(`# X\n\n## Do\n\n'''console\n$ list\n${sample}\n'''\n\n'''console\n$ ${code}\n'''\n`).parameters.map(({ name, kind, example }) => `${name} ${kind} ${example ?? ''}`);
  const uuid = '8f1532ba-1f96-46c3-8695-b209d3e70507';
  it.each([
    ['a UUID', `Token                                 Requestor\n------------------------------------  ---------\n${uuid}  ana`, `tctl request approve ${uuid}`, `token example ${uuid}`],
    ['a pod', 'NAME                    READY\nweb-7d9f8b6c5f-x2k4p   1/1', 'kubectl delete pod web-7d9f8b6c5f-x2k4p', 'name example web-7d9f8b6c5f-x2k4p'],
    ['a machine', 'i-0abc1234def567890 running', 'aws ec2 reboot-instances --instance-ids i-0abc1234def567890', 'id example i-0abc1234def567890'],
  ])('are no argument: %s', (_, sample, code, found) => expect(after(sample, code)).toEqual([found]));
  it.each([
    ['a name that stays', 'NAME   READY\nweb-1  1/1', 'kubectl delete pod web-1'], ['an id that no sample shows', 'NAME   READY', `tctl request approve ${uuid}`], ['a number', 'ID\n847201937465', 'aws sts assume 847201937465'],
  ])('not %s', (_, sample, code) => expect(after(sample, code)).toEqual([]));
});

describe('blanks that only say of what kind they are', () => {
  it('are one value each, by how they are written', () => expect(read("# X\n\n## Do\n\n'''sh\ndd if=/dev/sdX of=/dev/sdY\nwipefs /dev/sdX\nmkfs.ext4 /dev/sdX1\n'''\n").parameters.map(({ name, written }) => `${name} ${written}`)).toEqual(['device sdX', 'device-2 sdY', 'device-3 sdX1']));
  it('also beside one that has the words', () => expect(read("# X\n\n## Do\n\n'''sh\ntar xf a-<date>.tgz\ntar xf b-YYYYMMDD.tgz\n'''\n").parameters.map(({ name, written }) => `${name} ${written}`)).toEqual(['date <date>', 'date-2 YYYYMMDD']));
});

describe('pinned in front matter', () => {
  const pinned = (pins: string, code: string): ReturnType<typeof read> => read(`---\nrunbook:\n  params:\n${pins}\n---\n\n# X\n\n## Do\n\n'''sh\n${code}\n'''\n`);
  it('a literal that it replaces', () => expect(pinned('    release: { replaces: v84, pattern: "v\\\\d+", secret: false }', 'heroku rollback v84').parameters).toMatchObject([{ name: 'release', kind: 'pinned', pattern: 'v\\d+', written: 'v84' }]));
  it('what is said of a placeholder', () => expect(pinned('    app: { description: which one, default: api, secret: true }', 'ps <app>').parameters).toMatchObject([{ name: 'app', kind: 'placeholder', default: 'api', description: 'which one', secret: true }]));
});

describe('values that the text says to replace', () => {
  const found = (markdown: string): readonly string[] => read(markdown).parameters.map(({ name, example }) => `${name} ${example}`);
  it.each([
    ['Replace the 998 below with those ids:', 'find / -group 998', 'ids 998'],
    ['Tell the service (replace 7 by the version from above):', 'kubectl set env deploy/auth KEY_VERSION=7 --replicas=7', 'version 7'],
    ['Drain it, replacing `node-7` with the node in question:', 'kubectl get pods --field-selector spec.nodeName=node-7', 'node node-7'],
    ['Set it (7 being the version that you noted):', 'kubectl set env deploy/auth KEY_VERSION=7', 'version 7'],
    ['Set it to the version that you noted (here 7):', 'kubectl set env deploy/auth KEY_VERSION=7', 'version 7'],
    ['Replace `de` with the language of the shop:', 'shopctl locale set de', 'language de'],
    ['Change `eu-1` to your region:', 'REGION=eu-1', 'region eu-1'],
    ['Search, assuming that its id is 1649407:', 'event="1649407"', 'id 1649407'],
    ['Replace PREFIX with what you found:', "kubectl get pods | grep '^PREFIX-web'", 'prefix PREFIX'],
    ['Replace `shop-CLUSTER` before running the following command. `shop-7d9` is an example.', 'kubectl exec -it shop-CLUSTER -- sh', 'shop-cluster shop-CLUSTER'],
    ['Replace `a1b2c3d4` before running:', 'shopctl rollback a1b2c3d4', 'hash a1b2c3d4'],
    ['Change `4f9c2d1e` to yours:', 'shopctl rollback 4f9c2d1e', 'hash 4f9c2d1e'],
    ['where `9f86d081884c` is an example:', 'docker rmi 9f86d081884c', 'hash 9f86d081884c'],
    ['Find it in the log (e.g. `3f2a9bc`):', 'git revert 3f2a9bc', 'hash 3f2a9bc'],
    ['Revert it, say `3f2a9bc`:', 'git revert 3f2a9bc', 'hash 3f2a9bc'],
    ['Replace *CLUSTER_PART* before you run this:', 'acmectl drain CLUSTER_PART', 'cluster-part CLUSTER_PART'],
    ['Replace `SHOP` by the shop:', 'curl "https://SHOP.example.com/up"', 'shop SHOP'],
    ['This is for staging; replace `stg` with `prd` for production:', 'shopctl login --proxy=shop.stg.example.net', 'stg stg'],
    ['Restart it, where `web-1` is the pod that hangs:', 'kubectl delete pod web-1', 'pod web-1'],
    ['Restart it, where POD is the one that hangs:', 'kubectl delete pod POD', 'pod POD'],
    ['Assume that the port is 8443.', 'nc db 8443', 'port 8443'],
    ['Change the address to the one of the customer:', 'mailctl set owner@example.com', 'address owner@example.com'],
    ['Note the id of the query, e.g. `88123`.', "mysql -e 'KILL 88123'", 'query 88123'],
    ['Put the new image there, for example `a/b:2`:', 'fly deploy --image a/b:2', 'new-image a/b:2'],
  ])('%s', (lead, code, expected) => expect(found(`# X\n\n${lead}\n\n'''sh\n${code}\n'''\n`)).toEqual([expected]));
  it.each([
    ["export WORK_ENV='stg'  # CHANGEME (as necessary)", 'work-env stg'],
    ['git checkout v1.0.2  # Replace with actual version', 'version v1.0.2'],
    ['make to-2 # REPLACE_ME', 'value to-2'],
    ['# replace with your host\nHOST=db1\npsql -h "$HOST"', 'host db1'],
    ['# CHANGEME\nexport REGION="eu"', 'region eu'],
  ])('%s', (code, expected) => expect(found(`# X\n\n'''sh\n${code}\n'''\n`)).toEqual([expected]));
  it.each(['# Change to the folder of the shop\nSHOP=/srv/shop', '# Replace the old pods\nOLD=x', '# Change this\nrm -r old\nNEW=x'])('not: %s', (code) => expect(found(`# X\n\n'''sh\n${code}\n'''\n`)).toEqual([]));
  it.each(['Replace the disk with a new one:', 'Change the default branch to main:', 'Replace `other` with your own:', 'Replace HTTP with what you want:', 'This is where `main` goes:', 'Replace `main` with `next` in the file:', 'Replace `silent` with the silent one:'])('not: %s', (lead) => expect(found(`# X\n\n${lead}\n\n'''sh\nmake main 12 --silent=a\n'''\n`)).toEqual([]));
});

describe('blanks that are called after what they are given to', () => {
  it('a variable that a wordless blank is all the value of', () => {
    expect(inCode('CHART=<put actual name here>\nMANIFEST="<your value>"\nuse "$CHART" "$MANIFEST"')).toEqual(['chart placeholder', 'manifest placeholder']);
    expect(inCode('CHART=<chart name>')).toEqual(['chart-name placeholder']);
    expect(inCode('use <value>')).toEqual(['value placeholder']);
  });
  it.each([['cf login -a api.test -u USERNAME', 'username'], ['shopctl --host=HOSTNAME ls', 'hostname']])('upper case after an option: %s', (code, name) => expect(inCode(code)).toEqual([`${name} placeholder`]));
  it.each(['lsblk -o NAME', 'ps --sort USER', 'psql -c "ALTER USER x PASSWORD y"', 'docker run -e TOKEN x', 'USERNAME=x; login -u USERNAME'])('none: %s', (code) => expect(inCode(code)).toEqual([]));
  it('the number of a release in a sample is asked for', () => {
    expect(parameters("# X\n\n## Do\n\n'''sh\n$ heroku releases\nRel  Change      By\n---  ----------  --\nv52  Set a key   me\nv51  Deploy      me\n'''\n\n'''sh\nheroku rollback v51\n'''\n")).toEqual(['rel example']);
  });
});

describe('what stands for a value and is marked by nothing', () => {
  it.each([
    ["sed -i 's/OLD_KEY_X/NEW_KEY_X/g' .env", ['old-key-x placeholder', 'new-key-x placeholder']], ['mysqldump -u username shop', ['username placeholder']], ['tar -xf shop_year-month-day.tar.gz', ['date placeholder']],
    ['# Note the backup ID\n# Example: backup-20251031 (before it)\nshopctl restore backup-20251031', ['backup-id example']], ['# Target: v144\nshopctl rollback v144', ['target example']],
  ])('%j', (code, names) => expect(inCode(code)).toEqual(names));
  it.each(["sed 's/OLD_KEY/OTHER/' x", 'id -u', 'date +%Y-month-day', '# Example: v1 of it\nshopctl rollback v1', '# Target: production\nshopctl drain production'])('none: %j', (code) => expect(inCode(code)).toEqual([]));
});

describe('a value that the text or a comment says to replace', () => {
  const found = (lead: string, code: string): readonly string[] => read(`# X\n\n## Do\n\n${lead}\n\n'''sh\n${code}\n'''\n`).parameters.map(({ name, example }) => `${name}=${example}`);
  it.each([
    ['Replace `copy\\_v7\\_2020` in the command below with the name of the copy.', 'restorectl copy_v7_2020', ['copy-name=copy_v7_2020']],
    ['Replace the restores.test/shop-db value with the name that it had.', 'restorectl restores.test/shop-db', ['name=restores.test/shop-db']],
    ['Do it:', '# replace b with the pod\nkubectl delete pod b', ['pod=b']],
    ['Do it:', 'kubectl delete pod b # replace b with the name of your pod', ['pod=b']],
    ['Do it:', '# CHANGEME to the host of the copy that you\n# restore from. The list has it.\nHOST=db-1.test', ['host=db-1.test']],
  ])('%s %s', (lead, code, names) => expect(found(lead, code)).toEqual(names));
  it('written with a backslash it has its own place', () => {
    const text = '# X\n\n## Do\n\nReplace `copy\\_v7\\_2020` with the name of the copy.\n\n```sh\nrestorectl copy_v7_2020\n```\n';
    const { start, end } = read(text).parameters[0]!.span;
    expect(text.slice(start.offset, end.offset)).toBe('copy\\_v7\\_2020');
  });
  it('two of one name are two', () => {
    expect(read("# X\n\n## Do\n\nReplace `a-1` with the name of it.\n\n'''sh\nls a-1\n'''\n\nReplace `b-1` with the name of it.\n\n'''sh\nls b-1\n'''\n").parameters.map(({ name, example }) => `${name}=${example}`)).toEqual(['name=a-1', 'name-2=b-1']);
  });
  it.each(['# replace the image with the new one\nkubectl set image a b', '# replace b with c\nmv c b', '# change replicas to the wanted number\nkubectl scale a --replicas 3'])('none: %s', (code) => expect(found('Do it:', code)).toEqual([]));
});

describe('patterns pinned at a block', () => {
  const fence = (pin: string): string => `## Do\n\n'''bash {${pin}}\ndeploy <release>\n'''\n`;
  it('are those of its parameters, whatever block uses them first', () => {
    expect(read(`# X\n\n## Look\n\n'''bash\nshow <release>\n'''\n\n${fence('pattern=release:/v\\d+/')}`).parameters).toMatchObject([{ name: 'release', pattern: 'v\\d+' }]);
  });
  it('give way to the front matter', () => {
    expect(read(`---\nrunbook:\n  params:\n    release: { pattern: "r\\\\d+" }\n---\n# X\n\n${fence('pattern=release:/v\\d+/')}`).parameters).toMatchObject([{ name: 'release', pattern: 'r\\d+' }]);
  });
});
