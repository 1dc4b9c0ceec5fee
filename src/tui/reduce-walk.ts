import type { WalkModel, KeyPress } from './model.ts';
import { works } from './keys.ts';
import { isProduction, pieceOf, stepOf } from './place.ts';
import type { Room, Step } from './reducer.ts';

/** Keys outside dialogs. */
export function walkKey(model: WalkModel, key: KeyPress, room: Room): Step {
  const moved = move(model, key, room);
  if (moved !== null) return { model: moved, effect: null };
  if (model.phase === 'briefing') return briefingKey(model, key);
  if (key.name === 'escape') return { model: { ...model, overlay: null, scroll: 0 }, effect: null };
  if (key.name === 'q' && model.overlay !== null) return { model: { ...model, overlay: null, scroll: 0 }, effect: null };
  if (key.name === 'enter' || key.name === 'm' || key.name === 'r' || key.name === 'R') return runKey(model, key, room);
  if (!works(model, key.name)) return { model, effect: null };
  return plainKey(model, key.name);
}

function briefingKey(model: WalkModel, { name }: KeyPress): Step {
  if (name === 'enter' && model.overlay === null) return model.busy ? { model, effect: null } : { model: { ...model, busy: true }, effect: { do: 'begin' } };
  if (name === 'q' && model.overlay === null) return { model, effect: { do: 'leave' } };
  if (name === 'escape' || name === 'q') return { model: { ...model, overlay: null, scroll: 0 }, effect: null };
  return name === '?' ? { model: { ...model, overlay: 'help', scroll: 0 }, effect: null } : { model, effect: null };
}

function plainKey(model: WalkModel, name: string): Step {
  const open = (purpose: 'skip' | 'note' | 'search', title: string): Step => ({ model: { ...model, dialog: { kind: 'text', purpose, title, lines: [], value: '', offers: [], index: -1 } }, effect: null });
  switch (name) {
    case 'x':
      return { model, effect: { do: 'stop' } };
    case 'e': {
      const code = model.edited ?? pieceOf(model)?.code.text ?? '';
      return { model: { ...model, dialog: { kind: 'text', purpose: 'edit', title: 'Change the command', lines: [], value: code.replace(/^\s*\n/, '').trimEnd(), offers: [], index: -1 } }, effect: null };
    }
    case 's':
      return open('skip', 'Why is it skipped?');
    case 'n':
      return open('note', 'Note');
    case '/':
      return open('search', 'Search');
    case 't':
      return { model: { ...model, overlay: 'templates', scroll: 0 }, effect: null };
    case 'o':
      return { model: { ...model, overlay: 'output', scroll: Number.MAX_SAFE_INTEGER }, effect: null };
    case '?':
      return { model: { ...model, overlay: 'help', scroll: 0 }, effect: null };
    case 'y':
      return { model, effect: { do: 'copy' } };
    case 'w':
      return { model, effect: { do: 'save' } };
    default:
      return { model: { ...model, dialog: { kind: 'keys', purpose: 'quit', title: 'Leave the walk?', lines: [] } }, effect: null };
  }
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
  const ask = (purpose: 'confirm' | 'unbound', title: string, wanted: string): Step => ({ model: { ...model, dialog: { kind: 'text', purpose, title, lines: [], value: '', offers: [], index: -1, wanted } }, effect: null });
  if (piece.unboundHosts.length > 0 && model.edited === null) return ask('unbound', `${piece.unboundHosts.join(', ')} may not belong to ${target ?? 'the target'}. Type yes to run it as it is`, 'yes');
  if (piece.piece.destructive !== null && target !== null && isProduction(target)) return ask('confirm', `This changes production (${piece.piece.destructive.word}). Type ${target} to run it`, target);
  return { model: { ...model, busy: true }, effect: { do: 'run', until: name === 'R' } };
}

function move(model: WalkModel, { name }: KeyPress, room: Room): WalkModel | null {
  const by: Readonly<Record<string, number>> = { j: 1, down: 1, k: -1, up: -1, pagedown: room.page, pageup: -room.page, g: Number.NEGATIVE_INFINITY, G: Number.POSITIVE_INFINITY };
  const delta = by[name];
  if (delta === undefined) return null;
  if (model.overlay !== null || model.phase !== 'walk') return { ...model, scroll: clamp(Math.min(model.scroll, room.most) + delta, room.most) };
  const last = Math.max(0, room.codeLines - room.codeRoom);
  const codeScroll = clamp(model.codeScroll + delta, last);
  return { ...model, codeScroll, codeSeen: Math.max(model.codeSeen, model.codeScroll + room.codeRoom, codeScroll + room.codeRoom) };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
