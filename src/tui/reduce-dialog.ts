import type { Dialog, Effect, KeyPress, WalkModel } from './model.ts';
import { found } from './reduce-walk.ts';
import type { Room, Step } from './reducer.ts';
import { fieldKey, fieldLine, textField } from './text-field.ts';

type Text = Extract<Dialog, { kind: 'text' }>;

/** Keys while a question is open. Nothing but its answer counts. */
export function dialogKey(model: WalkModel, dialog: Dialog, key: KeyPress, room: Room): Step {
  switch (dialog.kind) {
    case 'pick':
      return pickKey(model, dialog, key);
    case 'text':
      return textKey(model, dialog, key, room);
    case 'keys':
      return choiceKey(model, dialog, key);
  }
}

/** The choices that the typed filter leaves. */
export function filtered(dialog: Extract<Dialog, { kind: 'pick' }>): readonly string[] {
  return dialog.choices.filter((choice) => choice.toLowerCase().includes(dialog.filter.toLowerCase()));
}

function pickKey(model: WalkModel, dialog: Extract<Dialog, { kind: 'pick' }>, { name, text }: KeyPress): Step {
  const choices = filtered(dialog);
  const put = (change: Partial<typeof dialog>): Step => ({ model: { ...model, dialog: { ...dialog, ...change } }, effect: null });
  if (name === 'down' || name === 'up') return put({ index: Math.max(0, Math.min(dialog.index + (name === 'down' ? 1 : -1), choices.length - 1)) });
  if (name === 'backspace') return put({ filter: dialog.filter.slice(0, -1), index: 0 });
  if (name === 'escape') return dialog.filter === '' ? { model, effect: { do: 'leave' } } : put({ filter: '', index: 0 });
  if (name === 'enter') {
    const chosen = choices[dialog.index];
    // A glob stands for names that only the operator knows: they type one.
    const value = chosen === undefined || /[*?]/.test(chosen) ? dialog.filter : chosen;
    return value === '' ? { model: { ...model, message: 'type the name' }, effect: null } : { model: { ...model, dialog: null }, effect: { do: 'choose', purpose: dialog.purpose, value } };
  }
  return text === '' ? { model, effect: null } : put({ filter: dialog.filter + text.trim(), index: 0 });
}

function textKey(model: WalkModel, dialog: Text, key: KeyPress, room: Room): Step {
  const put = (change: Partial<Text>): Step => ({ model: { ...model, dialog: { ...dialog, ...change } }, effect: null });
  const { name } = key;
  if (name === 'escape') return { model: { ...model, dialog: null, message: dialog.wanted === undefined ? '' : 'nothing was run' }, effect: null };
  if (name === 'down' || name === 'up') return vertical(model, dialog, name === 'down' ? 1 : -1);
  if (name === 'enter') return answered(model, dialog, (dialog.offers[dialog.index] ?? dialog.field.value).trim(), room);
  // An offer that is changed becomes the operator's own text.
  const field = dialog.index < 0 ? dialog.field : textField(dialog.offers[dialog.index] ?? '');
  const typed = fieldKey(field, typedText(dialog, key));
  return typed === null ? { model, effect: null } : put({ field: typed, index: -1 });
}

/** Only a command has lines: elsewhere a line's end that is pasted is a blank. */
function typedText({ purpose }: Text, key: KeyPress): KeyPress {
  if (key.name === 'newline') return { name: 'newline', text: '\n' };
  if (key.name !== 'paste') return key;
  const clean = key.text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
  return { name: 'paste', text: purpose === 'edit' ? clean : clean.trim().replace(/\s*\n\s*/g, ' ') };
}

/** Up and down: lines of a command, or the values that are offered. */
function vertical(model: WalkModel, dialog: Text, by: 1 | -1): Step {
  const put = (change: Partial<Text>): Step => ({ model: { ...model, dialog: { ...dialog, ...change } }, effect: null });
  if (dialog.offers.length > 0) return put({ index: Math.max(-1, Math.min(dialog.index + by, dialog.offers.length - 1)) });
  const field = fieldLine(dialog.field, by);
  return field === null ? { model, effect: null } : put({ field });
}

function answered(model: WalkModel, dialog: Text, value: string, room: Room): Step {
  const closed = { ...model, dialog: null };
  if (dialog.wanted !== undefined) {
    if (value !== dialog.wanted) return { model: { ...closed, message: `"${value}" is not ${dialog.wanted}: nothing was run` }, effect: null };
    return { model: { ...closed, busy: true }, effect: { do: 'run', until: false } };
  }
  if (dialog.purpose === 'cell') {
    const { row } = model;
    return row === null ? { model: closed, effect: null } : { model: { ...closed, row: { ...row, cells: row.cells.map((cell, i) => (i === row.index ? value : cell)) } }, effect: null };
  }
  if (dialog.purpose === 'search') return value === '' ? { model: { ...closed, search: '' }, effect: null } : found({ ...closed, search: value }, room, 1, closed.outputTop ?? room.output.first);
  // An example is a hint: Enter on nothing takes nothing.
  if (value === '') return { model, effect: null };
  if (dialog.purpose === 'edit') return { model: { ...closed, edited: value, codeScroll: 0, codeSeen: 0 }, effect: null };
  return { model: closed, effect: effectOf(dialog, value) };
}

function effectOf(dialog: Text, text: string): Effect | null {
  if (dialog.purpose === 'parameter') return { do: 'set', name: dialog.name ?? '', value: text };
  return dialog.purpose === 'skip' || dialog.purpose === 'accept' || dialog.purpose === 'note' ? { do: dialog.purpose, text } : null;
}

function choiceKey(model: WalkModel, dialog: Extract<Dialog, { kind: 'keys' }>, { name }: KeyPress): Step {
  const closed: WalkModel = { ...model, dialog: null };
  const ask = (purpose: 'skip' | 'accept', title: string): Step => ({ model: { ...model, dialog: { kind: 'text', purpose, title, lines: dialog.lines, field: textField(''), offers: [], index: -1 } }, effect: null });
  if (dialog.purpose === 'judge') {
    if (name === 'y' || name === 'n') return { model: closed, effect: { do: 'judge', check: dialog.check ?? 0, status: name === 'y' ? 'held' : 'failed' } };
    return name === 'u' || name === 'escape' ? { model: closed, effect: { do: 'judge', check: -1, status: 'held' } } : { model, effect: null };
  }
  if (dialog.purpose === 'quit') {
    if (name === 'l') return { model: closed, effect: { do: 'leave' } };
    if (name === 'a') return { model: closed, effect: { do: 'abort' } };
    return name === 'escape' || name === 'enter' || name === 'n' ? { model: closed, effect: null } : { model, effect: null };
  }
  switch (name) {
    case 'a':
      return ask('accept', 'Why is it accepted?');
    case 's':
      return ask('skip', 'Why is it skipped?');
    case 'q':
      return { model: { ...model, dialog: { kind: 'keys', purpose: 'quit', title: 'Leave the walk?', lines: [] } }, effect: null };
    // Again is a look at the command first: Enter then runs it.
    case 'r':
    case 'escape':
      return { model: closed, effect: null };
    default:
      return { model, effect: null };
  }
}
