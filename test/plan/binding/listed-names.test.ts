import { expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../../src/plan/index.ts';

const text = (code: string, [staging, prod]: readonly [string, string] = ['esd1-stg, esd2-stg, log1', 'esd1, esd2, log1'], fence = 'bash'): string =>
  `# Take a node out\n\n| Cluster | Nodes |\n| --- | --- |\n| logs-staging | ${staging} |\n| logs-prod | ${prod} |\n\n## Steps\n\n\`\`\`${fence}\n${code}\n\`\`\`\n`;
const planned = (file: string, target?: string) => planRun(parseRunbook(file, { path: 'x.md' }), { ...EMPTY_REQUEST, ...(target === undefined ? {} : { target }) }).plan;
const unbound = (file: string, target: string) => planned(file, target).steps.flatMap(({ code, unboundHosts }) => [code, ...unboundHosts]);

it.each(['ssh esd2 sudo systemctl stop es', 'shopctl exclude \'{"name":"esd2"}\'', 'ssh root@esd2 reboot'])('a name that another target lists may not belong to the chosen one: %s', (code) => {
  expect(unbound(text(code), 'logs-prod')).toEqual([code]);
  expect(unbound(text(code), 'logs-staging')).toEqual([code, 'esd2']);
});

it.each<readonly [string, string]>([['esd1-stg · esd2-stg', 'esd1 · esd2'], ['`esd1-stg`, `esd2-stg`', '`esd1`, `esd2`'], ['esd1-stg<br>esd2-stg', 'esd1<br>esd2'], ['esd1-stg and esd2-stg', 'esd1, esd3 and esd2'], ['esd1-stg', 'esd1, esd2'], ['10.0.0.1, 10.0.0.2', 'esd1, esd2']])('however they are listed: %s beside %s', (staging, prod) => {
  expect(unbound(text('ssh esd2 reboot', [staging, prod]), 'logs-staging').slice(1)).toEqual(['esd2']);
});

it('a name that both list belongs to both', () => expect(unbound(text('ssh log1 reboot'), 'logs-staging')).toEqual(['ssh log1 reboot']));
it('the chosen one has the hosts that its row lists', () => {
  expect(unbound(text('curl http://esd1-stg:9200/ --resolve esd2'), 'logs-staging').slice(1)).toEqual(['esd2']);
});
it('words, numbers and versions are no names', () => {
  for (const [staging, prod] of [['slow, cheap', 'fast, costly'], ['9092, 9093', '9192, 9193'], ['1.2, 1.3', '2.1, 2.2']] as const) expect(unbound(text('shopctl set fast 9192 2.1', [staging, prod]), 'logs-staging').slice(1)).toEqual([]);
});
it('such a name makes the target a question', () => expect(planned(text('ssh esd2 reboot')).questions.map(({ kind }) => kind)).toEqual(['target']));
it('a list without blanks is replaced as a whole', () => expect(unbound(text('shopctl --brokers k1:9092,k2:9092', ['s1:9092,s2:9092', 'k1:9092,k2:9092']), 'logs-staging')).toEqual(['shopctl --brokers s1:9092,s2:9092']));
it('a place that a pin names is one too', () => {
  expect(unbound(text('reboot', undefined, 'bash {on=ssh:esd2}'), 'logs-staging')).toEqual(['reboot', 'esd2']);
  expect(unbound(text('reboot', undefined, 'bash {on=ssh:log1}'), 'logs-staging')).toEqual(['reboot']);
});
