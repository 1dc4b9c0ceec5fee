import { describe, expect, it } from 'vitest';
import { Progress } from '../../../src/tui/components/progress.tsx';
import { Prompt } from '../../../src/tui/components/prompt.tsx';
import { Rule } from '../../../src/tui/components/rule.tsx';
import { Screen } from '../../../src/tui/components/screen.tsx';
import { TooSmall } from '../../../src/tui/components/too-small.tsx';
import type { Scene } from '../../../src/tui/scene/scene.ts';
import { textField } from '../../../src/tui/state/text-field.ts';
import type { UiState } from '../../../src/tui/state/ui-state.ts';
import type { Approval, ChooseTarget, EnterParameter, SettleDoubt } from '../../../src/walk/index.ts';
import { frame } from '../frame.tsx';
import { pressed, withUi } from '../presses.ts';
import { byHand, planOf, runPiece, scene, stepId } from '../scenes.ts';

const plan = planOf();
const prompt = byHand(plan, 0);

it('stands in a frame, below a rule where rows are few', () => {
  expect(frame(<Prompt scene={scene({ plan, columns: 40, rows: 24, ui: { prompt } })} />, 40)).toBe([`╭${'─'.repeat(38)}╮`, `│ Step 1 of 4 · to do by hand${' '.repeat(10)}│`, `╰${'─'.repeat(38)}╯`].join('\n'));
  expect(frame(<Prompt scene={scene({ plan, columns: 40, rows: 12, ui: { prompt } })} />, 40)).toBe(`${'─'.repeat(40)}\n Step 1 of 4 · to do by hand`);
});

it('counts the questions before a command can run only where it can', () => {
  const held = (answers: SettleDoubt['doubts'][number]['answers']): string => {
    const asked: SettleDoubt = { ...runPiece(plan, 2), kind: 'settle-doubt', doubts: [{ kind: 'elsewhere', text: 'redis-cli', line: 3, answers }, { kind: 'conditional', text: 'If needed', line: 4, answers: ['run', 'skip'] }] };
    return frame(<Prompt scene={scene({ plan, columns: 80, rows: 24, ui: { prompt: asked } })} />, 80).replace(/ *│\n│ /g, ' ');
  };
  expect(held(['here', 'done', 'skip'])).toContain('Held, line 3: this may belong on another machine: "redis-cli"  (1 more');
  expect(held(['here', 'done', 'skip'])).toContain('1 more question before it can run');
  expect(held(['done', 'skip'])).not.toContain('more question');
});

it('says why a command is held once: the frame has the other doubts, and all of them where the question has no room for its own', () => {
  const told = (text: string, columns: number, rows: number): string => {
    const asked: SettleDoubt = { ...runPiece(plan, 2), kind: 'settle-doubt', doubts: [{ kind: 'conditional', text, line: 3, answers: ['run', 'skip'] }, { kind: 'conditional', text: 'The lead agrees.', line: 4, answers: ['run', 'skip'] }] };
    const held = scene({ plan, columns, rows, ui: { prompt: asked } });
    return frame(<Screen scene={withUi(held, { ...held.ui, reading: { top: { block: held.focusBlock, row: 0 }, read: { block: 0, row: 0 } } })} />, columns);
  };
  const roomy = told('If it hangs.', 80, 24);
  expect(roomy.match(/If it hangs\./g)).toHaveLength(1);
  expect(roomy).toMatch(/│ Depends on: "The lead agrees\." \(line 4\) +│\n│ heroku[^]*Held, line 3: "If it hangs\."/);
  expect(told(`${'If it hangs for long, '.repeat(15)}run it.`, 40, 14)).toMatch(/Depends on: "If it hangs for long/);
});

it('of a value that stands in the framed command says the line, not the command again; of any other the words', () => {
  const needs = planOf('# R\n\n## Up\n\n```bash\nscp site.crt deploy@<lb-host>:/etc/certs/\n```\n', undefined);
  const asked = (from: string): EnterParameter => ({ kind: 'enter-parameter', id: 'v', name: 'lb-host', step: stepId(needs, 0), from, line: 6, example: null, pattern: null, secret: false, suggestions: [], was: null });
  const shown = (from: string): string => frame(<Prompt scene={scene({ plan: needs, columns: 80, rows: 24, ui: { prompt: asked(from) } })} />, 80);
  expect(shown('scp site.crt deploy@<lb-host>:/etc/certs/')).toMatch(/│ lb-host\? {2}line 6 +│/);
  expect(shown('the host of the load balancer')).toContain('lb-host?  line 6: the host of the load balancer');
});

it('has what the operator is told in its rule, where it has one', () => {
  expect(frame(<Prompt scene={scene({ plan, columns: 40, rows: 12, ui: { prompt, message: 'noted' } })} />, 40)).toBe(`─ noted ${'─'.repeat(32)}\n Step 1 of 4 · to do by hand`);
  expect(frame(<Rule columns={20} tone="accent" message="longer than the screen is wide" />, 20)).toBe('─ longer than the …');
});

it('is plain ASCII on a terminal that knows no more', () => {
  const shown = scene({ plan, columns: 32, rows: 24, env: { LANG: 'C', NO_COLOR: '1' }, ui: { prompt } });
  expect(frame(<Prompt scene={shown} />, 32, { LANG: 'C', NO_COLOR: '1' })).toBe([`+${'-'.repeat(30)}+`, '| Step 1 of 4 - to do by hand  |', `+${'-'.repeat(30)}+`].join('\n'));
});

it('the bar says what part of the budget is used; without one it is a rule', () => {
  expect(frame(<Progress columns={10} part={0.3} />, 10)).toBe('━━━╌╌╌╌╌╌╌');
  expect(frame(<Progress columns={10} part={1.7} />, 10)).toBe('━'.repeat(10));
  expect(frame(<Progress columns={10} part={null} />, 10)).toBe('─'.repeat(10));
});

it('where nothing could be shown whole, that is said', () => {
  expect(frame(<TooSmall columns={30} rows={9} />, 30).replace(/\s+/g, ' ')).toBe('too small: 30x9, at least 40x12 is needed. Nothing runs until then.');
});

it.each([[40, 12], [40, 24]])('what the operator is told has rows of the question where it would be cut elsewhere: %ix%i', (columns, rows) => {
  const shown = scene({ plan, columns, rows, ui: { prompt, message: 'paste ignored: nothing is asking for input' } });
  const text = frame(<Screen scene={shown} />, columns);
  expect(text.replace(/[│\n]/g, ' ').replace(/\s+/g, ' ')).toContain('paste ignored: nothing is asking for input');
  expect(text.split('\n').length).toBeLessThanOrEqual(rows - 1);
});

it('what the operator is told takes room from the key for a note, not from the answers of a check by eye', () => {
  const judge = { ...runPiece(plan, 1), kind: 'judge', check: 0, expectation: 'all Running', reason: '', seen: '', attempt: 1 } as const;
  const rows = frame(<Screen scene={scene({ plan, columns: 80, rows: 24, ui: { prompt: judge, message: 'paste ignored: nothing is asking for input' } })} />, 80).split('\n');
  expect(rows.at(-1)).toMatch(/^ paste ignored: nothing is asking for input {2}y yes {2}n no {2}u can't tell/);
});

it('a place that nothing is called by is said while it is typed, and Enter is not offered for it', () => {
  const typed = (text: string): string => frame(<Screen scene={scene({ plan, columns: 80, rows: 24, ui: { prompt, armed: true, ask: { kind: 'go-to' }, field: textField(text) } })} />, 80);
  expect(typed('zzz')).toMatch(/› zzz +│\n│ nothing has these letters +│[^]*\n Esc close/);
  expect(typed('chan')).toMatch(/Change[^]*\n Enter go {2}Esc close/);
});

describe('what a second person has to approve', () => {
  const approval = { why: 'ps:restart destroys on shop-prod: a second person is needed', given: null, notBy: 'ana', proven: false };
  const asked = (change: Partial<Approval>): Scene => scene({ plan, columns: 80, rows: 60, ui: { prompt: runPiece(plan, 2, { approval: { ...approval, ...change }, ask: { key: 'word', word: 'shop-prod', why: 'it destroys' } }) } });

  it('says who can, and how: a key here, a command elsewhere', () => {
    expect(frame(<Prompt scene={asked({})} />, 80)).toMatch(/a second person is needed: somebody else +│\n│ than ana presses A and types their name/);
    expect(frame(<Prompt scene={asked({ proven: true })} />, 80).replace(/\s*│\n│ /g, ' ')).toContain('somebody else than ana approves it, from a login of their own: runbook approve x');
    expect(frame(<Prompt scene={asked({ given: 'bo' })} />, 80)).not.toContain('second person');
  });

  it('runs by no key before; A takes the name', () => {
    const read = withUi(asked({}), { ...asked({}).ui, reading: { top: { block: asked({}).focusBlock, row: 0 }, read: asked({}).focusEnd! } });
    expect(pressed(read, 'enter').step).toMatchObject({ ui: { message: 'not approved yet: nothing was run' }, effect: null });
    expect(pressed(read, 'A', 'b', 'o', 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'approve', to: 'p2', who: 'bo' } });
    expect(pressed(withUi(read, { ...read.ui, prompt: asked({ proven: true }).ui.prompt }), 'A').step).toMatchObject({ ui: { ask: null }, effect: null });
  });
});

describe('before there is a target', () => {
  const target: ChooseTarget = { kind: 'choose-target', id: 't', name: 'App', line: 7, choices: ['shop-prod', 'shop-staging'], production: ['shop-prod'] };
  const shown = (ui: Partial<UiState>, choices = target.choices): string => frame(<Screen scene={scene({ plan: planOf(undefined, undefined), ui: { ...ui, prompt: { ...target, choices } } })} />, 80);

  it('a name that is none is not promised to be taken, unless there are names that only the operator knows', () => {
    expect(shown({ field: textField('X') })).toMatch(/no name has "X" in it +│/);
    expect(shown({ field: textField('X') }, ['shop-*'])).toContain('no name has "X" in it: Enter takes it as typed');
  });

  it('leaving has no run to speak of', () => {
    expect(shown({ ask: { kind: 'quit' } })).toMatch(/Leave the walk\?[^]*Nothing has run yet\.[^]* l leave {2}Esc stay/);
  });
});
