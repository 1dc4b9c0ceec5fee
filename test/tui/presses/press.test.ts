import { describe, expect, it } from 'vitest';
import { EMPTY_REQUEST, planRun } from '../../../src/plan/index.ts';
import { foldsOf } from '../../../src/tui/document/folds.ts';
import { askChoices } from '../../../src/tui/prompt/choices.ts';
import { withPrompt } from '../../../src/tui/scene/follow.ts';
import { press } from '../../../src/tui/presses/press.ts';
import { visible } from '../../../src/tui/document/viewport.ts';
import type { EnterParameter, PieceFailed, SettleDoubt } from '../../../src/walk/index.ts';
import type { Scene } from '../../../src/tui/scene/scene.ts';
import { attempt, byHand, planOf, runPiece, stepId } from '../scenes.ts';
import { at, key, pressed, withUi } from '../presses.ts';

const plan = planOf();
const LOOK = stepId(plan, 1);
const parameter: EnterParameter = { kind: 'enter-parameter', id: 'v', name: 'release', step: LOOK, from: '', line: 1, example: 'v84', pattern: null, secret: false, suggestions: ['v85', 'v84'], was: null };

describe('what is safe', () => {
  it.each(['x', 'ctrl-c'])('%s while a command runs asks it to stop, and says so', (name) => {
    const { step } = pressed(at({ prompt: null, running: { id: 'r', step: LOOK, piece: 0, attempt: 1, waiting: false } }), name);
    expect(step).toMatchObject({ effect: { do: 'stop' }, ui: { message: 'asked it to stop; after 3 s it is killed' } });
    expect(withPrompt(step.ui, runPiece(plan, 1)).message).toBe('');
  });

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

  it('a key of the help that does nothing now says so; until all was on screen, what comes first', () => {
    const asked = at({ prompt: runPiece(plan, 1) });
    for (const name of ['c', 'y', 'R']) expect(pressed(asked, name).step).toMatchObject({ effect: null, ui: { message: `${name} does nothing here` } });
    expect(pressed(asked, 'Q').step.ui.message).toBe('');
    const held: SettleDoubt = { ...runPiece(plan, 2), kind: 'settle-doubt', doubts: [{ kind: 'conditional', text: 'Only if needed', line: 5, answers: ['run', 'skip'] }] };
    expect(pressed(at({ prompt: held }, { rows: 15, columns: 50 }), 'r').step).toMatchObject({ effect: null, ui: { message: 'read on first: Enter' } });
  });

  it('Ctrl-D, which leaves a shell, says what leaves here; in a text it deletes', () => {
    const asked = at({ prompt: runPiece(plan, 1) });
    const said = (now: Scene, ...keys: readonly string[]): string => pressed(now, ...keys, 'ctrl-d').step.ui.message;
    expect(said(asked)).toBe('no Ctrl-D here: q leaves');
    expect(said(asked, 's')).toBe('no Ctrl-D here: Esc closes this');
    expect(said(asked, '?')).toBe('no Ctrl-D here: Esc closes this');
    expect(said(at({ prompt: parameter }))).toBe('no Ctrl-D here: Esc, then q, leaves');
    expect(said(at({ prompt: null, running: { id: 'r', step: LOOK, piece: 0, attempt: 1, waiting: false } }))).toBe('no Ctrl-D here: x stops the command');
    expect(pressed(at({ prompt: parameter }), 'a', 'b', 'home', 'ctrl-d').step.ui).toMatchObject({ field: { value: 'b' }, message: '' });
  });

  it('while a reply is on its way nothing more is said', () => {
    const sent = pressed(at({ prompt: runPiece(plan, 1) }), 'enter').scene;
    for (const name of ['enter', 'e', 's', 'r']) expect(pressed(sent, name).step.effect).toBeNull();
  });

  it('what destroys is run by the typed name alone; a wrong one keeps the question open', () => {
    const asks = at({ prompt: runPiece(plan, 2, { ask: { key: 'word', word: 'shop-prod', why: 'destroys' } }) });
    const wrong = pressed(asks, 'enter', ...'shop', 'enter').scene;
    expect(wrong.ui).toMatchObject({ ask: { kind: 'confirm' }, refused: '"shop" is not shop-prod: nothing was run', field: { value: 'shop' } });
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
    const waits = pressed(at({ prompt: held }), 'enter');
    expect(waits.step).toMatchObject({ effect: null, ui: { message: 'Enter does nothing here' } });
    // What is said moves nothing: no row of the question is new.
    expect(waits.scene.pane).toEqual(at({ prompt: held }).pane);
    expect(pressed(at({ prompt: held }), 'r').step.effect).toEqual({ do: 'reply', reply: { kind: 'settle', to: 'p2', doubt: 'conditional', answer: 'run' } });
    expect(pressed(at({ prompt: held }), 's', ...'no', 'enter').step.effect).toMatchObject({ reply: { kind: 'settle', answer: 'skip', reason: 'no' } });
  });

  it('a held piece is settled once it was on screen whole; it can be left out before', () => {
    const held: SettleDoubt = { ...runPiece(plan, 2), kind: 'settle-doubt', doubts: [{ kind: 'elsewhere', text: 'ssh db-1', line: 3, answers: ['here', 'done', 'skip'] }] };
    let now = at({ prompt: held }, { rows: 12, columns: 40 });
    expect(now.keys.unread).toBe(true);
    for (const name of ['m', 'h']) expect(pressed(now, name).step.effect).toBeNull();
    expect(pressed(now, 's', ...'no', 'enter').step.effect).toMatchObject({ reply: { answer: 'skip' } });
    while (now.keys.unread) {
      const { scene: next, step } = pressed(now, 'enter');
      expect(step.effect).toEqual({ do: 'arm' });
      now = next;
    }
    expect(pressed(now, 'm').step.effect).toMatchObject({ reply: { kind: 'settle', answer: 'done' } });
  });

  it('where the runbook says what an exit status means, that is asked: with one reason for both, or the run ends', () => {
    const failed: PieceFailed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [], gate: { step: stepId(plan, 2), piece: 0, text: 'If nothing answers, stop here.', line: 22 } };
    const asks = at({ prompt: failed });
    expect(pressed(asks, 'P', ...'it answers', 'enter').step.effect).toEqual({ do: 'reply', reply: { kind: 'settle', to: 'p1', doubt: 'gate', answer: 'passed', reason: 'it answers' } });
    expect(pressed(asks, 'X').step.effect).toMatchObject({ reply: { answer: 'stop' } });
    for (const name of ['a', 'R', 'enter']) expect(pressed(asks, name).step.effect).toBeNull();
    expect(pressed(asks, 'r').step.effect).toMatchObject({ reply: { kind: 'retry' } });
  });
});

describe('a command that failed on a small screen', () => {
  const sampled = planOf('# R\n\n## Look\n\n```console\n$ ping -c 1 db-1\nthe file says: 0 received, 100% packet loss\nrtt min/avg/max\nmore of the file\nand more\n```\n', undefined);
  const [look] = sampled.steps;
  const failed: PieceFailed = { ...runPiece(sampled, 0), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] };
  const parts = { plan: sampled, columns: 40, rows: 12, events: attempt(look!.step.id, { status: 'failed', exitCode: 1 }), outputs: { [look!.step.id]: 'what it wrote' } };

  it('shows what it wrote and how it ended, before and after its keys count: not the output that the file shows', () => {
    for (const armed of [false, true]) {
      const settled = at({ prompt: failed, armed }, parts);
      const shown = visible(withUi(settled, { ...settled.ui, armed: true }).rows, settled.ui.reading.top, withUi(settled, { ...settled.ui, armed: true }).pane.rows).flatMap(({ lines }) => lines.map((line) => ('row' in line ? line.row.segments.map(({ text }) => text).join('') : '')));
      expect(shown.join('\n')).toMatch(/what it wrote\nexit status 1/);
    }
  });
});

describe('quitting', () => {
  const failed: PieceFailed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] };

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

  it('marks where the walk is, so that a bare Enter goes nowhere else', () => {
    expect(pressed(at({ prompt: runPiece(plan, 2) }), ':', 'enter').step.effect).toMatchObject({ reply: { kind: 'go-to', place: stepId(plan, 2) } });
  });

  it('goes to a section that is only to be read by showing it; the walk stays where it is', () => {
    const told = planOf('# R\n\n## Do\n\n1. Look.\n\nIf it answers, go to Troubleshooting.\n\n## More\n\n1. Tell.\n\n## Troubleshooting\n\nRestart the service.\n\nThen wait.\n', undefined);
    const { scene: shown, step } = pressed(at({ prompt: byHand(told, 0) }, { plan: told, rows: 12 }), ':', ...'troub', 'enter');
    expect(step).toMatchObject({ effect: null, ui: { ask: null, refused: '' } });
    expect(shown.keys.unread).toBe(true);
    expect(visible(shown.rows, shown.ui.reading.top, shown.pane.rows).some(({ block }) => shown.blocks[block]?.section === 3)).toBe(true);
  });

  it('goes to a section that is out until now', () => {
    const offered = pressed(at({ prompt: byHand(plan, 0) }), ':', ...'trouble');
    expect(askChoices(offered.scene.ui.ask, offered.scene)).toMatchObject([{ text: 'Troubleshooting', note: expect.stringMatching(/^section, out: "Troubleshooting" .* is a contingency$/) }]);
    expect(pressed(offered.scene, 'enter').step.effect).toMatchObject({ do: 'reply', reply: { kind: 'go-to', place: 'troubleshooting' } });
  });

  it('at a way that is out leads to the choice: to what was chosen before, or to what is still to be asked', () => {
    const text = '# R\n\n1. Tell.\n\n## Do\n\n### Path A\n\n```bash\nsay a\n```\n\n### Path B\n\n```bash\nsay b\n```\n';
    const { runbook } = planOf(text, undefined);
    const open = pressed(at({ prompt: byHand(planOf(text, undefined), 0) }, { plan: planOf(text, undefined) }), ':', ...'path b', 'enter');
    expect(open.step.effect).toMatchObject({ do: 'reply', reply: { kind: 'go-to', place: 'do' } });
    const chosen = planRun(runbook, { ...EMPTY_REQUEST, sections: ['Path A'] }).plan;
    const other = pressed(at({ prompt: byHand(chosen, 0) }, { plan: chosen }), ':', ...'path b', 'enter');
    expect(other.step.ui.ask).toEqual({ kind: 'change-choice', group: 0 });
    expect(pressed(other.scene, ...'path b', 'enter').step.effect).toMatchObject({ do: 'reply', reply: { kind: 'change', of: 'alternative', value: 'Path B' } });
  });

  it('unfolds a section that is out, and folds it again', () => {
    const start = at({ prompt: runPiece(plan, 2) }, { columns: 120 });
    const open = pressed(start, 'z').scene;
    expect([...open.ui.toggled]).toEqual([plan.runbook.sections.findIndex(({ heading }) => heading === 'Troubleshooting')]);
    expect(pressed(open, 'z').step.ui.toggled.size).toBe(0);
    expect(pressed(open, 'tab', 'G', 'z').step.ui.toggled.size).toBe(0);
  });

  it('at the row, keys that go elsewhere say that the run has ended', () => {
    const row = { kind: 'record-row', id: 'w', path: 'r.md', columns: ['Date'], cells: [{ column: 'Date', value: 'today', open: false, suggestions: [], above: '' }], unknown: [], unsaid: false } as const;
    expect(pressed(at({ prompt: row }), ':').step.ui.message).toBe(': does nothing: the run has ended');
    expect(pressed(at({ prompt: runPiece(plan, 1) }), 'x').step.ui.message).toBe('x does nothing here');
  });

  it('a check by eye takes a note by N, since n says no', () => {
    const judge = { ...runPiece(plan, 1), kind: 'judge', check: 0, expectation: 'all Running', reason: '', seen: '', attempt: 1 } as const;
    const ended = at({ prompt: judge }, { events: attempt(LOOK, {}) });
    expect(pressed(ended, 'N', ...'slow', 'enter').step.effect).toMatchObject({ reply: { kind: 'note', text: 'slow' } });
    expect(pressed(ended, 'n').step.effect).toMatchObject({ reply: { kind: 'fails' } });
  });

  it('searches the output, and says where there is none', () => {
    const outputs = { [LOOK]: Array.from({ length: 200 }, (_, i) => `line ${i}`).join('\n') };
    const failed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] } as const;
    const found = pressed(at({ prompt: failed }, { outputs, events: attempt(LOOK, { status: 'failed', exitCode: 1 }) }), 'o', 'g', '/', ...'line 77', 'enter').scene;
    expect(found.ui.overlay).toMatchObject({ kind: 'output', top: 77, search: 'line 77' });
    expect(pressed(found, 'n').step.ui.message).toBe('no further line with "line 77"');
    expect(pressed(found, 'y').step.effect).toMatchObject({ do: 'copy' });
  });

  it('copies the marked message by itself', () => {
    const messages = [{ path: ['Status page', 'When it opens'], text: 'one' }, { path: ['Internal'], text: 'two' }];
    const before = at({ prompt: runPiece(plan, 2) }, { messages });
    const open = withUi(before, { ...before.ui, overlay: { kind: 'messages', top: 0, at: 0, search: '' } });
    expect(pressed(open, ']', 'y').step.effect).toEqual({ do: 'copy', text: 'two' });
  });
});

it('a section that is gone to only to read it is opened, also where it is a way that was not taken', () => {
  const text = '# R\n\n## Take it out\n\n### Option A: it answers\n\n```sh\nuptime\n```\n\n### Option B: it is dead\n\nSwitch it off.\n\n## Look\n\n```sh\ndate\n```\n';
  const { runbook, request } = planOf(text, undefined);
  const { plan } = planRun(runbook, { ...request, sections: ['Option A: it answers'] });
  const before = at({ prompt: runPiece(plan, 0) }, { plan });
  const dead = runbook.sections.findIndex(({ heading }) => heading.startsWith('Option B'));
  expect(foldsOf(plan, before.ui.toggled).has(dead)).toBe(true);
  const asked = pressed(before, ':', ...'dead').scene;
  const down = Array<string>(askChoices(asked.ui.ask, asked).findIndex(({ show }) => show === dead)).fill('down');
  expect(foldsOf(plan, pressed(asked, ...down, 'enter').scene.ui.toggled).has(dead)).toBe(false);
});
