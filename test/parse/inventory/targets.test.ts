import { describe, expect, it } from 'vitest';
import { at, commands, read, values } from '../read.ts';

const APPS = `
| App | URL | Region |
|---|---|---|
| shop-api-prod | https://shop-api-prod-a60a.example.com | eu-1 |
| shop-api-staging | https://shop-api-staging-1a19.example.com/ | eu-2 |
| shop-web-prod | https://web.shop.example/health | eu-1 |
`;
const withCode = (code: string, more = ''): ReturnType<typeof read> => read(`# X\n\n**System:** shop-jobs-*\n${APPS}\n## Do\n\n'''bash\n${code}\n'''\n${more}`);
const slots = (code: string): readonly string[] => commands(withCode(code))[0]!.slots.flatMap((slot) => (slot.kind === 'target' ? [`${slot.literal} = ${slot.target}.${slot.column ?? ''}`] : []));

describe('inventories', () => {
  it.each(['App', 'Application', 'Service', 'System', 'Host', 'Server', 'Cluster', 'Environment', 'Region', 'Tenant', 'Database', 'Name', 'Component', 'Target', 'Gateway', 'Router', 'Switch', 'Firewall', 'Load balancer', 'Broker', 'Machine', 'VM'])('a table whose first column is %s', (key) => {
    expect(read(`# X\n\n## Which\n\n| ${key} | URL |\n|---|---|\n| a-1 | https://a.example |\n| a-2 | https://b.example |\n`).inventories.map(({ rows }) => rows.map(({ name }) => name))).toEqual([['a-1', 'a-2']]);
  });
  it('the type of its machines is an attribute of a service', () => {
    expect(read('# X\n\n## Which\n\n| Service | Dyno type | Health |\n|---|---|---|\n| a-1 | web | https://a.example/up |\n').inventories).toHaveLength(1);
  });
  it.each([
    ['symptoms and fixes', '| Service | Symptom | Fix |\n|---|---|---|\n| api | slow | restart |'],
    ['switches of a program', '| Switch | Notes |\n|---|---|\n| verbose | says more |'],
    ['settings', '| Name | Type | Default |\n|---|---|---|\n| port | number | 80 |'],
    ['the same thing twice', '| Environment | Cluster |\n|---|---|\n| prod | a |\n| prod | b |'],
    ['sentences', '| Component | URL |\n|---|---|\n| the api of the shop | https://a.example |'],
  ])('no table of %s', (_, table) => expect(read(`# X\n\n## T\n\n${table}\n`).inventories).toEqual([]));
  it('no table in the history', () => expect(read('# X\n\n## Execution history\n\n| App | Date | Result |\n|---|---|---|\n| a | b | c |\n').inventories).toEqual([]));
  it('a table in a list item, links as addresses, marks gone', () => {
    const [inventory] = read('# X\n\n## Do\n\n1. Choose:\n\n   | **App** | Console |\n   |---|---|\n   | `a-1` | [open](https://a.example) |\n').inventories;
    expect(inventory).toMatchObject({ key: 'App', rows: [{ name: 'a-1', cells: { App: 'a-1', Console: 'https://a.example' } }] });
  });
});

describe('possible targets', () => {
  it('are the keys, then names and globs of the System line', () => {
    expect(withCode('ls').targets.map(({ name, glob, from }) => `${name} ${glob} ${from}`)).toEqual(['shop-api-prod false inventory', 'shop-api-staging false inventory', 'shop-web-prod false inventory', 'shop-jobs-* true system']);
  });
});

describe('bound literals', () => {
  it('a key, on word boundaries', () => expect(slots('heroku ps -a shop-api-prod --app=shop-api-prod; x shop-api-prod-a60a')).toEqual(['shop-api-prod = shop-api-prod.App', 'shop-api-prod = shop-api-prod.App']));
  it('a cell of its row', () => expect(slots('aws --region eu-2 -a shop-api-staging')).toEqual(['eu-2 = shop-api-staging.Region', 'shop-api-staging = shop-api-staging.App']));
  it('an address, also as the beginning of another', () => {
    expect(slots('curl https://shop-api-prod-a60a.example.com/ready')).toEqual(['https://shop-api-prod-a60a.example.com = shop-api-prod.URL']);
    expect(slots('curl https://shop-api-staging-1a19.example.com/ready')).toEqual(['https://shop-api-staging-1a19.example.com = shop-api-staging.URL']);
  });
  it('the host of an address', () => expect(slots('curl https://web.shop.example/ready')).toEqual(['web.shop.example = shop-web-prod.URL']));
  it('a whole word that a glob matches', () => expect(slots('docker push r.example/shop-jobs-eu/web')).toEqual(['shop-jobs-eu = shop-jobs-eu.']));
  it('of several rows with one cell the row that the command names', () => expect(slots('x eu-1 -a shop-web-prod')).toContain('eu-1 = shop-web-prod.Region'));
  it('nothing in comments or in names of commands', () => expect(slots('ls # shop-api-prod\nshop-api-prod')).toEqual([]));
  it('also in what is typed elsewhere, which is shown with the target', () => expect(slots('ssh db\nps shop-api-prod\nexit')).toEqual(['shop-api-prod = shop-api-prod.App']));
  it('know their place in the file', () => {
    const runbook = withCode('heroku ps -a shop-api-prod');
    expect(at(runbook, commands(runbook)[0]!.slots[0]!)).toBe('shop-api-prod');
  });
  it('in expectations too', () => {
    const [step] = commands(withCode('ls\n# Expected: "shop-api-prod is up"'));
    expect(step!.pieces[0]!.expectations[0]!.parts[0]!.slots).toMatchObject([{ literal: 'shop-api-prod', kind: 'target' }]);
  });
  it('hosts that belong to no cell are known for their piece', () => expect(commands(withCode('curl https://other.example/x'))[0]!.pieces[0]!.hosts.map(({ host }) => host)).toEqual(['other.example']));
});

describe('"For X:"', () => {
  const block = (lead: string): ReturnType<typeof commands> => commands(withCode('curl https://a.example -a shop-api-prod', `\n${lead}\n\n'''bash\ncurl https://b.example\n'''\n`));
  it.each(['For web:', 'For the web apps:', '#### For web:', '**For web:**', 'On web:'])('%s stands in for the block before it', (lead) => {
    expect(block(lead)[1]?.variant).toMatchObject({ word: 'web', of: 0 });
  });
  it('a second variant stands in for the same block', () => {
    const found = commands(withCode('ls', "\nFor web:\n\n'''sh\nps\n'''\n\nFor jobs:\n\n'''sh\nwho\n'''\n"));
    expect(found.map(({ variant }) => variant?.of ?? null)).toEqual([null, 0, 0]);
  });
  it.each(['For example:', 'For macOS:', 'For now:'])('%s names no target', (lead) => expect(block(lead)[1]?.variant ?? null).toBeNull());
});

describe('the target as a parameter', () => {
  it('<app> is the target where the key column is App', () => expect(withCode('ps -a <app> <region>').parameters.map(({ name, column }) => [name, column])).toEqual([['app', ''], ['region', 'Region']]));
  it('is nothing of the kind without an inventory', () => expect(read("# X\n\n## Do\n\n'''sh\nps -a <app>\n'''\n").parameters.map(({ column }) => column)).toEqual([null]));
  it('System names alone are targets', () => expect(values(read('# X\n\n**System:** a-1, the big one, b-2\n\n## Do\n').targets.map(({ name }) => ({ value: name })))).toEqual(['a-1', 'b-2']));
});
