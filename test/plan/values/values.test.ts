import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setValues } from '../../../src/plan/index.ts';
import { fileOffset } from '../../../src/model/index.ts';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';
import { build, planOf, resultOf, type Sketch } from '../build.ts';

const release: Sketch = { parameters: [{ name: 'release', kind: 'example', written: 'v84', example: 'v84', from: 'e.g., v84' }], sections: [{ heading: 'Do', steps: ['heroku rollback v84\n# Expected: "Rollback to v84"'] }] };
const variable = (more: object = {}): Sketch => ({ parameters: [{ name: 'APP', kind: 'environment', written: '$APP', ...more }], sections: [{ heading: 'Do', steps: ['echo $APP', 'APP=b', 'echo $APP'] }] });

describe('a value', () => {
  it('fills the command and what is expected of it', () => {
    const [step] = planOf(release, { values: { release: 'v9' } }).steps;
    expect(step).toMatchObject({
      code: 'heroku rollback v9\n# Expected: "Rollback to v84"',
      missing: [],
      pieces: [{ replaced: [{ start: 16, end: 18, was: 'v84', now: 'v9', because: 'parameter', name: 'release' }], expectations: [{ parts: ['Rollback to v9'], text: '"Rollback to v9"' }] }],
    });
  });

  it('that is not known is a question with its example, never that example', () => {
    const plan = planOf(release);
    expect(plan.steps[0]).toMatchObject({ missing: ['release'], pieces: [{ missing: ['release'] }] });
    expect(plan.questions).toEqual([expect.objectContaining({ kind: 'parameter', name: 'release', example: 'v84', from: 'e.g., v84', steps: ['do-1'] })]);
    expect(setValues(plan, { release: 'v83' })).toMatchObject({ problems: [], plan: { questions: [], steps: [{ code: expect.stringContaining('rollback v83') }] } });
  });

  it('that is the blank itself is refused: it was typed off the screen, and nothing is called so', () => {
    const blank = (written: string): Sketch => ({ parameters: [{ name: 'lb-host', kind: 'placeholder', written }], sections: [{ heading: 'Do', steps: [`scp a deploy@${written}:`] }] });
    expect(resultOf(blank('YOUR_LB_HOST'), { values: { 'lb-host': 'YOUR_LB_HOST' } }).problems).toEqual([expect.objectContaining({ why: '"YOUR_LB_HOST" is what the value is to replace' })]);
    expect(resultOf(blank('YOUR_LB_HOST'), { values: { 'lb-host': 'LB_HOST' } }).problems).toEqual([]);
    // A name in small letters may be a real one, and so may an example.
    expect(resultOf(blank('my-lb'), { values: { 'lb-host': 'my-lb' } }).problems).toEqual([]);
    expect(resultOf(release, { values: { release: 'v84' } }).problems).toEqual([]);
  });

  it.each([
    ['v84; rm -rf /', '"v84; rm -rf /" has ; in it'],
    ['$(id)', '"$(id)" has $ in it'],
    ['a b', '"a b" contains spaces'],
    ['--force', '"--force" starts with a dash, as an option does'],
    ['', 'it is empty'],
    ['v84\nid', 'it holds a line break'],
  ])('%j is refused', (value, why) => {
    const { plan, problems } = resultOf(release, { values: { release: value } });
    expect(problems).toEqual([expect.objectContaining({ kind: 'value', what: 'the value of release', why, advice: 'give one plain word (letters, digits and _ . : / @ % + = , -), e.g. v84' })]);
    expect(plan.steps[0]?.missing).toEqual(['release']);
  });

  it('must match the pattern of its parameter, whole', () => {
    const pinned = { ...release, parameters: [{ ...release.parameters![0]!, pattern: String.raw`v\d+` }] };
    expect(resultOf(pinned, { values: { release: 'v85' } }).problems).toEqual([]);
    expect(resultOf(pinned, { values: { release: 'main' } }).problems[0]).toMatchObject({ why: String.raw`"main" does not match /v\d+/`, advice: String.raw`give a value that matches /v\d+/, e.g. v84` });
    expect(resultOf(pinned, { values: { release: 'v85;id' } }).problems).toHaveLength(1);
  });

  it('of an unknown parameter is a mistake, with what was meant', () => {
    expect(resultOf(release, { values: { relase: 'v1' } }).problems).toEqual([expect.objectContaining({ kind: 'parameter', what: '--set relase', why: 'no such parameter', advice: 'did you mean release? parameters: release' })]);
  });

  it('comes from --set, then the row, then a default', () => {
    const sketch: Sketch = { table: { columns: ['App', 'Region'], rows: [['a', 'eu-1']] }, parameters: [{ name: 'region', column: 'Region', default: 'us-1' }], sections: [{ heading: 'Do', steps: ['deploy <region>'] }] };
    expect(planOf(sketch, { values: { region: 'x' } }).parameters[0]).toMatchObject({ value: 'x', source: 'set', needed: true });
    expect(planOf(sketch).parameters[0]).toMatchObject({ value: 'eu-1', source: 'target' });
    expect(planOf({ ...sketch, table: { columns: ['App'], rows: [['a']] } }).parameters[0]).toMatchObject({ value: 'us-1', source: 'default' });
  });

  it('that an earlier step captures is not asked for', () => {
    const sketch: Sketch = { sections: [{ heading: 'Do', steps: ['releases', 'rollback <bad>'] }] };
    const runbook = build(sketch);
    expect(planOf(sketch).questions).toHaveLength(1);
    const [first, ...rest] = runbook.steps;
    const capture = { value: [{ parameter: 'bad', pattern: '(v\\d+)', flags: '' }], span: first!.span };
    const plan = setValues({ ...planOf(sketch), runbook: { ...runbook, steps: [{ ...first!, pins: { capture } }, ...rest] } }, {}).plan;
    expect(plan).toMatchObject({ questions: [], steps: [{}, { missing: ['bad'] }] });
  });
});

it('a parameter may have any name', () => {
  const sketch: Sketch = { parameters: [{ name: 'constructor', written: 'CCC' }], sections: [{ heading: 'Do', steps: ['make CCC'] }] };
  expect(planOf(sketch).questions).toMatchObject([{ name: 'constructor' }]);
  expect(planOf(sketch, { values: { constructor: 'acme' } as unknown as Record<string, string> }).steps[0]?.code).toBe('make acme');
});

describe('a variable', () => {
  it('comes from the environment and goes there, until the runbook sets it itself', () => {
    const plan = planOf(variable(), { environment: { APP: 'a b;c' } });
    expect(plan.parameters[0]).toMatchObject({ value: 'a b;c', source: 'environment' });
    expect(plan.steps.map(({ pieces }) => pieces[0]?.environment)).toEqual([{ APP: 'a b;c' }, {}, {}]);
    expect(plan.steps[0]?.code).toBe('echo $APP');
  });

  it('without a value is a question', () => {
    expect(planOf(variable()).questions).toEqual([expect.objectContaining({ name: 'APP', steps: ['do-1'] })]);
    expect(planOf(variable({ default: 'x' })).questions).toEqual([]);
  });

  it('with a secret name is marked so', () => {
    const sketch: Sketch = { parameters: [{ name: 'API_TOKEN', kind: 'environment', written: '$API_TOKEN' }], sections: [{ heading: 'Do', steps: ['echo $API_TOKEN'] }] };
    expect(planOf(sketch).parameters[0]?.secret).toBe(true);
  });
});

const quoting: Sketch = {
  parameters: [{ name: 'p', written: 'PPP', pattern: '[\\s\\S]*' }],
  sections: [{ heading: 'Do', steps: ["tool PPP 'x PPP y' \"a PPP b\" --opt=PPP\nlast"] }],
};

it('a value that only its pattern allows is quoted, so that it never becomes syntax', () => {
  const value = fc.string({ unit: fc.constantFrom(...'ab ;$`"\'\\|&()<>*?~#{}[]=-'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(value, (text) => {
      const { plan, problems } = resultOf(quoting, { values: { p: text } });
      if (problems.length > 0 || plan.steps[0]!.missing.length > 0) return;
      const shell = analyzeShell(plan.steps[0]!.code);
      expect(shell.errors).toEqual([]);
      expect(shell.commands.map(({ name }) => name)).toEqual(['tool', 'last']);
      expect(shell.commands[0]!.args.map(({ value: word }) => word)).toEqual([text, `x ${text} y`, `a ${text} b`, `--opt=${text}`]);
    }),
  );
});

it('a value that would be read as code a second time is refused', () => {
  const sketch: Sketch = { ...quoting, sections: [{ heading: 'Do', steps: ["bash -c 'echo PPP'"] }] };
  expect(planOf(sketch, { values: { p: 'a;id' } }).steps[0]?.missing).toEqual(['p']);
  expect(planOf(sketch, { values: { p: 'a' } }).steps[0]?.code).toBe("bash -c 'echo a'");
});

it('plain words fill any place, and every line still knows where it came from', () => {
  const line = fc.constantFrom('echo <p>', 'a <p> b <p> c', '# words', 'cat <<EOF\n<p>\nEOF', 'x', '', "y '<p>'");
  const word = fc.stringMatching(/^[A-Za-z0-9_.:/@%+=,][A-Za-z0-9_.:/@%+=,-]{0,20}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), word, (lines, value) => {
      const sketch: Sketch = { sections: [{ heading: 'Do', steps: ['echo <p>', lines.join('\n')] }] };
      const [, step] = planOf(sketch, { values: { p: value } }).steps;
      const written = step!.step.kind === 'command' ? step!.step.code : null;
      const all = step!.pieces.flatMap(({ code }) => code.lineOffsets);
      expect(step!.pieces.map(({ code }) => code.text).join('')).toBe(step!.code);
      for (const { code, replaced } of step!.pieces) {
        expect(code.lineOffsets).toHaveLength(code.text.split('\n').length);
        for (const { start, end, now } of replaced) expect(code.text.slice(start, end)).toBe(now);
      }
      for (let at = 0, index = 0; at < written!.text.length; at = written!.text.indexOf('\n', at) + 1, index++) {
        expect(all).toContain(fileOffset(written!, at));
        if (written!.text.indexOf('\n', at) === -1) break;
      }
    }),
  );
});

describe('where a path or an address has begun', () => {
  const places: Sketch = { sections: [{ heading: 'Do', steps: ['wipefs /dev/<disk>', 'curl http://<host>/health', 'tar xf --file=/srv/shop/<archive>', 'git push origin/<branch>', 'ls <folder>/x'] }] };

  it.each([
    ['disk', '/dev/sdb', '/dev/', 'sdb'],
    ['host', 'https://shop.test', 'http://', 'shop.test'],
    ['archive', '/srv/shop/a.tgz', '/srv/shop/', 'a.tgz'],
  ])('%s does not begin it again', (name, value, begun, rest) => expect(resultOf(places, { values: { [name]: value } }).problems).toEqual([expect.objectContaining({ kind: 'value', why: `"${value}" would come after "${begun}", which is written there already`, advice: `give what comes after it: ${rest}` })]));
  it('other values are taken', () => expect(resultOf(places, { values: { disk: 'disk/by-id/a', host: 'shop.test:80', archive: 'srv/a.tgz', branch: 'origin/x', folder: '/dev/x' } }).problems).toEqual([]));
});

describe('in the place of a command name', () => {
  const tool: Sketch = { sections: [{ heading: 'Do', steps: ['<tool> --version', 'sudo ./<tool>.sh', 'echo <word>'] }] };

  it.each([
    ['PATH=/tmp/evil', '"PATH=/tmp/evil" would be an assignment where a command\'s name stands'],
    ['eval', '"eval" is a word of the shell\'s own where a command\'s name stands'],
    ['.', '"." is a word of the shell\'s own where a command\'s name stands'],
    ['if', '"if" is a word of the shell\'s own where a command\'s name stands'],
  ])('%s is refused', (value, why) => {
    const { plan, problems } = resultOf(tool, { values: { tool: value } });
    expect(problems).toEqual([expect.objectContaining({ kind: 'value', why })]);
    expect(plan.steps[0]?.missing).toEqual(['tool']);
  });

  it('a program is taken, and an argument may be what it likes', () => {
    expect(resultOf(tool, { values: { tool: '/usr/bin/evaluate', word: 'PATH=eval' } }).problems).toEqual([]);
  });
});
