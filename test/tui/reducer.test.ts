import { describe, expect, it } from 'vitest';
import { KEYS, works } from '../../src/tui/keys.ts';
import type { Effect, KeyPress, WalkModel } from '../../src/tui/model.ts';
import { press } from '../../src/tui/reducer.ts';
import { textField } from '../../src/tui/text-field.ts';
import { onDestructive, onManual, ranOnce, ROOM, walkModel } from './walk-model.ts';

function key(name: string): KeyPress {
  return { name, text: name.length === 1 ? name : '' };
}

function type(model: WalkModel, text: string): WalkModel {
  return [...text].reduce((at, char) => press(at, key(char), ROOM).model, model);
}

const onCommand = walkModel();
const ran = walkModel({ run: ranOnce(onCommand.at?.step ?? '') });
const ranDestructive = onDestructive({ run: ranOnce(onDestructive().at?.step ?? '') });

const onStaging = walkModel({}, 'shop-staging');
const manualAt = onManual().at;

const SITUATIONS: Readonly<Record<string, WalkModel>> = {
  'the briefing': walkModel({ phase: 'briefing', at: null, run: null }),
  'a command': onCommand,
  'a command with another target in it': onStaging,
  'a command that has just come up': walkModel({ armed: false }),
  'a command that ran': ran,
  'a destructive command': onDestructive(),
  'a destructive command that ran': ranDestructive,
  'a manual step': onManual(),
  'a manual step that has just come up': onManual({ armed: false }),
  'a step that is looked at': walkModel({ look: manualAt }),
  'a step that ran and is looked at': onManual({ look: onCommand.at, run: ranOnce(onCommand.at?.step ?? '') }),
  'a running command': walkModel({ running: true, busy: true }),
  'a step that was just started': walkModel({ busy: true }),
  'the help': walkModel({ overlay: 'help' }),
  'the text': walkModel({ overlay: 'text' }),
  'the templates': walkModel({ overlay: 'templates' }),
  'the whole output': walkModel({ overlay: 'output' }),
  'the whole output, searched': walkModel({ overlay: 'output', search: 'line' }),
  'a question': walkModel({ dialog: { kind: 'keys', purpose: 'failed', title: '', lines: [] } }),
  'the closing': walkModel({ phase: 'closing', at: null }),
  'the templates at the closing': walkModel({ phase: 'closing', at: null, overlay: 'templates' }),
};

/** Which keys of the table work where. */
const WORKING: Readonly<Record<string, string>> = {
  'the briefing': '? q',
  'a command': 'enter e s n t o p [ ] ? q',
  'a command with another target in it': 'enter e s n t o p v [ ] ? q',
  'a command that has just come up': 'e s n t o p [ ] ? q',
  'a command that ran': 'enter e s r R n t o p [ ] ? q',
  'a destructive command': 'enter e s n t o p [ ] ? q',
  'a destructive command that ran': 'enter e s r n t o p [ ] ? q',
  'a manual step': 'm s n t o p [ ] ? q',
  'a manual step that has just come up': 's n t o p [ ] ? q',
  'a step that is looked at': 'n t o p [ ] ? q',
  'a step that ran and is looked at': 'r n t o p [ ] ? q',
  'a running command': 'x n t o p [ ] ? q',
  'a step that was just started': 'n t o p [ ] ? q',
  'the help': 'n',
  'the text': 'n y',
  'the templates': 'n y',
  'the whole output': '/ y w',
  'the whole output, searched': '/ n N y w',
  'a question': '',
  'the closing': '? q',
  'the templates at the closing': 'n y',
};

describe('every key of the table in every situation', () => {
  for (const [situation, model] of Object.entries(SITUATIONS)) {
    for (const pressed of new Set(KEYS.map((binding) => binding.key))) {
      const expected = (WORKING[situation] ?? '').split(' ').includes(pressed);
      it(`${pressed} ${expected ? 'works' : 'does not work'} on ${situation}`, () => {
        expect(works(model, pressed)).toBe(expected);
        if (expected || model.dialog !== null || model.phase !== 'walk') return;
        const { effect } = press(model, key(pressed), ROOM);
        // A manual step is done by Enter too; nothing else may come of a key that does not work.
        expect(effect === null || effect.do === 'arm' || (situation === 'a manual step' && pressed === 'enter' && effect.do === 'done')).toBe(true);
      });
    }
  }
});

describe('what keys lead to', () => {
  it.each<readonly [string, WalkModel, string, Effect]>([
    ['Enter runs the command', onCommand, 'enter', { do: 'run', until: false }],
    ['r runs it again', ran, 'r', { do: 'run', until: false }],
    ['R runs it until it holds', ran, 'R', { do: 'run', until: true }],
    ['m marks a manual step done', onManual(), 'm', { do: 'done' }],
    ['x stops what runs', walkModel({ running: true, busy: true }), 'x', { do: 'stop' }],
    ['Ctrl-C stops what runs', walkModel({ running: true, busy: true }), 'ctrl-c', { do: 'stop' }],
    ['Ctrl-C leaves where nothing runs', onCommand, 'ctrl-c', { do: 'interrupt' }],
    ['Enter begins after the briefing', walkModel({ phase: 'briefing', at: null, run: null }), 'enter', { do: 'begin' }],
    ['q leaves the briefing', walkModel({ phase: 'briefing', at: null, run: null }), 'q', { do: 'leave' }],
    ['y copies the output', walkModel({ overlay: 'output' }), 'y', { do: 'copy' }],
    ['w saves the output', walkModel({ overlay: 'output' }), 'w', { do: 'save' }],
  ])('%s', (_, model, name, effect) => expect(press(model, key(name), ROOM).effect).toEqual(effect));

  it('a second Enter while the first is on its way does nothing', () => {
    const { model } = press(onCommand, key('enter'), ROOM);
    expect(press(model, key('enter'), ROOM).effect).toBeNull();
  });

  it('a command that is not all on screen is scrolled, not run', () => {
    const first = press(onCommand, key('enter'), { ...ROOM, codeLines: 25 });
    expect(first.effect).toBeNull();
    expect(first.model.codeScroll).toBe(10);
    const second = press(first.model, key('enter'), { ...ROOM, codeLines: 25 });
    expect(second.effect).toBeNull();
    expect(press(second.model, key('enter'), { ...ROOM, codeLines: 25 }).effect).toEqual({ do: 'run', until: false });
  });

  it('a destructive command on production wants the target typed, to the letter', () => {
    const asked = press(onDestructive(), key('enter'), ROOM);
    expect(asked.effect).toBeNull();
    const wrong = press(type(asked.model, 'shop-staging'), key('enter'), ROOM);
    expect({ effect: wrong.effect, dialog: wrong.model.dialog, message: wrong.model.message }).toEqual({ effect: null, dialog: null, message: '"shop-staging" is not shop-prod: nothing was run' });
    expect(press(type(asked.model, 'shop-prod'), key('enter'), ROOM).effect).toEqual({ do: 'run', until: false });
    expect(press(asked.model, key('escape'), ROOM)).toMatchObject({ effect: null, model: { dialog: null, message: 'nothing was run' } });
  });

  it('an example is not taken by Enter; the arrows choose among what was seen', () => {
    const asked = walkModel({ dialog: { kind: 'text', purpose: 'parameter', name: 'release', title: '', lines: [], field: textField(''), offers: ['v85', 'v84'], index: -1 } });
    expect(press(asked, key('enter'), ROOM)).toEqual({ model: asked, effect: null });
    const second = press(press(asked, key('down'), ROOM).model, key('down'), ROOM).model;
    expect(press(second, key('enter'), ROOM).effect).toEqual({ do: 'set', name: 'release', value: 'v84' });
  });

  it('the choice of a target is filtered by typing; a glob is no name', () => {
    const pick = walkModel({ phase: 'briefing', at: null, dialog: { kind: 'pick', purpose: 'target', title: '', choices: ['shop-prod', 'shop-staging', 'cart-*'], filter: '', index: 0 } });
    expect(press(type(pick, 'stag'), key('enter'), ROOM).effect).toEqual({ do: 'choose', purpose: 'target', value: 'shop-staging' });
    expect(press(press(press(pick, key('down'), ROOM).model, key('down'), ROOM).model, key('enter'), ROOM).effect).toBeNull();
    expect(press(type(pick, 'cart-eu'), key('enter'), ROOM).effect).toEqual({ do: 'choose', purpose: 'target', value: 'cart-eu' });
  });

  it('a failed check is accepted or skipped only with a reason', () => {
    const failed = walkModel({ dialog: { kind: 'keys', purpose: 'failed', title: '', lines: [] } });
    for (const [name, effect] of [['a', 'accept'], ['s', 'skip']] as const) {
      const asked = press(failed, key(name), ROOM).model;
      expect(press(asked, key('enter'), ROOM).effect).toBeNull();
      expect(press(type(asked, 'known'), key('enter'), ROOM).effect).toEqual({ do: effect, text: 'known' });
    }
  });

  it('a judgement is answered by y or n', () => {
    const judge = walkModel({ dialog: { kind: 'keys', purpose: 'judge', title: '', lines: [], check: 2 } });
    expect(press(judge, key('y'), ROOM).effect).toEqual({ do: 'judge', check: 2, status: 'held' });
    expect(press(judge, key('n'), ROOM).effect).toEqual({ do: 'judge', check: 2, status: 'failed' });
    expect(press(judge, key('enter'), ROOM)).toEqual({ model: judge, effect: null });
  });

  it('a cell of the row is changed before it is written', () => {
    const row = { where: 'r.md', columns: ['Date', 'Outcome'], cells: ['today', '—'], suggestions: [[], ['Success']], index: 0 };
    const closing = walkModel({ phase: 'closing', at: null, row });
    const asked = press(press(closing, key('j'), ROOM).model, key('e'), ROOM).model;
    const changed = press(type(asked, 'fine'), key('enter'), ROOM).model;
    expect(changed.row?.cells).toEqual(['today', 'fine']);
    expect(press(changed, key('enter'), ROOM).effect).toEqual({ do: 'write-row' });
    expect(press(changed, key('-'), ROOM).effect).toEqual({ do: 'no-row' });
  });

  it('a key for what stood there before answers nothing, and is waited out', () => {
    const failed = walkModel({ armed: false, dialog: { kind: 'keys', purpose: 'failed', title: '', lines: [] } });
    expect(press(failed, key('a'), ROOM)).toEqual({ model: failed, effect: { do: 'arm' } });
    const closing = walkModel({ armed: false, phase: 'closing', at: null, row: { where: 'r.md', columns: ['Date'], cells: ['x'], suggestions: [[]], index: 0 } });
    expect(press(closing, key('enter'), ROOM)).toEqual({ model: closing, effect: { do: 'arm' } });
    const command = walkModel({ armed: false });
    expect(press(command, key('enter'), ROOM)).toEqual({ model: command, effect: { do: 'arm' } });
    expect(press(walkModel({ armed: false, running: true, busy: true }), key('ctrl-c'), ROOM).effect).toEqual({ do: 'stop' });
  });

  it('what is pasted answers questions and presses no key', () => {
    const paste = { name: 'paste', text: 'rm -rf x\nq' };
    expect(press(onCommand, paste, ROOM)).toMatchObject({ effect: null, model: { dialog: null, message: 'what was pasted is ignored: no question is open' } });
    const note = press(onCommand, key('n'), ROOM).model;
    expect(press(note, paste, ROOM).model.dialog).toMatchObject({ field: { value: 'rm -rf x q' } });
    const edit = press(onCommand, key('e'), ROOM).model;
    expect(press(press(edit, key('ctrl-u'), ROOM).model, paste, ROOM).model.dialog).toMatchObject({ field: { value: expect.stringMatching(/rm -rf x\nq$/) } });
  });

  it('an edited command has lines, a cursor and a last word', () => {
    const edit = press(walkModel({ edited: 'one\ntwo' }), key('e'), ROOM).model;
    const broken = press(press(edit, key('up'), ROOM).model, { name: 'newline', text: '' }, ROOM).model;
    const done = press(type(broken, 'x'), key('enter'), ROOM);
    expect(done).toMatchObject({ effect: null, model: { edited: 'one\nx\ntwo', dialog: null, codeSeen: 0 } });
  });

  it('another step is looked at without being run; one that ran can be made the next', () => {
    const at = onCommand.at;
    const looking = press(onManual(), key(']'), ROOM).model;
    expect(looking.look).toEqual(at);
    expect(press(looking, key('enter'), ROOM)).toMatchObject({ effect: null, model: { look: at } });
    expect(press(looking, key('r'), ROOM).effect).toBeNull();
    expect(press(looking, key('['), ROOM).model.look).toBeNull();
    expect(press(looking, key('escape'), ROOM).model.look).toBeNull();
    const again = press({ ...looking, run: ranOnce(at?.step ?? '') }, key('r'), ROOM);
    expect(again).toMatchObject({ effect: { do: 'arm' }, model: { at, look: null, armed: false } });
  });

  it('the output is scrolled from its end, followed again there, and searched both ways', () => {
    const up = press(onCommand, key('k'), ROOM).model;
    expect(up.outputTop).toBe(24);
    expect(press(up, key('j'), ROOM).model.outputTop).toBeNull();
    expect(press(onCommand, key('g'), ROOM).model.outputTop).toBe(0);
    const asked = press(walkModel({ overlay: 'output' }), key('/'), ROOM).model;
    const first = press(type(asked, 'LINE 1'), key('enter'), ROOM).model;
    expect(first.outputTop).toBe(1);
    const second = press(first, key('n'), ROOM).model;
    expect(second.outputTop).toBe(10);
    expect(press(second, key('N'), ROOM).model.outputTop).toBe(1);
    expect(press(type(asked, 'nowhere'), key('enter'), ROOM).model.message).toBe('no further line with "nowhere"');
  });

  it('the output is in view and scrolls while a question about it is open', () => {
    const judge = walkModel({ dialog: { kind: 'keys', purpose: 'judge', title: '', lines: [], check: 0 } });
    expect(press(judge, key('k'), ROOM).model).toMatchObject({ outputTop: 24, dialog: judge.dialog });
    const whole = press(judge, key('o'), ROOM).model;
    expect(whole).toMatchObject({ overlay: 'output', dialog: judge.dialog });
    expect(press(whole, key('y'), ROOM).effect).toBeNull();
    expect(press(whole, key('q'), ROOM).model).toMatchObject({ overlay: null, dialog: judge.dialog });
  });
});
