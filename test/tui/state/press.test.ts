import { describe, expect, it } from 'vitest';
import type { KeyPress } from '../../../src/tui/state/key-press.ts';
import { settledView, withPrompt } from '../../../src/tui/state/follow.ts';
import { INITIAL } from '../../../src/tui/state/ui-state.ts';
import { parseRunbook } from '../../../src/parse/index.ts';
import { planRun } from '../../../src/plan/index.ts';
import { press } from '../../../src/tui/state/press.ts';
import { visible } from '../../../src/tui/document/viewport.ts';
import { sceneOf } from '../../../src/tui/state/scene.ts';
import type { Scene } from '../../../src/tui/state/scene.ts';
import { textField } from '../../../src/tui/state/text-field.ts';
import type { Step, UiState } from '../../../src/tui/state/ui-state.ts';
import type { ChooseAlternative, ChooseTarget, EnterParameter, PieceFailed, SettleDoubt } from '../../../src/walk/index.ts';
import { attempt, byHand, planOf, runPiece, scene, stepId } from '../scenes.ts';
import type { SceneParts } from '../scenes.ts';

const plan = planOf();
const LOOK = stepId(plan, 1);
const parameter: EnterParameter = { kind: 'enter-parameter', id: 'v', name: 'release', step: LOOK, from: '', line: 1, example: 'v84', pattern: null, secret: false, suggestions: ['v85', 'v84'], was: null };

/** The screen with the prompt settled, all that leads to it read where it fits. */
function at(ui: Partial<UiState>, parts: SceneParts = {}): Scene {
  const first = scene({ plan, rows: 60, ...parts, ui: { choice: ui.prompt?.kind === 'enter-parameter' ? -1 : 0, ...ui } });
  return withUi(first, settledView({ scene: first, before: { block: -1, jumped: false } }));
}

function withUi(before: Scene, ui: UiState): Scene {
  return sceneOf({ ...before, ui }, before.sizes.columns, before.sizes.rows + 1);
}

function key(name: string): KeyPress {
  return { name, text: [...name].length === 1 ? name : '' };
}

/** Keys one after the other; what they led to last. */
function pressed(before: Scene, ...names: readonly (string | KeyPress)[]): { readonly scene: Scene; readonly step: Step } {
  let now = before;
  let step: Step = { ui: before.ui, effect: null };
  for (const name of names) {
    step = press(now, typeof name === 'string' ? key(name) : name);
    // A question of the screen's own counts once it has stood a moment.
    now = withUi(now, { ...step.ui, armed: true });
  }
  return { scene: now, step };
}

describe('what is safe', () => {
  it('Enter runs the framed command once all that leads to it was on screen', () => {
    expect(pressed(at({ prompt: runPiece(plan, 1) }), 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'run', to: 'p1' } });
  });

  it('until then it reads on, to the end of the frame and no further', () => {
    let now = at({ prompt: runPiece(plan, 2) }, { rows: 15, columns: 50 });
    const effects: (string | undefined)[] = [];
    while (now.keys.unread) {
      const { scene: next, step } = pressed(now, 'enter');
      effects.push(step.effect?.do);
      expect(effects.length).toBeLessThan(12);
      now = next;
    }
    expect(effects.length).toBeGreaterThan(1);
    expect(effects.every((effect) => effect === 'arm')).toBe(true);
    expect(pressed(now, 'enter').step.effect).toMatchObject({ reply: { kind: 'run' } });
  });

  it('scrolled away from the command, Enter comes back to it first', () => {
    let now = at({ prompt: runPiece(plan, 1) }, { rows: 15 });
    while (now.keys.unread) now = pressed(now, 'enter').scene;
    const away = pressed(now, 'G').scene;
    expect(away.focusShown).toBe(false);
    const { scene: back, step } = pressed(away, 'enter');
    expect(step.effect).toEqual({ do: 'arm' });
    expect(back.focusShown).toBe(true);
  });

  it.each(['enter', 'r', 'y', 'm', 'x', 's', 'q'])('%s that comes before the prompt has stood a moment answers nothing', (name) => {
    for (const prompt of [runPiece(plan, 1), byHand(plan, 0), parameter]) {
      const step = press(at({ prompt, armed: false }), key(name));
      expect(step.effect).toEqual({ do: 'arm' });
      expect(step.ui.ask).toBeNull();
      expect(step.ui.field.value).toBe('');
    }
  });

  it('what is pasted where nothing asks for input presses no key', () => {
    const { step } = pressed(at({ prompt: runPiece(plan, 1) }), { name: 'paste', text: '\rq' });
    expect(step).toMatchObject({ effect: null, ui: { message: 'paste ignored: nothing is asking for input' } });
  });

  it('while a reply is on its way nothing more is said', () => {
    const sent = pressed(at({ prompt: runPiece(plan, 1) }), 'enter').scene;
    for (const name of ['enter', 'e', 's', 'r']) expect(pressed(sent, name).step.effect).toBeNull();
  });

  it('what destroys is run by the typed name alone; a wrong one keeps the question open', () => {
    const asks = at({ prompt: runPiece(plan, 2, { ask: { key: 'word', word: 'shop-prod', why: 'destroys' } }) });
    const wrong = pressed(asks, 'enter', ...'shop', 'enter').scene;
    expect(wrong.ui).toMatchObject({ ask: { kind: 'confirm' }, refused: '“shop” is not shop-prod: nothing was run', field: { value: 'shop' } });
    expect(pressed(wrong, ...'-prod', 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'confirm', to: 'p2', word: 'shop-prod' } });
    expect(pressed(wrong, 'escape').step.ui).toMatchObject({ ask: null, message: 'nothing was run' });
  });

  it('nothing runs from a step that is looked at', () => {
    const looked = pressed(at({ prompt: runPiece(plan, 2) }, { events: attempt(LOOK) }), '[').scene;
    expect(looked.ui.look).toEqual({ step: LOOK, piece: 0 });
    expect(pressed(looked, 'enter').step.effect).toBeNull();
    expect(pressed(looked, 'r').step.effect).toMatchObject({ reply: { kind: 'go-to', place: LOOK } });
  });

  it('Enter does nothing on a held piece; its answers settle', () => {
    const held: SettleDoubt = { ...runPiece(plan, 2), kind: 'settle-doubt', doubts: [{ kind: 'conditional', text: 'if needed', line: 3, answers: ['run', 'skip'] }] };
    expect(pressed(at({ prompt: held }), 'enter').step).toMatchObject({ effect: null, ui: { refused: 'Enter answers nothing here: press one of the keys below' } });
    const small = at({ prompt: held }, { rows: 15 });
    expect(small.keys.unread).toBe(true);
    expect(pressed(small, 'enter').step.effect).toEqual({ do: 'arm' });
    expect(pressed(at({ prompt: held }), 'r').step.effect).toEqual({ do: 'reply', reply: { kind: 'settle', to: 'p2', doubt: 'conditional', answer: 'run' } });
    expect(pressed(at({ prompt: held }), 's', ...'no', 'enter').step.effect).toMatchObject({ reply: { kind: 'settle', answer: 'skip', reason: 'no' } });
  });
});

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

describe('a command that failed on a small screen', () => {
  const sampled = planOf('# R\n\n## Look\n\n```console\n$ ping -c 1 db-1\nthe file says: 0 received, 100% packet loss\nrtt min/avg/max\nmore of the file\nand more\n```\n', undefined);
  const [look] = sampled.steps;
  const failed: PieceFailed = { ...runPiece(sampled, 0), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true };
  const parts = { plan: sampled, columns: 40, rows: 12, events: attempt(look!.step.id, { status: 'failed', exitCode: 1 }), outputs: { [look!.step.id]: 'what it wrote' } };

  it('shows what it wrote and how it ended, before and after its keys count: not the output that the file shows', () => {
    for (const armed of [false, true]) {
      const settled = at({ prompt: failed, armed }, parts);
      const shown = visible(withUi(settled, { ...settled.ui, armed: true }).rows, settled.ui.reading.top, withUi(settled, { ...settled.ui, armed: true }).pane.rows).flatMap(({ lines }) => lines.map((line) => ('row' in line ? line.row.segments.map(({ text }) => text).join('') : '')));
      expect(shown.join('\n')).toMatch(/what it wrote\nexit status 1/);
    }
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
    expect(pressed(armed, ...'prod-eu', 'enter').step).toMatchObject({ effect: null, ui: { refused: 'shop-prod-eu has “prod-eu” in it: mark it with ↓, or type the whole name' } });
    expect(pressed(armed, 'down', 'enter').step.effect).toEqual(chosen('shop-prod'));
    expect(pressed(armed, ...'shop-prod', 'enter').step.effect).toEqual(chosen('shop-prod'));
  });

  it('that is none is marked by letters that only it has', () => {
    expect(pressed(armed, ...'stag', 'enter').step.effect).toEqual(chosen('shop-staging'));
    expect(pressed(armed, ...'shop', 'enter').step).toMatchObject({ effect: null, ui: { refused: '3 names have “shop” in them: mark one with ↓, or type the whole name' } });
    expect(pressed(armed, ...'edge', 'enter').step.effect).toEqual(chosen('edge'));
  });
});

describe('one of several ways', () => {
  const ways: ChooseAlternative = { kind: 'choose-alternative', id: 'a', group: 0, name: 'Mitigation', line: 3, menu: false, choices: [{ label: 'Option A', line: 3, chosen: false, steps: [] }, { label: 'Option B', line: 7, chosen: false, steps: [] }] };

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
  });
});

describe('quitting', () => {
  const failed: PieceFailed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true };

  it('at a failure can end the run as failed; elsewhere it cannot', () => {
    expect(pressed(at({ prompt: failed }), 'q', 'f').step.effect).toEqual({ do: 'reply', reply: { kind: 'stop', to: 'p1' } });
    expect(pressed(at({ prompt: runPiece(plan, 1) }), 'q', 'f').step.effect).toBeNull();
  });
});

describe('around', () => {
  it('goes to a step by some of its letters', () => {
    const { step } = pressed(at({ prompt: byHand(plan, 0) }), ':', ...'chng', 'enter');
    expect(step.effect).toMatchObject({ do: 'reply', reply: { kind: 'go-to' } });
    expect(pressed(at({ prompt: byHand(plan, 0) }), ':', ...'zzz', 'enter').step.ui.refused).toBe('nothing has these letters');
  });

  it('unfolds a section that is out, and folds it again', () => {
    const start = at({ prompt: runPiece(plan, 2) }, { columns: 120 });
    const open = pressed(start, 'z').scene;
    expect([...open.ui.toggled]).toEqual([plan.runbook.sections.findIndex(({ heading }) => heading === 'Troubleshooting')]);
    expect(pressed(open, 'tab', 'G', 'z').step.ui.toggled.size).toBe(0);
  });

  it('searches the output, and says where there is none', () => {
    const outputs = { [LOOK]: Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n') };
    const failed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true } as const;
    const found = pressed(at({ prompt: failed }, { outputs, events: attempt(LOOK, { status: 'failed', exitCode: 1 }) }), 'o', 'g', '/', ...'line 77', 'enter').scene;
    expect(found.ui.overlay).toMatchObject({ kind: 'output', top: 77, search: 'line 77' });
    expect(pressed(found, 'n').step.ui.message).toBe('no further line with “line 77”');
    expect(pressed(found, 'y').step.effect).toMatchObject({ do: 'copy' });
  });

  it('copies the marked message by itself', () => {
    const messages = [{ path: ['Status page', 'When it opens'], text: 'one' }, { path: ['Internal'], text: 'two' }];
    const before = at({ prompt: runPiece(plan, 2) }, { messages });
    const open = withUi(before, { ...before.ui, overlay: { kind: 'messages', top: 0, at: 0, search: '' } });
    expect(pressed(open, ']', 'y').step.effect).toEqual({ do: 'copy', text: 'two' });
  });
});
