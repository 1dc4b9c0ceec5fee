import { describe, expect, it } from 'vitest';
import { commands, fixture, read, values } from '../read.ts';

const roleOf = (heading: string, title = 'Restart the api'): string | undefined => read(`# ${title}\n\n## ${heading}\n\n'''sh\nls\n'''\n\n## Do it\n\n'''sh\nls\n'''\n`).sections.find((section) => section.heading === heading)?.role;

describe('the role of a section is read from its heading', () => {
  it.each([
    ['When to use', 'purpose'], ['Overview', 'purpose'], ['Meaning', 'purpose'], ['Symptoms', 'purpose'], ['Impact', 'purpose'],
    ['Pre-flight (≤ 60 s)', 'prerequisites'], ['Prerequisites', 'prerequisites'], ['Before you begin', 'prerequisites'],
    ['Steps', 'procedure'], ['Mitigation', 'procedure'], ['Diagnosis', 'procedure'], ['Restart the workers', 'procedure'],
    ['Verification', 'verification'], ['Verify recovery', 'verification'], ['Exit criteria', 'verification'],
    ['If it fails', 'contingency'], ['If the pod does not come up', 'contingency'], ['Troubleshooting', 'contingency'], ['Rollback', 'contingency'],
    ['Communications', 'communication'], ['Audit + comms', 'communication'],
    ['Escalation', 'escalation'], ['Execution history', 'history'], ['Drill log', 'history'],
    ['Table of contents', 'reference'], ['Related', 'reference'], ['Appendix', 'reference'], ['Useful links', 'reference'],
  ])('%s: %s', (heading, role) => expect(roleOf(heading)).toBe(role));

  it('Rollback is what a rollback runbook does', () => expect(roleOf('Rollback', 'Roll back a release')).toBe('procedure'));
  it('a numbered step is something to do, whatever it speaks of', () => expect(roleOf('Step 4: update references')).toBe('procedure'));
  it('and so is an option', () => expect(roleOf('Option A: the dashboard (preferred)')).toBe('procedure'));
  it.each([['What happens', 'purpose'], ['What it does', 'purpose'], ['What this does', 'purpose'], ['What happens if it fails', 'procedure']])('%s: %s', (heading, role) => expect(roleOf(heading)).toBe(role));
  it('says which words gave the role', () => expect(read('# X\n\n## Before you begin\n').sections.at(-1)).toMatchObject({ roleFrom: 'Before you begin' }));

  it('what stands under a contingency belongs to it', () => {
    const { sections } = read('# X\n\n## If it fails\n\n### Verify again\n\n## Do\n\n1. a\n');
    expect(sections.find(({ heading }) => heading === 'Verify again')?.role).toBe('contingency');
  });

  it('a runbook of troubleshooting alone is a procedure', () => {
    expect(read("# Alert\n\n## Meaning\n\nx\n\n## Troubleshooting\n\n'''sh\nls\n'''\n").sections.at(-1)?.role).toBe('procedure');
  });

  it('troubleshooting beside symptoms, for one trouble of several, is what is done about it', () => {
    const trouble = (heading: string): string => `## ${heading}\n\n### Symptoms\n\n- it hangs\n\n### Troubleshooting steps\n\n'''sh\nls\n'''\n`;
    const { sections, alternatives } = read(`# X\n\n${trouble('Routing problems')}\n${trouble('Certificate issues')}\n## Look\n\n'''sh\nps\n'''\n`);
    expect(sections.filter(({ heading }) => heading.startsWith('Trouble')).map(({ role }) => role)).toEqual(['procedure', 'procedure']);
    expect(alternatives.map(({ menu }) => menu)).toEqual([true]);
    expect(read("# X\n\n## Symptoms\n\n- it hangs\n\n## Steps\n\n'''sh\nps\n'''\n\n## Troubleshooting\n\n'''sh\nls\n'''\n").sections.at(-1)?.role).toBe('contingency');
  });

  it('numbered places in an introduction are no steps', () => {
    expect(read("# X\n\nWe run three things, namely\n\n1. a\n2. b\n\n## Steps\n\n1. c\n").steps.map(({ title }) => title)).toEqual(['c']);
  });
});

describe('bold lines', () => {
  it('that stand alone are headings', () => {
    const { sections, steps } = read("# X\n\n## Do\n\n**Step 1: log in**\n\n'''sh\nls\n'''\n\n**Step 2: look**\n\n'''sh\nps\n'''\n");
    expect(sections.map(({ heading, depth }) => `${depth} ${heading}`)).toEqual(['1 X', '2 Do', '7 Step 1: log in', '7 Step 2: look']);
    expect(steps.map(({ headings }) => headings)).toEqual([['Do', 'Step 1: log in'], ['Do', 'Step 2: look']]);
  });

  it('in italics too', () => expect(read('# X\n\n***Troubleshooting***\n\ntext\n\n*said* **so**\n\ntext\n').sections.map(({ heading }) => heading)).toEqual(['X', 'Troubleshooting']));

  it('that are sentences or warnings are none', () => {
    expect(read('# X\n\n**Do not touch the primary.**\n\n**Warning**\n\ntext\n').sections.map(({ heading }) => heading)).toEqual(['X']);
  });
});

it('a way out stays one beside bullets with blocks of another console', () => {
  const other = '## Do\n\n- Start it:\n\n  ```sql\n  SELECT 1;\n  ```\n';
  expect(read(`# X\n\n${other}\n## Troubleshooting\n\n'''sh\nls\n'''\n`).steps.map(({ role }) => role)).toEqual(['contingency']);
  expect(read("# X\n\n## Do\n\nWords.\n\n## Troubleshooting\n\n'''sh\nls\n'''\n").steps.map(({ role }) => role)).toEqual(['procedure']);
});

describe('alternatives', () => {
  it('are siblings named as choices', () => {
    const runbook = fixture('failover.md');
    expect(runbook.alternatives.map(({ choices }) => choices.map(({ label }) => label.slice(0, 6)))).toEqual([['Path A', 'Path B', 'Path C']]);
    expect(runbook.steps.filter(({ alternative }) => alternative !== null).map(({ alternative }) => alternative?.choice)).toEqual([0, 1, 2]);
  });

  it.each([['Option A', 'Option B'], ['Alternative 1', 'Alternative 2'], ['Method 1: by hand', 'Method 2: by script'], ['Console method', 'Command-line method'], ['Procedure: drain a node', 'Procedure: rotate a certificate']])('%s and %s', (first, second) => {
    expect(read(`# X\n\n## ${first}\n\n1. a\n\n## ${second}\n\n1. b\n`).alternatives).toHaveLength(1);
  });

  it('a collection of procedures is a menu: any number, one at a time', () => expect(read('# X\n\n## Check\n\n## Procedure: drain a node\n\n## Procedure: rotate a certificate\n').alternatives).toMatchObject([{ menu: true, choices: [{ label: 'Procedure: drain a node' }, { label: 'Procedure: rotate a certificate' }] }]));

  it.each([['Issue 1: Pods restart', 'Issue 2: Queue grows'], ['Resolution 1: Pool empty', 'Resolution 2: Slow query'], ['SOP 1: Rotate', 'SOP 2: Merge'], ['Fix 1: Restart', 'Fix 2: Move it away'], ['Runbook 1: API', 'Runbook 2: Queue'], ['Incident 1 - Disk', 'Incident 2 - Net'], ['1. Problem 1: A', '2. Problem 2: B']])('%s and %s are a menu though they are counted', (first, second) => {
    expect(read(`# X\n\n## Check\n\n## ${first}\n\n'''sh\na\n'''\n\n## ${second}\n\n'''sh\nb\n'''\n`).alternatives).toMatchObject([{ menu: true, choices: [{ label: first }, { label: second }] }]);
  });

  it('a procedure or a step that is counted is none', () => expect(read("# X\n\n## Procedure 1: stop\n\n'''sh\na\n'''\n\n## Procedure 2: start\n\n'''sh\nb\n'''\n").alternatives).toEqual([]));
  it('one alone, or steps, are none', () => expect(read('# X\n\n## Option A\n\n## Step 1\n\n## Step 2\n\n## Procedure 1 — scan\n\n## Procedure 2 — test\n').alternatives).toEqual([]));
});

describe('sections for some targets', () => {
  const applies = (section: string): readonly unknown[] => values(read(`# X\n\n**System:** shop-api-prod · shop-api-staging · shop-jobs-*\n\n${section}`).sections.at(-1)!.appliesTo);

  it('opening text with globs', () => expect(applies('## Slugs\n\nThe way for apps with slugs: `shop-api-*` and nothing else.\n')).toEqual(['shop-api-*']));
  it('a heading with a name', () => expect(applies('## On shop-api-prod\n\nwords\n')).toEqual(['shop-api-prod']));
  it('a glob beside the known ones', () => expect(applies('## Velvet\n\n`shop-velvet-*` and what comes after it.\n')).toEqual(['shop-velvet-*']));
  it('an exception leaves the others', () => expect(applies('## All\n\nFor everything except `shop-jobs-*`.\n')).toEqual(['shop-api-prod', 'shop-api-staging']));
  it('a name in a command, or no name, limits nothing', () => expect(applies('## All\n\nRun `ps -a shop-api-prod` first.\n')).toEqual([]));
  it('steps in them carry the globs', () => {
    const runbook = read("# X\n\n**System:** shop-api-prod, shop-jobs-*\n\n## Jobs\n\nOnly `shop-jobs-*`.\n\n### Look\n\n'''sh\nls\n'''\n");
    expect(values(commands(runbook)[0]!.appliesTo)).toEqual(['shop-jobs-*']);
  });
});

it('a callout is told in its words, without the commands that stand in it', () => {
  const { callouts, steps } = read('# R\n\n## Do\n\n!!! danger "Only once"\n\n    ```bash\n    one\n    ```\n\n!!! note\n\n    ```bash\n    two\n    ```\n');
  expect(callouts.map(({ text }) => text)).toEqual(['Only once']);
  expect(steps).toHaveLength(2);
});
