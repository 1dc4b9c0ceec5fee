import { describe, expect, it } from 'vitest';
import type { Pins } from '../../../src/model/index.ts';
import { at, commands, read } from '../read.ts';

const fence = (attributes: string): ReturnType<typeof read> => read(`# X\n\n## Do\n\n'''bash ${attributes}\nls\n'''\n`);
const plain = (pins: Pins): Record<string, unknown> => Object.fromEntries(Object.entries(pins).map(([key, pin]) => [key, (pin as { value: unknown }).value]));
const findings = (runbook: ReturnType<typeof read>): readonly string[] => runbook.diagnostics.map((diagnostic) => `${diagnostic.rule} ${diagnostic.severity}: ${at(runbook, diagnostic)}`);

describe('pins', () => {
  it.each([
    ['name=verify', { name: 'verify' }], ['title="Look twice"', { title: 'Look twice' }], ['interactive', { interactive: true }], ['interactive=false', { interactive: false }],
    ['follow=true', { follow: true }], ['background=true', { background: true }], ['cwd=/srv/app', { cwd: '/srv/app' }], ['timeout=2m', { timeout: 120_000 }], ['retry=5', { retry: 5 }],
    ['every=3s', { every: 3000 }], ['expect=/^200$/', { expect: '/^200$/' }], ['expect="up again"', { expect: 'up again' }], ['destructive=false', { destructive: false }], ['effect=changes', { effect: 'changes' }],
    ['applies=api-*,web', { applies: ['api-*', 'web'] }], ['capture=bad-release:/Current: (v\\d+)/', { capture: [{ parameter: 'bad-release', pattern: 'Current: (v\\d+)', flags: '' }] }],
    ['pattern=release:/v\\d+/,ticket:/OPS-\\d+/', { pattern: [{ parameter: 'release', pattern: 'v\\d+' }, { parameter: 'ticket', pattern: 'OPS-\\d+' }] }],
    ['secret=TOKEN', { secret: ['TOKEN'] }], ['errexit=false', { errexit: false }], ['pipefail=true', { pipefail: true }], ['exit=0,1', { exit: [0, 1] }], ['excludeFromRunAll=true', { excludeFromRunAll: true }],
    ['ignore=true', { ignore: true }], ['promptEnv=never', { promptEnv: 'never' }], ['tag=smoke,db', { tag: ['smoke', 'db'] }], ['interpreter=bash', { interpreter: 'bash' }],
  ])('%s', (text, pins) => {
    const inFence = fence(`{${text}}`);
    expect(plain(inFence.steps[0]!.pins)).toEqual(pins);
    const inComment = read(`# X\n\n## Do\n\n<!-- runbook: ${text} -->\n\n'''bash\nls\n'''\n`);
    expect(plain(inComment.steps[0]!.pins)).toEqual(pins);
    expect([...inFence.diagnostics, ...inComment.diagnostics]).toEqual([]);
  });

  it('several in one fence', () => expect(plain(fence('{name=verify retry=5 every=3s}').steps[0]!.pins)).toEqual({ name: 'verify', retry: 5, every: 3000 }));
  it('a name with blanks, with a hyphen for each', () => expect(fence('{"name":"list  the pods"}').steps[0]!.id).toBe('list-the-pods'));
  it('as JSON', () => expect(plain(fence('{"name":"verify","interactive":false,"retry":2}').steps[0]!.pins)).toEqual({ name: 'verify', interactive: false, retry: 2 }));
  it('know where their values stand', () => {
    const runbook = fence('{ name=verify expect=/a b/ }');
    const { name, expect: expected } = runbook.steps[0]!.pins;
    expect([at(runbook, name!), at(runbook, expected!)]).toEqual(['verify', '/a b/']);
    const json = fence('{"name":"verify","retry":2}');
    expect(at(json, json.steps[0]!.pins.retry!)).toBe('2');
  });

  it('overrule what was read from words', () => {
    const [off, on] = commands(read("# X\n\n## Do\n\n'''sh {interactive=false}\nssh web1\n'''\n\n'''sh {destructive interactive follow title=Gone}\nls\n'''\n"));
    expect(off!.interactive).toBeNull();
    expect(on).toMatchObject({ title: 'Gone', destructive: { word: 'pin', from: 'pin' }, interactive: { from: 'pin' }, follow: { from: 'pin' } });
  });
  it('raise an effect and never lower it', () => {
    const effects = (pin: string, code: string) => commands(read(`# X\n\n## Do\n\n'''sh {${pin}}\n${code}\n'''\n`)).map(({ effect }) => effect);
    expect(effects('destructive=false', 'rm -rf x')).toEqual([{ effect: 'destroys', word: 'rm -rf' }]);
    expect(effects('effect=reads', './fix.sh')).toEqual([{ effect: 'unknown', word: './fix.sh' }]);
    expect(effects('effect=changes', 'ls')).toEqual([{ effect: 'changes', word: 'pin' }]);
    expect(effects('effect=destroys', './fix.sh')).toEqual([{ effect: 'destroys', word: 'pin' }]);
  });
  it('expect is checked after the last piece', () => expect(commands(fence('{expect=/^200$/}'))[0]!.pieces.at(-1)!.expectations).toMatchObject([{ kind: 'regex' }]));
  it('a comment before an item pins the item', () => expect(read('# X\n\n## Do\n\n<!-- runbook: name=tell -->\n\n1. Tell the lead.\n').steps[0]!.id).toBe('tell'));
});

describe('wrong pins', () => {
  it.each([
    ['{retry=often}', 'often'], ['{every=3}', '3'], ['{timeout=soon}', 'soon'], ['{exit=300}', '300'], ['{expect=/(/}', '/(/'], ['{interactive=maybe}', 'maybe'], ['{capture=nothing}', 'nothing'], ['{pattern=x:/y/i}', 'x:/y/i'], ['{"name":"a/b"}', '"a/b"'],
  ])('%s is an error at its value', (text, place) => expect(findings(fence(text))).toEqual([`invalid-pin error: ${place}`]));
  it.each([['{retries=3}', 'retries'], ['{expected_results=1}', 'expected_results']])('%s is a warning at its key', (text, place) => expect(findings(fence(text))).toEqual([`unknown-pin warning: ${place}`]));
  it('names what was meant', () => expect(fence('{retyr=3}').diagnostics[0]!.message).toContain('did you mean "retry"?'));
  it.each(['ssh:<host>', 'ssh:$HOST', 'kubectl:shop/<pod>', 'docker:${NAME}', 'ssh:{{host}}'])('on=%s: a place is a name as it is', (on) => expect(read(`# X\n\n## Do\n\n<!-- runbook: on=${on} -->\n\n'''sh\nls\n'''\n`).diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('a pin takes no placeholder and no variable')]));
  it('keys of other tools are let be', () => expect(findings(fence('{id=01HXYZ category=db}'))).toEqual([]));
  it('braces that do not close', () => expect(findings(fence('{name=x'))).toEqual(['invalid-pin error: {name=x']));
  it('a pin that no step follows', () => expect(findings(read('# X\n\n## Do\n\n<!-- runbook: name=x -->\n\nwords\n'))).toEqual(['unknown-pin warning: <!-- runbook: name=x -->']));
});

describe('the map in front matter', () => {
  it('target and history', () => expect(read('---\nrunbook:\n  target: api-prod\n  history: false\n---\n# X\n').pins).toMatchObject({ target: { value: 'api-prod' }, history: { value: false } }));
  it('wrong keys and patterns are told at their place', () => {
    expect(findings(read('---\nrunbook:\n  parms: {}\n  params:\n    app: { patern: x, pattern: "(" }\n  target: [a]\n---\n# X\n'))).toEqual(['unknown-pin warning: parms', 'unknown-pin warning: patern', 'invalid-pin error: "("', 'invalid-pin error: [a]']);
  });
});

describe("Innovation Engine's similarity", () => {
  const similar = (comment: string): ReturnType<typeof read> => read(`# X\n\n## Do\n\n'''bash\naz group create\n'''\n\nResults:\n\n<!-- ${comment} -->\n\n'''json\n{"id": 1}\n'''\n`);
  it('a number', () => expect(commands(similar('expected_similarity=0.8'))[0]!.pieces[0]!.expectations).toMatchObject([{ similarity: 0.8, parts: [{ text: '{"id": 1}' }] }]));
  it('a pattern', () => expect(commands(similar('expected_similarity="id.*1"'))[0]!.pieces[0]!.expectations).toMatchObject([{ kind: 'regex', pattern: { source: 'id.*1' } }]));
  it('neither', () => expect(findings(similar('expected_similarity=much'))).toEqual(['invalid-pin error: much']));
  it('another name for it', () => expect(findings(similar('expected_results=0.8'))).toEqual(['unknown-pin warning: expected_results']));
});
