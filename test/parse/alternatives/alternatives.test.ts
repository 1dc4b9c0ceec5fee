import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

/** The labels of each choice of a text. */
const choices = (markdown: string): readonly (readonly string[])[] => read(markdown).alternatives.map((group) => group.choices.map(({ label }) => label));

/** What each choice would run. */
const runs = (markdown: string): readonly (readonly string[])[] => {
  const runbook = read(markdown);
  return runbook.alternatives.flatMap((group) => group.choices.map(({ steps }) => steps.map((index) => commandText(runbook.steps[index]))));
};

function commandText(step: ReturnType<typeof read>['steps'][number] | undefined): string {
  return step?.kind === 'command' ? step.code.text : (step?.title ?? '');
}

describe('sections with a letter', () => {
  const headed = (...headings: readonly string[]): string => `# X\n\n${headings.map((heading) => `## ${heading}\n\n'''sh\nls\n'''\n`).join('\n')}`;
  it.each([['Branch A — it is down', 'Branch B — it is slow'], ['2.1 Option A', '2.2 Option B'], ['3: Option A', '4: Option B'], ['Route A: by hand', 'Route B: by script']])('%s, %s', (...headings) => expect(choices(headed(...headings))).toEqual([headings]));
  it.each([['Part A: stop', 'Part B: start'], ['Step A', 'Step B'], ['Node A', 'Node B'], ['Restore a file', 'Restore a table']])('none: %s, %s', (...headings) => expect(choices(headed(...headings))).toEqual([]));
});

describe('sections below a title that speaks of several things', () => {
  const groups = (title: string, headings: readonly string[]): readonly string[] => read(`# ${title}\n\n${headings.map((heading) => `## ${heading}\n\n'''sh\nsystemctl restart web\n'''\n`).join('\n')}`).alternatives.map(({ menu, choices }) => `${menu ? 'menu' : 'one'}: ${choices.map(({ label }) => label).join(', ')}`);
  it.each([
    ['Rotate Secrets', ['JWT Signing Secret', 'Bootstrap Admin Password', 'Controller CA']],
    ['Credential rotation', ['Database credentials', 'Root CA']],
  ])('are a menu: %s', (title, headings) => expect(groups(title, headings)).toEqual([`menu: ${headings.join(', ')}`]));
  it('none where one goes on from the others', () => expect(groups('Rotate secrets', ['Prerequisites', 'JWT secret', 'Admin password', 'Verify it'])).toEqual([]));
  it('but for a check', () => expect(groups('Rotate secrets', ['JWT secret', 'Admin password', 'Verification'])).toEqual(['menu: JWT secret, Admin password']));
  it.each([['Rotate secrets', ['1. JWT secret', '2. Admin password']], ['Rotate secrets', ['Stop the web', 'Start the web']], ['Upgrade the nodes', ['Control nodes', 'Start them again']], ['Restart the web', ['JWT secret', 'Admin password']]])('and no row: %s, %j', (title, headings) => expect(groups(title, headings)).toEqual([]));
});

describe('sections that name platforms, side by side', () => {
  it.each([
    ['Linux', 'macOS', 'Windows'],
    ['systemd', 'Docker'],
    ['SQL', 'Console'],
    ['On Debian', 'On RHEL (and CentOS)'],
    ['Docker Compose', 'Kubernetes'],
  ])('%s and %s are a choice', (...headings) => {
    const text = `# X\n\n## Install\n\n${headings.map((heading) => `### ${heading}\n\n'''sh\nls ${heading.length}\n'''\n`).join('\n')}`;
    expect(choices(text)).toHaveLength(1);
    expect(choices(text)[0]).toHaveLength(headings.length);
  });

  it('names of different kinds, environments in a row, and what stands between others are none', () => {
    expect(choices("# X\n\n## Linux\n\n'''sh\nls\n'''\n\n## Docker\n\n'''sh\nls\n'''\n")).toEqual([]);
    expect(choices("# X\n\n## Staging\n\n'''sh\nls\n'''\n\n## Production\n\n'''sh\nls\n'''\n")).toEqual([]);
    expect(choices("# X\n\n## Linux\n\n'''sh\nls\n'''\n\n## Then\n\n'''sh\nls\n'''\n\n## macOS\n\n'''sh\nls\n'''\n")).toEqual([]);
  });

  it('what is run in a choice is all under its heading', () => {
    expect(runs("# X\n\n## Do\n\n### Linux\n\n'''sh\na\n'''\n\n#### More\n\n'''sh\nb\n'''\n\n### macOS\n\n'''sh\nc\n'''\n\n## End\n\n'''sh\nd\n'''\n")).toEqual([['a', 'b'], ['c']]);
  });
});

describe('tabs', () => {
  it.each([
    ['MkDocs', '=== "Linux"\n\n    \'\'\'sh\n    a\n    \'\'\'\n\n=== "macOS"\n\n    \'\'\'sh\n    b\n    \'\'\'\n'],
    ['MkDocs in a list', '1. Stop it:\n\n    === "Linux"\n\n        \'\'\'sh\n        a\n        \'\'\'\n\n    === "macOS"\n\n        \'\'\'sh\n        b\n        \'\'\'\n'],
    ['Docusaurus', '<Tabs>\n<TabItem value="l" label="Linux">\n\n\'\'\'sh\na\n\'\'\'\n\n</TabItem>\n<TabItem value="m" label="macOS">\n\n\'\'\'sh\nb\n\'\'\'\n\n</TabItem>\n</Tabs>\n'],
    ['Hugo', '{{< tabs >}}\n{{% tab name="Linux" %}}\n\'\'\'sh\na\n\'\'\'\n{{% /tab %}}\n{{% tab name="macOS" %}}\n\'\'\'sh\nb\n\'\'\'\n{{% /tab %}}\n{{< /tabs >}}\n'],
    ['Hugo by position', '{{< tab "Linux" >}}\n\n\'\'\'sh\na\n\'\'\'\n\n{{< /tab >}}\n{{< tab "macOS" >}}\n\n\'\'\'sh\nb\n\'\'\'\n\n{{< /tab >}}\n'],
    ['GitBook', '{% tabs %}\n{% tab title="Linux" %}\n\'\'\'sh\na\n\'\'\'\n{% endtab %}\n\n{% tab title="macOS" %}\n\'\'\'sh\nb\n\'\'\'\n{% endtab %}\n{% endtabs %}\n'],
    ['MyST', '::::{tab-set}\n:::{tab-item} Linux\n\'\'\'sh\na\n\'\'\'\n:::\n:::{tab-item} macOS\n:sync: mac\n\n\'\'\'sh\nb\n\'\'\'\n:::\n::::\n'],
    ['VitePress', '::: code-group\n\n\'\'\'sh [Linux]\na\n\'\'\'\n\n\'\'\'sh:line-numbers {1} [macOS]\nb\n\'\'\'\n\n:::\n'],
  ])('of %s are a choice, and each runs its own block', (_name, tabs) => {
    const text = `# X\n\n## Do\n\n${tabs}\n## End\n\n'''sh\nlast\n'''\n`;
    expect(choices(text)).toEqual([['Linux', 'macOS']]);
    expect(runs(text)).toEqual([['a'], ['b']]);
    expect(commands(read(text)).map(({ code }) => code.text)).toEqual(['a', 'b', 'last']);
  });

  it('a tab that is called as one before it begins another choice', () => {
    const tab = (label: string, code: string): string => `=== "${label}"\n\n    '''sh\n    ${code}\n    '''\n\n`;
    expect(runs(`# X\n\n## Do\n\n${tab('Debian', 'a')}${tab('Fedora', 'b')}${tab('Debian', 'c')}${tab('Fedora', 'd')}`)).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(choices(`# X\n\n## Do\n\n${tab('Debian', 'a')}${tab('Fedora', 'b')}${tab('Debian', 'c')}${tab('Fedora', 'd')}`)).toEqual([['Debian', 'Fedora'], ['Debian', 'Fedora']]);
  });

  it.each([
    ['Hugo', '{{< tabs >}}\n', (label: string) => `{{% tab name="${label}" %}}\n'''sh\na\n'''\n{{% /tab %}}\n`, '{{< /tabs >}}\n'],
    ['Docusaurus', '<Tabs>\n\n', (label: string) => `<TabItem value="x" label="${label}">\n\n'''sh\na\n'''\n\n</TabItem>\n`, '</Tabs>\n'],
    ['GitBook', '{% tabs %}\n', (label: string) => `{% tab title="${label}" %}\n'''sh\na\n'''\n{% endtab %}\n\n`, '{% endtabs %}\n'],
    ['MyST', '::::{tab-set}\n', (label: string) => `:::{tab-item} ${label}\n'''sh\na\n'''\n:::\n`, '::::\n'],
    ['VitePress', '::: code-group\n', (label: string) => `'''sh [${label}]\na\n'''\n`, ':::\n'],
  ])('two sets of %s in a row are two choices', (_name, begin, tab, end) => {
    const set = (...labels: readonly string[]): string => `${begin}${labels.map(tab).join('')}${end}\n`;
    expect(choices(`# X\n\n## Do\n\n${set('Linux', 'macOS')}${set('Docker', 'Podman', 'Nomad')}`)).toEqual([['Linux', 'macOS'], ['Docker', 'Podman', 'Nomad']]);
  });
  it('a tab with nothing to run is a choice too', () => {
    expect(runs('# X\n\n{% tabs %}\n{% tab title="API" %}\n\'\'\'sh\na\n\'\'\'\n{% endtab %}\n{% tab title="SQL" %}\n\'\'\'sql\nSELECT 1;\n\'\'\'\n{% endtab %}\n{% endtabs %}\n')).toEqual([['a'], []]);
  });

  it('one tab alone is no choice, and one that nobody closes ends at the next section', () => {
    expect(choices('# X\n\n=== "Linux"\n\n    \'\'\'sh\n    a\n    \'\'\'\n')).toEqual([]);
    const text = '# X\n\n## Do\n\n<TabItem label="Linux">\n\n\'\'\'sh\na\n\'\'\'\n\n## End\n\n\'\'\'sh\nlast\n\'\'\'\n';
    expect(commands(read(text)).map(({ headings }) => headings)).toEqual([['Do'], ['End']]);
  });
});

describe('leads right above blocks', () => {
  it.each([
    ['On Debian/Ubuntu:', 'On RHEL/CentOS:', ['Debian/Ubuntu', 'RHEL/CentOS']],
    ['With systemd:', 'With docker-compose:', ['systemd', 'docker-compose']],
    ['For macOS users:', 'For Linux users:', ['macOS', 'Linux']],
    ['Using the CLI:', 'Using the API:', ['CLI', 'API']],
    ['Using kubectl:', 'Using Helm:', ['Using kubectl', 'Helm']],
  ])('%s and %s', (first, second, labels) => {
    const text = `# X\n\n## Do\n\n${first}\n\n'''sh\na\n'''\n\n${second}\n\n'''sh\nb\n'''\n\nThen:\n\n'''sh\nc\n'''\n`;
    expect(choices(text)).toEqual([labels]);
    expect(runs(text)).toEqual([['a'], ['b']]);
  });

  it.each([
    ['Linux', 'macOS'],
    ['**Linux:**', '**Windows:**'],
    ['On Debian:', 'On RHEL:'],
    ['Option A: restart it', 'Option B: kill it'],
    ['Using kubectl:', 'Using Helm:'],
    ['Via the console', 'Via `shopctl` (slower)'],
  ])('items called %s and %s are a choice, with their blocks in them or below', (first, second) => {
    const named = [first, second].map((label) => label.replace(/[*`]/g, '').replace(/:$/, ''));
    const within = `# X\n\n## Do\n\n- ${first}\n\n  '''sh\n  rm a\n  '''\n\n- ${second}\n\n  '''sh\n  rm b\n  '''\n\nThen:\n\n'''sh\nc\n'''\n`;
    expect(choices(within)).toEqual([named]);
    expect(runs(within)).toEqual([['rm a'], ['rm b']]);
    expect(read(within).alternatives[0]?.menu).not.toBe(true);
  });

  it('items that stand above unindented blocks choose as well, and items of which one is an order do not', () => {
    expect(choices("# X\n\n## Do\n\n- Linux\n\n'''sh\na\n'''\n\n- macOS\n\n'''sh\nb\n'''\n")).toEqual([['Linux', 'macOS']]);
    expect(choices("# X\n\n## Do\n\n- Linux\n\n  '''sh\n  a\n  '''\n\n- Restart it\n\n  '''sh\n  b\n  '''\n")).toEqual([]);
    expect(choices("# X\n\n## Do\n\n- Using kubectl, drain it:\n\n  '''sh\n  a\n  '''\n\n- Using Helm, upgrade it:\n\n  '''sh\n  b\n  '''\n")).toEqual([]);
    expect(choices("# X\n\n## Do\n\n1. Using kubectl\n\n   '''sh\n   a\n   '''\n\n2. Using Helm\n\n   '''sh\n   b\n   '''\n")).toEqual([]);
    expect(choices("# X\n\n**System:** docker, podman\n\n## Do\n\n- docker\n\n  '''sh\n  a\n  '''\n\n- podman\n\n  '''sh\n  b\n  '''\n")).toEqual([]);
  });

  it.each(['CLI alternative:', 'CLI alternative (after a login):', 'Alternative:', 'API alternative for the brave:'])('"%s" is another way than what stands above', (lead) => {
    const text = `# X\n\n## Do\n\n1. Press the button.\n\n${lead}\n\n'''sh\na\n'''\n`;
    expect(choices(text)).toEqual([[lead.slice(0, -1)]]);
    expect(runs(text)).toEqual([['a']]);
  });

  it('one lead alone, and leads that name targets, are none', () => {
    expect(choices("# X\n\n## Do\n\nOn Debian:\n\n'''sh\na\n'''\n\nThen:\n\n'''sh\nb\n'''\n")).toEqual([]);
    expect(choices("# X\n\n**System:** docker, kubernetes\n\n## Do\n\nOn docker:\n\n'''sh\na\n'''\n\nOn kubernetes:\n\n'''sh\nb\n'''\n")).toEqual([]);
  });
});

describe('items of a list', () => {
  const list = (lead: string, mark = '-'): string => `# X\n\n## Do\n\n${lead}\n\n${mark} with the unit:\n\n   '''sh\n   a\n   '''\n\n${mark} with the supervisor:\n\n   '''sh\n   b\n   '''\n`;

  it.each(['You have two options:', 'Use either of these:', 'Run one of these two:'])('blocks right after each other after "%s"', (lead) => {
    const or = (between: string): string => `# X\n\n## Do\n\n${lead}\n\n'''sh\nrm -r a\n'''\n${between}\n'''sh\nrm -r b\n'''\n\nThen:\n\n'''sh\nlast\n'''\n`;
    for (const between of ['', '\nor\n', '\nOr:\n']) {
      expect(choices(or(between))).toEqual([['rm -r a', 'rm -r b']]);
      expect(runs(or(between)).flat()).toEqual(['rm -r a', 'rm -r b']);
    }
  });

  it.each(['Set these two options:', 'Run both:', 'Stop as soon as one of them fails:'])('no blocks after "%s"', (lead) => expect(choices(`# X\n\n## Do\n\n${lead}\n\n'''sh\na\n'''\n\n'''sh\nb\n'''\n`)).toEqual([]));

  it.each(['There are two options:', 'Use either of these:', 'One of:', 'Either of:', 'Use one of the following:', 'Choose one:', 'There are several ways:'])('after "%s"', (lead) => {
    expect(choices(list(lead))).toEqual([['with the unit', 'with the supervisor']]);
    expect(runs(list(lead, '1.'))).toEqual([['a'], ['b']]);
  });

  it.each(['Do these:', 'One of the pods is down. Do this:', 'First stop it, then start it:'])('not after "%s"', (lead) => expect(choices(list(lead))).toEqual([]));
});

describe('bullets of a mitigation', () => {
  const bullets = (heading: string, ...codes: readonly string[]): string => `# X\n\n## ${heading}\n\n${codes.map((code, index) => `* Measure ${index + 1}:\n\n  '''sh\n  ${code}\n  '''\n`).join('\n')}`;

  it('that each hold a command, two of which destroy, are a menu', () => {
    const { alternatives } = read(bullets('Mitigation', 'kubectl get pods', 'kubectl rollout restart deploy/a', 'kubectl delete pod a'));
    expect(alternatives).toMatchObject([{ menu: true, choices: [{ label: 'Measure 1' }, { label: 'Measure 2' }, { label: 'Measure 3' }] }]);
  });

  it('where one destroys, or elsewhere, they are steps in a row', () => {
    expect(choices(bullets('Mitigation', 'kubectl get pods', 'kubectl delete pod a'))).toEqual([]);
    expect(choices(bullets('Steps', 'kubectl delete pod b', 'kubectl delete pod a'))).toEqual([]);
    expect(choices(bullets('Mitigation', 'kubectl delete pod b', 'kubectl delete pod a').replaceAll('* ', '1. '))).toEqual([]);
  });
});

describe('comments within a block', () => {
  const block = (code: string): string => `# X\n\n## Do\n\n'''bash\n${code}\n'''\n`;

  it.each([
    ['# 1. Stop it\ndocker-compose down\n# or\nsystemctl stop web\n\n# 2. Look\ndocker ps', ['docker-compose down', 'systemctl stop web'], ['# 1. Stop it\ndocker-compose down', '# or\nsystemctl stop web']],
    [`go install ${'example.test/'.repeat(5)}crane@latest\n# or\nbrew install crane`, [`go install ${'example.test/'.repeat(5)}crane@latest`, 'brew install crane'], [`go install ${'example.test/'.repeat(5)}crane@latest`, '# or\nbrew install crane']],
    ['# Raise the limit\nmake a\n\n# Or scale the deployment directly (temporary — the controller takes over)\nmake b', ['Raise the limit', 'scale the deployment directly (temporary — the controller takes over)'], ['# Raise the limit\nmake a\n', '# Or scale the deployment directly (temporary — the controller takes over)\nmake b']],
    ['cd /srv/fleet\nmake add\n# or with a class:\nmake add CLASS=a', ['make add', 'with a class'], ['make add', '# or with a class:\nmake add CLASS=a']],
    ['# by hand\ncd /srv/fleet\nmake add\n# or\ncd /srv/new\nmake add', ['cd /srv/fleet', 'cd /srv/new'], ['# by hand\ncd /srv/fleet\nmake add', '# or\ncd /srv/new\nmake add']],
    ['# Look at every pod by its\n#    own address:\ncurl -s a\n# 2. Or at the whole service:\ncurl -s b', ['Look at every pod by its', 'at the whole service'], ['# Look at every pod by its\n#    own address:\ncurl -s a', '# 2. Or at the whole service:\ncurl -s b']],
    ['# from here\ncurl -s a\n# or from the other host\nssh b curl -s a', ['from here', 'from the other host'], ['# from here\ncurl -s a', '# or from the other host\nssh b curl -s a']],
    ['# from here\ncurl -s a\n# or with a tunnel\nssh -L 1:b:1 b\n# Then open the page', ['from here', 'with a tunnel'], ['# from here\ncurl -s a', '# or with a tunnel\nssh -L 1:b:1 b\n# Then open the page']],
    ['make token\n\n# Store it\ngcloud secrets add a \\\n  --data b\n\n# or AWS:\naws secret put a', ['Store it', 'AWS'], ['# Store it\ngcloud secrets add a \\\n  --data b\n', '# or AWS:\naws secret put a']],
    ['# Method A: SQL\nrestore a\ncheck a\n\n# Method B: dump\nrestore b\n\n# 3. Start\nstart', ['Method A: SQL', 'Method B: dump'], ['# Method A: SQL\nrestore a\ncheck a\n', '# Method B: dump\nrestore b\n']],
    ['# Linux\napt install a\n# macOS\nbrew install a', ['Linux', 'macOS'], ['# Linux\napt install a', '# macOS\nbrew install a']],
    ['# Install it\napt install a # Debian\ndnf install a # RHEL\n\n# Start it\nsystemctl start a', ['Debian', 'RHEL'], ['# Install it\napt install a # Debian', 'dnf install a # RHEL']],
    ['# Restore (choose one)\n\n# from the dump\nrestore a\n\n# from the snapshot\nrestore b', ['from the dump', 'from the snapshot'], ['# Restore (choose one)\n\n# from the dump\nrestore a\n', '# from the snapshot\nrestore b']],
    ['# Choose one of the following\n# Restart\nrestart a\n# Delete\ndelete a', ['Restart', 'Delete'], ['# Choose one of the following\n# Restart\nrestart a', '# Delete\ndelete a']],
  ])('%s', (code, labels, codes) => {
    expect(choices(block(code))).toEqual([labels]);
    expect(runs(block(code)).flat()).toEqual(codes);
    expect(commands(read(block(code))).map((step) => step.code.text).join('\n').trim()).toBe(code);
  });

  it.each([
    ['words that go on in the next line', '# Choose one\n# of those that are free, and note it\nNODE=a\ndrain $NODE'],
    ['a comment with more to say, and a command that is switched off', 'kubectl rollout undo deploy/a\n#    Or, to a revision:\n#    make rollback REV=2\nkubectl get pods'],
    ['a comment at the end', 'ls\n# or look at the panel'],
    ['"or" within a loop', 'for a in b; do\n  c\n  # or\n  d\ndone\ne'],
    ['one method alone', '# Method A\na\n# Then\nb'],
    ['remarks on one platform, and on what each is for', 'apt install a # Debian\nmake logs # for logs\nmake pages # for pages'],
  ])('none: %s', (_name, code) => {
    expect(choices(block(code))).toEqual([]);
    expect(commands(read(block(code)))).toHaveLength(1);
  });

  it.each(['# On Debian\nservice web restart\n# On RHEL\nsystemctl restart web', 'service web restart # on Debian\nsystemctl restart web # on RHEL'])('what names a choice is not asked again: %j', (code) =>
    expect(commands(read(block(code))).flatMap(({ pieces }) => pieces.flatMap(({ doubts }) => doubts))).toEqual([]));

  it('each part stands on its own lines of the file', () => {
    const runbook = read(block('first\n\n# Option A\na\n\n# Option B\nb'));
    expect(commands(runbook).map(({ span, id }) => [id, span.start.line])).toEqual([['do-1', 5], ['do-2', 8], ['do-3', 11]]);
  });
});

describe('sections by the way that they go', () => {
  const two = (first: string, second: string): string => `# X\n\n## ${first}\n\n'''sh\na\n'''\n\n## ${second}\n\n'''sh\nb\n'''\n`;
  it('are a choice', () => expect(choices(two('Automated Rollback Procedure', 'Manual rollback procedure (slow)'))).toEqual([['Automated Rollback Procedure', 'Manual rollback procedure (slow)']]));
  it.each([['Automated checks', 'Manual checks'], ['Automated failover', 'Manual restore']])('none: %s, %s', (first, second) => expect(choices(two(first, second))).toEqual([]));
});

describe('sections that are each for a trouble of their own', () => {
  const two = (around: string, symptoms: string): string => `# X\n\n## ${around}\n\n### 1. State\n\n${symptoms}\n\n'''sh\na\n'''\n\n### 2. Lock\n\n${symptoms}\n\n'''sh\nb\n'''\n`;
  it.each([['Scenarios', 'Do it:'], ['Disaster scenarios', 'Do it:'], ['Common tasks', 'Do it:'], ['Steps', '**Symptoms:**\n- it fails'], ['Steps', '**Symptom**: it fails'], ['Steps', 'Symptoms: it fails'], ['Steps', '#### Symptoms\n\nIt fails'], ['Common causes & solutions', 'Do it:'], ['Common fixes', 'Do it:']])('%s, %j', (around, symptoms) => {
    const { alternatives } = read(two(around, symptoms));
    expect(alternatives).toMatchObject([{ menu: true, choices: [{ label: '1. State', steps: [0] }, { label: '2. Lock', steps: [1] }] }]);
  });
  it.each([['Steps', 'Do it:'], ['Scenario', 'Do it:'], ['Steps', 'The symptoms are gone:']])('none: %s, %j', (around, symptoms) => expect(choices(two(around, symptoms))).toEqual([]));
  it('sections that begin with when each is for, unless they are numbered', () => {
    const ways = (first: string, second: string): string => `# X\n\n## Procedures\n\n### ${first}\n\n**When:** one node is lost.\n\n'''sh\na\n'''\n\n### ${second}\n\n**When:** all are lost.\n\n'''sh\nb\n'''\n`;
    expect(read(ways('(a) Rejoin — quorum survives', '(b) Seed')).alternatives.map(({ menu }) => menu)).toEqual([true]);
    expect(choices(ways('1. Rejoin', '2. Seed'))).toEqual([]);
  });
  it('sections called by what there is too much of', () => {
    const text = "# X\n\n## Images taking too much space\n\n'''sh\na\n'''\n\n## Log files growing too large\n\n'''sh\nb\n'''\n";
    expect(read(text).alternatives.map(({ menu }) => menu)).toEqual([true]);
  });
  it('symptoms below what is done are none of the section', () => {
    const looks = "### 1. Find the fault\n\n'''sh\nls\n'''\n\n**Symptoms:**\n\nIt is slow.\n\n### 2. Replay lost mail\n\n'''sh\nb\n'''\n";
    expect(choices(`# X\n\n## Steps\n\n${looks}`)).toEqual([]);
  });
  it('under the title too, beside sections of another kind', () => {
    const text = "# X\n\n## Look\n\n'''sh\nz\n'''\n\n## Disk full\n\n**Symptoms:** a\n\n'''sh\na\n'''\n\n## No memory\n\n**Symptoms:** b\n\n'''sh\nb\n'''\n";
    expect(choices(text)).toEqual([['Disk full', 'No memory']]);
  });
});

describe('a file or a section that is a collection of procedures', () => {
  const under = (title: string, around: string, ...headings: readonly string[]): string => `# ${title}\n\n## ${around}\n\n${headings.map((heading) => `### ${heading}\n\n'''sh\na\n'''\n`).join('\n')}`;
  it.each([['Restore procedures', 'From a dump', 'Staging from production'], ['Database operations', 'Vacuum', 'Grow the disk'], ['User management', 'Add a user', 'Delete a user'], ['4. Managing retention', 'Freeze old indices', 'Drop old indices'], ['Common 502 / 503 errors', 'Upstream', 'Certificates'], ['Daily tasks', 'Empty the queue', 'Move the logs'], ['Recovery procedures', 'Restore from backup', 'Re-initialize the schema'], ['Recovery procedures', 'Full recovery (all nodes down)', 'Restore from backup']])('%s: %s, %s', (around, ...headings) =>
    expect(read(under('X', around, ...headings)).alternatives).toMatchObject([{ menu: true, choices: headings.map((label) => ({ label })) }]));
  it.each([['Platform-specific rollbacks', 'Railway', 'VPS with Docker'], ['Rollback by platform', 'Heroku', 'Docker Compose']])('%s: %s, %s', (around, ...headings) => expect(read(under('Rollback', around, ...headings)).alternatives).toMatchObject([{ menu: true, choices: headings.map((label) => ({ label })) }]));
  it.each([['Make a pod', 'Pod for MySQL', 'Pod for Postgres'], ['Log in', 'Logging in with the CLI', 'Logging in with the API']])('the same for two products: %s: %s, %s', (around, ...headings) => expect(choices(under('X', around, ...headings))).toEqual([headings]));
  it.each([[false, 'Roll back via UI', 'Roll back via CLI'], [false, 'Reset it in the console', 'Reset it with SQL'], [true, 'Pod for MySQL', 'Pod for Postgres']])('by two means is one of both, for two products any number (%s): %s, %s', (menu, ...headings) => expect(read(under('X', 'Do', ...headings)).alternatives).toMatchObject([{ menu }]));
  it('counted ones are a row', () => expect(choices(under('X', 'Do', '1. Roll back via UI', '2. Roll back via CLI'))).toEqual([]));
  it.each([['Make pods', 'Pod for the shop', 'Pod for the store'], ['Do', 'Install the driver for MySQL', 'Load the data for Postgres']])('none: %s: %s, %s', (around, ...headings) => expect(choices(under('X', around, ...headings))).toEqual([]));
  it.each([['Restore procedures', '1. Stop', '2. Load'], ['Operations', 'Stop', 'Load'], ['Upgrade', 'Stop', 'Load'], ['Restore procedures', 'Before you begin', 'From a dump'], ['Restore procedures', 'From a dump', 'If it fails'], ['Recovery procedures', 'Diagnosis', 'Recovery steps']])('none: %s: %s, %s', (around, ...headings) =>
    expect(choices(under('X', around, ...headings))).toEqual([]));

  const titled = (title: string, ...headings: readonly string[]): string => `# ${title}\n\n${headings.map((heading) => `## ${heading}\n\n'''sh\na\n'''\n`).join('\n')}`;
  it.each(['The shop: operations runbook', 'Alert runbooks', 'Useful commands', 'Store cheat sheet', 'Ops manual'])('the title says so: %s', (title) => expect(choices(titled(title, 'Prerequisites', 'Deploy it', 'Empty the queue', 'Verification'))).toEqual([['Deploy it', 'Empty the queue']]));
  it('sections called procedures or instructions are among them', () => expect(choices(titled('Operations runbook', 'Daily operations', 'Deployment procedures', 'Scaling instructions', 'Immediate actions'))).toEqual([['Daily operations', 'Deployment procedures', 'Scaling instructions']]));
  it.each([['Restore the shop', 'Stop it', 'Load it'], ['The shop: operations runbook', 'Diagnosis', 'Mitigation'], ['The shop: operations runbook', '1. Stop it', '2. Load it']])('the title does not: %s', (...words) => expect(choices(titled(words[0]!, ...words.slice(1)))).toEqual([]));

  it.each([['Store completely down', 'Store out of memory'], ['High latency', 'Too many connections (pool)'], ['Lock stuck', 'Migration failures'], ['Queue not draining', 'Disk full'], ['Pod-Level Issues', 'Image Issues on the Node'], ['Disk full on the primary', 'Queue full alert'], ['Sync failures', 'Import errors'], ['Deploy not working', 'Restore job stuck in pending'], ['1. Build errors', '2. Mount problems (NFS)'], ['Query node down', 'Upgrade failed'], ['Scale job stuck', 'Search is unavailable'], ['Alloy not shipping logs', 'Chunks not landing'], ['502 Bad Gateway', '503 Service Unavailable', 'Backend slow start']])('troubles by name: %s, %s', (...headings) =>
    expect(choices(under('X', 'Resolution steps', ...headings))).toEqual([headings]));
  it.each([['Mitigation', 'Heap of the index', 'Replica behind'], ['Remediation', 'Full-text index', 'Mail queue']])('below %s, where they are no orders: %s, %s', (around, ...headings) => expect(choices(under('X', around, ...headings))).toEqual([headings]));
  it.each([['Mitigation', '1. Heap', '2. Replica'], ['Mitigation', 'Drain the node', 'Move the queue'], ['Mitigation', 'Draining the node', 'Moving the queue'], ['Mitigation', 'Heap of the index', 'Verification'], ['Mitigation', 'Immediate fix', 'Permanent fix'], ['Steps', 'Heap of the index', 'Replica behind']])('none below %s: %s, %s', (around, ...headings) => expect(choices(under('X', around, ...headings))).toEqual([]));
  it('none where they hold nothing to run, and one without anything to do is no choice', () => {
    expect(choices("# X\n\n## Later tasks\n\n### Within an hour\n\n- [ ] Look\n\n### Within a day\n\n- [ ] Tell\n")).toEqual([]);
    expect(choices("# X\n\n## Fix\n\n### Disk full\n\n'''sh\na\n'''\n\n### Queue stuck\n\nTell us.\n\n### Lock stuck\n\n1. Look.\n")).toEqual([['Disk full', 'Lock stuck']]);
  });
  it.each([['Check that it is down', 'Find what is slow'], ['1. Confirm that the primary is down', '2. Check the lag'], ['Step 1: Verify the disk is full', 'Step 2: Find what is slow'], ['Phase 1: Confirm that the primary is down', 'Phase 2: Check that the replica is broken'], ['High availability', 'Low priority'], ['Look for errors', 'Disk full'], ['Full copy', 'Full-text index'], ['Clear failures', 'Simulate a node failure'], ['Scale workers down', 'Restart crashed pods'], ['Scaling down the pool', 'Shutting the old one down'], ['Migrate down', 'To write it down'], ['Search for errors', 'Search logs for failures'], ['Survive the outage', 'Kill slow queries'], ['Not using Docker', 'Not including the cache']])('no troubles: %s, %s', (...headings) => expect(choices(under('X', 'Resolution steps', ...headings))).toEqual([]));
});

describe('items of a list that are named as options', () => {
  it('are a choice, with all that they hold', () => {
    expect(runs("# X\n\n## Do\n\n1. **Look**:\n   '''sh\n   a\n   '''\n2. **Option A: Restart it**:\n   '''sh\n   b\n   '''\n3. **Option B: Empty it**:\n   '''sh\n   c\n   '''\n4. **Look again**:\n   '''sh\n   d\n   '''\n")).toEqual([['b'], ['c']]);
  });

  it('without commands they are none', () => expect(choices('# X\n\n- **Option A:** wait\n- **Option B:** call\n')).toEqual([]));
});

describe('headings whose blocks set the same variables', () => {
  const settings = (...parts: readonly string[]): string => `# X\n\n## Set\n\n${parts.join('\n')}\n`;
  const disk = (name: string, code: string): string => `**${name}**\n\n'''sh\n${code}\n'''\n`;

  it('are a choice, and what stands below the last is for all of them', () => {
    const text = settings(disk('Old disks', 'DISK=/dev/sda\nPART=1'), disk('New disks', 'PART=p1\nDISK=/dev/nvme0n1'), "Look at it:\n\n'''sh\necho $DISK\n'''\n");
    expect(choices(text)).toEqual([['Old disks', 'New disks']]);
    expect(runs(text)).toEqual([['DISK=/dev/sda\nPART=1'], ['PART=p1\nDISK=/dev/nvme0n1']]);
  });
  it.each([
    ['other variables', [disk('Old', 'A=1'), disk('New', 'B=1')]],
    ['something that runs', [disk('Old', 'A=1\nls $A'), disk('New', 'A=2\nls $A')]],
    ['more below the first', [disk('Old', 'A=1'), "'''sh\nls $A\n'''\n", disk('New', 'A=2')]],
    ['another heading between', [disk('Old', 'A=1'), disk('Look', 'ls $A'), disk('New', 'A=2')]],
  ])('none: %s', (_, parts) => expect(choices(settings(...parts))).toEqual([]));
});

describe('a heading that is another way than the one before it', () => {
  const under = (...headings: readonly string[]): string => `# X\n\n## Do\n\n${headings.map((heading) => `### ${heading}\n\n'''sh\na\n'''\n`).join('\n')}`;
  it('makes a choice of both, or of all', () => {
    expect(choices(under('Look', 'Restore the key from words', 'Or from the file'))).toEqual([['Restore the key from words', 'from the file']]);
    expect(choices(under('From words', 'Or from the file', 'Or, from the safe'))).toEqual([['From words', 'from the file', 'from the safe']]);
    expect(choices(under('Preparation in the console', 'Or with the CLI'))).toEqual([['Preparation in the console', 'with the CLI']]);
    expect([choices(under('Health check', 'Health check (alternative)')), choices(under('Preparation', 'Alternative: a new group'))]).toEqual([[['Health check', 'Health check (alternative)']], []]);
  });
  it.each([['Restore the shop with the automation script', 'Restore the shop by hand'], ['Restore with a script', 'Restore with the manual procedure'], ['Fail over automatically', 'Fail over manually']])('%s, %s', (...headings) => expect(choices(under(...headings))).toEqual([headings]));
  it.each([['Orders', 'Organise'], ['Restore with the team', 'Restore with the manual'], ['Look manually', 'Restore automatically'], ['Make a full backup', 'Start the new full node']])('none: %s, %s', (...headings) => expect(choices(under(...headings))).toEqual([]));
  it('or that calls itself the alternative', () => expect(choices(under('Quick unseal (recommended)', 'Slow unseal (alternative)'))).toEqual([['Quick unseal (recommended)', 'Slow unseal (alternative)']]));
  it('one that is first among its siblings is none', () => expect(choices(under('Or this'))).toEqual([]));
  it('bold lines over blocks in an item name products without a colon too', () => {
    const item = (first: string, second: string): string => `# X\n\n## Do\n\n1. Install it:\n\n   ${first}\n\n   '''sh\n   a\n   '''\n\n   ${second}\n\n   '''sh\n   b\n   '''\n`;
    expect(choices(item('**GRUB**', '**systemd-boot**'))).toEqual([['GRUB', 'systemd-boot']]);
    expect(choices(item('GRUB', 'systemd-boot'))).toEqual([]);
  });
});

describe('ways to do one thing', () => {
  const under = (heading: string, ...leads: readonly string[]): string => `# X\n\n## ${heading}\n\n${leads.map((lead) => `${lead}\n\n'''sh\na\n'''\n`).join('\n')}`;
  it.each([['Start/stop the shop', '- Start it:', '- Stop it:', '- Restart it:'], ['Enabling or disabling a user', 'Enable:', 'Disable:'], ['Lock and unlock', '- Lock the user:', '- Unlock the user:']])('a heading that speaks of all: %s', (heading, ...leads) =>
    expect(read(under(heading, ...leads)).alternatives).toMatchObject([{ menu: true, choices: leads.map((lead) => ({ label: lead.replace(/^- |:$/g, '') })) }]));
  it.each([['Stop and start the shop', '- Stop it:', '- Start it:'], ['The shop', '- Start it:', '- Look:'], ['Start/stop the shop', '- Look:', '- Look again:']])('none: %s', (heading, ...leads) => expect(choices(under(heading, ...leads))).toEqual([]));
  it('bold items over blocks that the list does not hold', () => {
    expect(choices("# X\n\n## Do\n\n1. There are a few options:\n\n- **usual option** (all of it)\n\n'''sh\na\n'''\nThat was it.\n\n- **quick option**\n\nOnly what differs:\n\n'''sh\nb\n'''\n")).toEqual([['usual option (all of it)', 'quick option']]);
  });
  it('headings that differ in parentheses that name a way', () => {
    const headed = (...headings: readonly string[]): string => `# X\n\n${headings.map((heading) => `## ${heading}\n\n'''sh\na\n'''\n`).join('\n')}`;
    expect(choices(headed('Move the topics (web page)', 'Move the topics (CLI)'))).toEqual([['Move the topics (web page)', 'Move the topics (CLI)']]);
    expect(choices(headed('Move the topics (CLI)', 'Move the queues (CLI)'))).toEqual([]);
    expect(choices(headed('Move the topics (5 min)', 'Move the topics (10 min)'))).toEqual([]);
  });
});

it('comments of one block: by itself, and by hand', () => {
  expect(choices("# X\n\n'''sh\n# Automatic: keep a week\nshopctl keep 7\n\n# Manual: delete one\nrm one\n'''\n")).toEqual([['Automatic: keep a week', 'Manual: delete one']]);
  expect(choices("# X\n\n'''sh\n# production\nshopctl up -p\n\n# development\nshopctl up\n'''\n")).toEqual([['production', 'development']]);
  expect(choices("# X\n\n'''sh\n# staging\nshopctl up -s\n\n# Production:\nshopctl up -p\n'''\n")).toEqual([]);
  expect(choices("# X\n\n'''sh\n# production\nshopctl off -p\n\n# staging\nshopctl up -s\n\n# production\nshopctl on -p\n'''\n")).toEqual([]);
  expect(choices("# X\n\n'''sh\n# Automatic backups are on\nls\n\n# Manual backups are not\nls\n'''\n")).toEqual([]);
});

describe('sections below a text that says they are to be chosen from', () => {
  const ACTS: readonly string[] = ['Restart the consumer', 'Purge the queue', 'Add consumers'];
  const COMMANDS = ['kubectl rollout restart deploy/consumer', 'rabbitmqctl purge_queue jobs', 'kubectl scale deploy/consumer --replicas=9'];
  const below = (sentence: string, headings: readonly string[] = ACTS, title = 'Change the queue', above = 'Procedure'): string =>
    `# ${title}\n\n## ${above}\n\n${sentence}\n\n${headings.map((heading, index) => `### ${heading}\n\n'''sh\n${COMMANDS[index % 3] ?? ''}\n'''\n`).join('\n')}\n## Verify\n\n'''sh\nrabbitmqctl list_queues\n'''\n`;
  const found = (text: string): readonly string[] => read(text).alternatives.map(({ menu, choices: { length } }) => `${menu ? 'menu' : 'one'} of ${length}`);

  it.each(['You have three choices.', 'There are three options:', 'Choose one of the following.', 'Only one of these is needed.', 'Run one of these and leave the others alone.', 'One of these is for the EU, the others are for the US.', 'You can do one of three things:', 'Use either method.', 'You never need more than one.', 'You have three choices. All of them cost a minute.', 'You have three choices. Read all of them.', 'You have three choices. Avoid all of them by day.', 'There are three options. Review all three, then decide.'])('one: "%s"', (sentence) =>
    expect(found(below(sentence))).toEqual(['one of 3']));
  it.each([
    'Pick whichever fits.', 'Depending on the cause:', 'Which one you need depends on what you saw.', 'Possible remedies:', 'The on-call has these levers:', 'Use the section that matches the error.', 'Usage: run the block for your environment.', 'Only run the commands of the affected region.',
    'Try these in order until the queue moves.', 'Stop as soon as one of them works.', 'Three approaches, from least to most disruptive:', 'Not all of these are needed every time.', 'A purge is the last resort.', 'Things you can try:', 'These have helped before:',
  ])('any number, one at a time: "%s"', (sentence) => expect(found(below(sentence))).toEqual(['menu of 3']));
  it.each([
    'Do all three of the following.', 'Do these in order.', 'The procedure has three parts.', 'This depends on the size of the queue.', 'The queue is stuck for one of two reasons.', 'Set the following options first.', 'Run this from the bastion.', 'Each of these must be done once.',
    'You have three choices. Do all of them.', 'There are three options. All of them are needed.', 'There are three ways. Run all three, one after the other.', 'Follow the steps below. Stop as soon as one of them fails.', 'The copy has worked in the past.', 'The command options are explained in the wiki.', 'Depending on the load this takes ten minutes.', 'One of them keeps its data, the other one loses it.',
  ])('none: "%s"', (sentence) => expect(found(below(sentence))).toEqual([]));

  it('a file called no more than "Maintenance" is a collection, unless a section puts back what another did', () => {
    const sections = (...headings: readonly string[]): readonly string[] => found(`# Maintenance\n\n${headings.map((heading) => `## ${heading}\n\n'''sh\nfrob\n'''\n`).join('\n')}`);
    expect(sections('Go - Update', 'Geth - Pruning')).toEqual(['menu of 2']);
    expect(sections('Stop the shop', 'Update the system', 'Start the shop')).toEqual([]);
    expect(sections('Drain the node', 'Reboot', 'Uncordon the node')).toEqual([]);
  });
  it('a heading announces them too, a number that does not fit makes no choice of one, and numbered sections are a sequence', () => {
    expect(found(below('', ACTS, 'Change the queue', 'Remediation options'))).toEqual(['menu of 3']);
    expect(found(below('There are two ways to do this.'))).toEqual(['menu of 3']);
    expect(found(below('There are several ways to do this.', ['1. Restart it', '2. Purge it', '3. Add some']))).toEqual([]);
    expect(found(below('There are three ways to do this.', ['1. Restart it', '2. Purge it', '3. Add some']))).toEqual(['one of 3']);
  });

  it('what the text announces right before a block of its own is that block', () => {
    expect(found(below("There are two ways to look:\n\n'''sh\nls\n'''"))).toEqual([]);
  });

  it('orders below a mitigation or a trouble are ways out of it, if two of them destroy', () => {
    expect(found(below('', ACTS, 'Change the queue', 'Mitigation'))).toEqual(['menu of 3']);
    expect(found(below('', ACTS, 'Runbook', 'The queue is stuck'))).toEqual(['menu of 3']);
    expect(found(below('', ['Restart the consumer'], 'Change the queue', 'Mitigation'))).toEqual([]);
  });

  it.each([
    ['are to be done in turn', 'Do these in order.', ACTS],
    ['count', '', ['1. Restart the consumer', '2. Purge the queue']],
    ['tell their turn', '', ['Restart the consumer', 'Then purge the queue']],
    ['put back what another did', '', ['Stop the consumer', 'Purge the queue', 'Start the consumer']],
  ])('they are a sequence where they %s', (_why, sentence, headings) => expect(found(below(sentence, headings, 'Change the queue', 'Mitigation'))).toEqual([]));
});

describe('`<details>` that follow each other', () => {
  const folds = (...names: readonly string[]): string => names.map((name) => `<details>\n<summary>${name}</summary>\n\nDo it:\n\n'''sh\n./do ${name.length}\n'''\n\n</details>\n`).join('');

  it.each<[above: string, names: readonly string[]]>([
    ['## Do', ['macOS', 'Linux']],
    ['## Do', ['Option 1: by hand', 'Option 2: with the tool']],
    ['You have two options:', ['Purge', 'Move']],
    ['Pick one:', ['Fast', 'Safe', 'Slow']],
  ])('%s %j are a choice', (above, names) => {
    expect(choices(`# X\n\n${above}\n\n${folds(...names)}\nLast:\n\n'''sh\nls\n'''\n`)).toEqual([names]);
  });

  it.each<[above: string, names: readonly string[]]>([
    ['## Do', ['Stop it', 'Start it']],
    ['Do this:', ['Stop it', 'Start it']],
    ['You have two options:', ['Purge']],
  ])('%s %j are none', (above, names) => {
    expect(choices(`# X\n\n${above}\n\n${folds(...names)}`)).toEqual([]);
  });
});
