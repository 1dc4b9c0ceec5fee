import { isProduction } from '../plan/index.ts';
import type { Dialog, KeyPress, WalkModel } from './model.ts';
import { works } from './keys.ts';
import { pieceOf, placeBy, stepOf } from './place.ts';
import type { Room, Step } from './reducer.ts';
import { textField } from './text-field.ts';

/** Keys outside dialogs. */
export function walkKey(model: WalkModel, key: KeyPress, room: Room): Step {
  if (model.phase === 'briefing') return briefingKey(model, key);
  if (key.name === 'escape' || (key.name === 'q' && model.overlay !== null)) return { model: back(model), effect: null };
  if (key.name === 'r' && model.look !== null) return again(model);
  if (key.name === 'enter' && model.look !== null && model.overlay === null) return { model: { ...model, message: 'nothing runs from here: Esc goes back to the step that is next' }, effect: null };
  if (key.name === 'enter' || key.name === 'm' || key.name === 'r' || key.name === 'R') return runKey(model, key, room);
  if (!works(model, key.name)) return { model, effect: null };
  return plainKey(model, key.name, room);
}

/** What lies above is closed first, then the look at another step ends. */
function back(model: WalkModel): WalkModel {
  if (model.overlay !== null) return { ...model, overlay: null, scroll: 0, outputTop: null };
  return { ...model, look: null, codeScroll: 0, outputTop: null };
}

/** A step that has run becomes the one to run; Enter then runs it. */
function again(model: WalkModel): Step {
  if (!works(model, 'r')) return { model, effect: null };
  return { model: { ...model, at: model.look, look: null, edited: null, codeScroll: 0, codeSeen: 0, outputTop: null, armed: false, message: 'Enter runs it again' }, effect: { do: 'arm' } };
}

function briefingKey(model: WalkModel, { name }: KeyPress): Step {
  if (name === 'enter' && model.overlay === null) return model.busy ? { model, effect: null } : { model: { ...model, busy: true }, effect: { do: 'begin' } };
  if (name === 'q' && model.overlay === null) return { model, effect: { do: 'leave' } };
  if (name === 'escape' || name === 'q') return { model: { ...model, overlay: null, scroll: 0 }, effect: null };
  return name === '?' ? { model: { ...model, overlay: 'help', scroll: 0 }, effect: null } : { model, effect: null };
}

type Text = Extract<Dialog, { kind: 'text' }>;

/** An empty question for a text. */
function ask(model: WalkModel, purpose: Text['purpose'], title: string, change: Partial<Text> = {}): Step {
  return { model: { ...model, dialog: { kind: 'text', purpose, title, lines: [], field: textField(''), offers: [], index: -1, ...change } }, effect: null };
}

function plainKey(model: WalkModel, name: string, room: Room): Step {
  const open = (overlay: WalkModel['overlay']): Step => ({ model: { ...model, overlay, scroll: 0, outputTop: null }, effect: null });
  switch (name) {
    case 'x':
      return { model, effect: { do: 'stop' } };
    case 'e': {
      const code = model.edited ?? pieceOf(model)?.code.text ?? '';
      return ask(model, 'edit', 'Change the command; Ctrl-J breaks the line', { field: textField(code.replace(/^\s*\n/, '').trimEnd()) });
    }
    case 's':
      return ask(model, 'skip', 'Why is it skipped?');
    case 'n':
      return model.overlay === 'output' ? found(model, room, 1) : ask(model, 'note', 'Note');
    case 'N':
      return found(model, room, -1);
    case '/':
      return ask(model, 'search', 'Search');
    case 'v':
      return { model: { ...model, values: !model.values }, effect: null };
    case 't':
      return open('templates');
    case 'o':
      return open('output');
    case 'p':
      return open('text');
    case '?':
      return open('help');
    case ']':
    case '[':
      return looked(model, name === ']' ? 1 : -1);
    case 'y':
      return { model, effect: { do: 'copy' } };
    case 'w':
      return { model, effect: { do: 'save' } };
    default:
      return { model: { ...model, dialog: { kind: 'keys', purpose: 'quit', title: 'Leave the walk?', lines: [] } }, effect: null };
  }
}

/** The view on another place of the plan; back at the one that is next, it is no look any more. */
function looked(model: WalkModel, by: number): Step {
  const from = model.look ?? model.at;
  if (from === null) return { model, effect: null };
  const to = placeBy(model.plan, from, by);
  const isHere = to.step === model.at?.step && to.piece === model.at.piece;
  return { model: { ...model, look: isHere ? null : to, codeScroll: 0, outputTop: null }, effect: null };
}

/** To the nearest line with what was searched for, from the one after (before) the top of the screen. */
export function found(model: WalkModel, { output, outputRoom }: Room, by: 1 | -1, from?: number): Step {
  const top = model.outputTop ?? Math.max(output.first, output.end - outputRoom);
  const line = output.find(model.search, from ?? top + by, by);
  if (line === null) return { model: { ...model, message: `no ${by === 1 ? 'further' : 'earlier'} line with "${model.search}"` }, effect: null };
  return { model: { ...model, outputTop: line }, effect: null };
}

/** Enter and its kin. A command runs only once all of it has been on screen, and what needs a word gets asked for it first. */
function runKey(model: WalkModel, { name }: KeyPress, room: Room): Step {
  const step = stepOf(model);
  const piece = pieceOf(model);
  if (step?.step.kind === 'manual') return works(model, 'm') && name !== 'r' && name !== 'R' ? { model: { ...model, busy: true }, effect: { do: 'done' } } : { model, effect: null };
  if (name === 'm' || !works(model, name) || piece === null || piece.missing.length > 0) return { model, effect: null };
  const seen = Math.max(model.codeSeen, model.codeScroll + room.codeRoom);
  if (seen < room.codeLines) {
    return { model: { ...model, codeSeen: seen, codeScroll: Math.min(model.codeScroll + room.codeRoom, room.codeLines - room.codeRoom), message: 'the command goes on: read it to its end, then Enter runs it' }, effect: null };
  }
  const target = model.plan.target?.name ?? null;
  if (piece.unboundHosts.length > 0 && model.edited === null) return ask(model, 'unbound', `${piece.unboundHosts.join(', ')} may not belong to ${target ?? 'the target'}. Type yes to run it as it is`, { wanted: 'yes' });
  if (piece.piece.destructive !== null && target !== null && isProduction(target)) return ask(model, 'confirm', `This changes production (${piece.piece.destructive.word}). Type ${target} to run it`, { wanted: target });
  return { model: { ...model, busy: true }, effect: { do: 'run', until: name === 'R' } };
}

/** What scrolls: what lies above, the briefing, the output by pages, the command by lines where it is longer than its room. */
export function moved(model: WalkModel, { name }: KeyPress, room: Room): WalkModel | null {
  const by: Readonly<Record<string, number>> = { j: 1, down: 1, k: -1, up: -1, pagedown: room.page, pageup: -room.page, g: Number.NEGATIVE_INFINITY, G: Number.POSITIVE_INFINITY, home: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  const delta = by[name];
  if (delta === undefined) return null;
  if (model.overlay === 'output') return outputMoved(model, delta, room);
  if (model.overlay !== null || model.phase !== 'walk') return { ...model, scroll: clamp(Math.min(model.scroll, room.most) + delta, room.most) };
  if (room.codeLines <= room.codeRoom || name.startsWith('page')) return outputMoved(model, name.startsWith('page') ? Math.sign(delta) * Math.max(1, room.outputRoom - 1) : delta, room);
  const codeScroll = clamp(model.codeScroll + delta, room.codeLines - room.codeRoom);
  return { ...model, codeScroll, codeSeen: Math.max(model.codeSeen, model.codeScroll + room.codeRoom, codeScroll + room.codeRoom) };
}

/** At its end the output is followed again. */
function outputMoved(model: WalkModel, delta: number, { output, outputRoom }: Room): WalkModel {
  const last = Math.max(output.first, output.end - outputRoom);
  const top = Math.max(output.first, (model.outputTop ?? last) + delta);
  return { ...model, outputTop: top >= last ? null : top };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
