import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../../src/parse/index.ts';
import { planRun } from '../../../src/plan/index.ts';
import { withPrompt } from '../../../src/tui/scene/follow.ts';
import { textField } from '../../../src/tui/state/text-field.ts';
import { INITIAL } from '../../../src/tui/state/ui-state.ts';
import type { ChooseAlternative, ChooseTarget, EnterParameter, RecordRow } from '../../../src/walk/index.ts';
import { planOf, runPiece, stepId } from '../scenes.ts';
import { at, pressed, withUi } from '../presses.ts';

const plan = planOf();
const parameter: EnterParameter = { kind: 'enter-parameter', id: 'v', name: 'release', step: stepId(plan, 1), from: '', line: 1, example: 'v84', pattern: null, secret: false, suggestions: ['v85', 'v84'], was: null };

describe('an input', () => {
  it('takes a suggestion as it stands; what is typed never adds to it', () => {
    const marked = pressed(at({ prompt: parameter }), 'down', 'down').scene;
    expect(pressed(marked, 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'answer', to: 'v', value: 'v84' } });
    expect(pressed(marked, 'x', 'enter').step.effect).toMatchObject({ reply: { value: 'x' } });
  });

  it('never takes the example, and has the keys of a shell’s line', () => {
    expect(pressed(at({ prompt: parameter }), 'enter').step).toMatchObject({ effect: null, ui: { refused: 'type a value' } });
    expect(pressed(at({ prompt: parameter, field: textField('one two') }), 'ctrl-w').step.ui.field.value).toBe('one ');
    expect(pressed(at({ prompt: parameter, field: textField('one two') }), 'home', 'x', 'end', 'y').step.ui.field.value).toBe('xone twoy');
    expect(pressed(at({ prompt: parameter, field: textField('👍🏽') }), 'backspace').step.ui.field.value).toBe('');
    expect(pressed(at({ prompt: parameter, field: textField('one') }), 'ctrl-u').step.ui.field.value).toBe('');
  });

  it('lends its keys to the document with Escape', () => {
    const lent = pressed(at({ prompt: parameter }), 'escape').scene;
    expect(lent.ui.typing).toBe(false);
    expect(pressed(lent, 'q').step.ui.ask).toEqual({ kind: 'quit' });
    expect(pressed(lent, 'enter').step.ui.typing).toBe(true);
  });
});

describe('a target', () => {
  const target: ChooseTarget = { kind: 'choose-target', id: 't', name: 'App', line: 6, choices: ['shop-prod', 'shop-prod-eu', 'shop-staging', 'edge-*'], production: ['shop-prod', 'shop-prod-eu'] };
  const asks = at(withPrompt(INITIAL, target));
  const armed = withUi(asks, { ...asks.ui, armed: true });
  const chosen = (name: string): object => ({ do: 'reply', reply: { kind: 'choose', to: 't', choice: name } });

  it('is never taken by a bare Enter', () => {
    expect(pressed(armed, 'enter').step).toMatchObject({ effect: null, ui: { refused: 'type the name, or mark one with the arrows' } });
    expect(armed.ui.choice).toBe(-1);
  });

  it('that is production is marked by hand or typed whole, never by a few letters', () => {
    expect(pressed(armed, ...'prod-eu', 'enter').step).toMatchObject({ effect: null, ui: { refused: 'shop-prod-eu has "prod-eu" in it: mark it with the arrows, or type the whole name' } });
    expect(pressed(armed, 'down', 'enter').step.effect).toEqual(chosen('shop-prod'));
    expect(pressed(armed, ...'shop-prod', 'enter').step.effect).toEqual(chosen('shop-prod'));
  });

  it('that is none is marked by letters that only it has', () => {
    expect(pressed(armed, ...'stag', 'enter').step.effect).toEqual(chosen('shop-staging'));
    expect(pressed(armed, ...'shop', 'enter').step).toMatchObject({ effect: null, ui: { refused: '3 names have "shop" in them: mark one with the arrows, or type the whole name' } });
    expect(pressed(armed, ...'edge', 'enter').step.effect).toEqual(chosen('edge'));
  });
});

describe('one of several ways', () => {
  const ways: ChooseAlternative = { kind: 'choose-alternative', id: 'a', group: 0, name: 'Mitigation', line: 3, menu: false, choices: [{ label: 'Option A', line: 3, chosen: false, steps: [], asks: [] }, { label: 'Option B', line: 7, chosen: false, steps: [], asks: [] }] };

  it('is never taken by a bare Enter, only once it is marked', () => {
    const asks = at(withPrompt(INITIAL, ways));
    const armed = withUi(asks, { ...asks.ui, armed: true });
    expect(pressed(armed, 'enter').step).toMatchObject({ effect: null, ui: { refused: 'mark one with the arrows' } });
    expect(pressed(armed, 'down', 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'choose', to: 'a', choice: 'Option A' } });
  });
});

describe('an answer that is taken back', () => {
  const text = '# X\n\n## Option A\n\n```sh\necho a <tag>\n```\n\n## Option B\n\n```sh\necho b\n```\n\n## Then\n\n```sh\necho then\n```\n';
  const request = { values: { tag: 'v1' }, sections: ['Option A'], only: [], skip: [], environment: {} };
  const chosen = planRun(parseRunbook(text, { path: 'x.md' }), request).plan;
  const asked = at({ prompt: runPiece(chosen, 2) }, { plan: chosen });

  it('may be a choice among alternatives: another one, or none', () => {
    const list = pressed(asked, 'c', 'enter').scene;
    expect(list.ui.ask).toEqual({ kind: 'change-choice', group: 0 });
    expect(pressed(list, 'down', 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'change', to: 'p2', of: 'alternative', name: '0', value: 'Option B' } });
    expect(pressed(list, ...'none', 'enter').step.effect).toMatchObject({ reply: { of: 'alternative', value: null } });
  });

  it('may be a value', () => {
    expect(pressed(asked, 'c', ...'tag', 'enter', ...'v2', 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'change', to: 'p2', of: 'parameter', name: 'tag', value: 'v2' } });
    const offered = pressed({ ...asked, suggestions: () => ['v86', 'v84'] }, 'c', ...'tag', 'enter', 'down', 'down', 'enter').step.effect;
    expect(offered).toEqual({ do: 'reply', reply: { kind: 'change', to: 'p2', of: 'parameter', name: 'tag', value: 'v84' } });
  });
});

describe('a history row', () => {
  const row: RecordRow = { kind: 'record-row', id: 'r', path: 'r.md', columns: ['Date', 'Bad release', 'Outcome'], cells: [{ column: 'Date', value: 'today', open: false, suggestions: [], above: '' }, { column: 'Bad release', value: '—', open: true, suggestions: [], above: '' }, { column: 'Outcome', value: 'Success', open: false, suggestions: [], above: '' }], unknown: [], unsaid: false };
  const asked = at({ ...withPrompt(INITIAL, row), armed: true });

  it('has what is not filled in marked first, and the next key changes it', () => {
    expect(pressed(asked, 'e', 'v', '8', '5', 'enter').scene.ui.cells).toEqual(['today', 'v85', 'Success']);
  });

  it('takes no date that cannot be read: it stays in its field, with why', () => {
    const { ui } = pressed(asked, 'up', 'e', 'ctrl-u', ...'soon', 'enter').step;
    expect(ui).toMatchObject({ ask: { kind: 'cell' }, refused: '"soon" is no date; expected one such as 2026-05-14', cells: ['today', '—', 'Success'] });
  });

  it('is asked for when the run has ended: nothing is noted or left any more, and that is said', () => {
    expect(pressed(asked, 'ctrl-d').step.ui.message).toBe('no Ctrl-D here: Enter writes the row');
    for (const name of ['n', 'q']) expect(pressed(asked, name).step).toMatchObject({ effect: null, ui: { ask: null, message: `${name} does nothing: the run has ended` } });
  });
});
