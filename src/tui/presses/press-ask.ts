import { unreadableCell } from '../../history/index.ts';
import type { DoubtAnswer } from '../../model/index.ts';
import { doubtsAsked } from '../../walk/index.ts';
import { withOpen } from '../document/folds.ts';
import { offersOf } from '../prompt/ask-content.ts';
import { askChoices } from '../prompt/choices.ts';
import type { Scene } from '../scene/scene.ts';
import { fieldKey, fieldLine, textField } from '../state/text-field.ts';
import { type Ask, hasList, only, type Step, type UiState } from '../state/ui-state.ts';
import type { KeyPress } from '../state/key-press.ts';
import { pasted, replied } from './press-input.ts';
import { sectionShown } from './press-move.ts';
import { searched } from './press-overlay.ts';

/** Keys while a question of the screen's own is open. Nothing but its answer counts. */
export function askKey(scene: Scene, ui: UiState, ask: Ask, key: KeyPress): Step {
  const { name } = key;
  if (name === 'escape') return only(closed({ ...ui, message: ask.kind === 'confirm' || ask.kind === 'yes' ? 'nothing was run' : '' }));
  if (ask.kind === 'quit') return quitKey(ui, name);
  if (ask.kind === 'yes') return name === 'y' ? replyTo(ui, { kind: 'confirm', word: 'y' }) : only(ui);
  if (name === 'down' || name === 'up') return only(vertical(scene, ui, ask, name === 'down' ? 1 : -1));
  if (name === 'enter') return answered(scene, ui, ask);
  const typed = fieldKey(ui.field, pasted(key, ask.kind === 'edit'));
  return typed === null ? only(ui) : only({ ...ui, field: typed, choice: hasList(ask) ? 0 : -1, refused: '' });
}

/** A question of the screen's own; it too must stand a moment before it is answered. */
export function asking(ui: UiState, ask: Ask, text = ''): Step {
  return { ui: { ...ui, ask, field: textField(text), choice: hasList(ask) ? 0 : -1, refused: '', armed: false }, effect: { do: 'arm' } };
}

/** Without a question of the screen's own. */
function closed(ui: UiState): UiState {
  return { ...ui, ask: null, field: textField(''), choice: ui.ask?.kind === 'cell' ? ui.ask.index : -1, refused: '' };
}

type Body =
  | { readonly kind: 'confirm'; readonly word: string }
  | { readonly kind: 'skip' | 'accept'; readonly reason: string }
  | { readonly kind: 'approve'; readonly who: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'edit'; readonly code: string }
  | { readonly kind: 'leave'; readonly then: 'resume' | 'abort' }
  | { readonly kind: 'go-to'; readonly place: string; readonly piece?: number };

/** A reply to what is asked, or to what runs. */
export function replyTo(ui: UiState, body: Body): Step {
  const to = ui.prompt?.id ?? ui.running?.id;
  return to === undefined ? only(closed(ui)) : replied(ui, { ...body, to });
}

function quitKey(ui: UiState, name: string): Step {
  if (name === 'l') return ui.prompt === null && ui.running === null ? { ui, effect: { do: 'leave' } } : replyTo(ui, { kind: 'leave', then: 'resume' });
  if (name === 'a') return replyTo(ui, { kind: 'leave', then: 'abort' });
  if (name === 'f' && ui.prompt?.kind === 'piece-failed') return replied(ui, { kind: 'stop', to: ui.prompt.id });
  return name === 'n' || name === 'enter' ? only(closed(ui)) : only(ui);
}

/** Up and down: lines of a command, or what is offered. */
function vertical(scene: Scene, ui: UiState, ask: Ask, by: 1 | -1): UiState {
  const offers = offersOf(ask, { ...scene, ui });
  const least = hasList(ask) ? 0 : -1;
  if (offers.length > 0) return { ...ui, choice: Math.max(least, Math.min(ui.choice + by, offers.length - 1)) };
  const field = fieldLine(ui.field, by);
  return field === null ? ui : { ...ui, field };
}

function answered(scene: Scene, ui: UiState, ask: Ask): Step {
  const offers = offersOf(ask, { ...scene, ui });
  const value = (offers[ui.choice]?.text ?? ui.field.value).trim();
  const { prompt } = ui;
  switch (ask.kind) {
    case 'confirm':
      return value === ask.word ? replyTo(ui, { kind: 'confirm', word: value }) : only({ ...ui, refused: value === '' ? `type ${ask.word}, or Esc` : `"${value}" is not ${ask.word}: nothing was run` });
    case 'search':
      return only(searched(scene, { ...closed(ui), overlay: ui.overlay === null ? null : { ...ui.overlay, search: value } }, 1, true));
    case 'cell':
      return cellChanged(ui, ask.index, value);
    case 'go-to':
    case 'change':
    case 'change-choice':
      return chosen(scene, ui, ask);
    case 'skip':
    case 'accept':
      return value === '' ? only({ ...ui, refused: 'type the reason, or Esc' }) : doubtOr(ui, ask.kind, value);
    case 'note':
      return value === '' ? only(closed(ui)) : replyTo(ui, { kind: 'note', text: value });
    case 'edit':
      return value === '' ? only({ ...ui, refused: 'the command is empty; Esc leaves it as it was' }) : settledBy(ui, 'edit', { code: value }) ?? replyTo(ui, { kind: 'edit', code: value });
    case 'passed':
      return value === '' ? only({ ...ui, refused: 'type the reason, or Esc' }) : (settledBy(ui, 'passed', { reason: value }) ?? only(ui));
    case 'approve':
      return value === '' ? only({ ...ui, refused: 'type the name, or Esc' }) : replyTo(ui, { kind: 'approve', who: value });
    case 'change-value':
      return value === '' || prompt === null ? only({ ...ui, refused: 'type a value, or Esc' }) : replied(ui, { kind: 'change', to: prompt.id, of: 'parameter', name: ask.name, value });
    default:
      return only(ui);
  }
}

/** A date or a duration that cannot be read stays in its field: it could not be sorted or added up. */
function cellChanged(ui: UiState, index: number, value: string): Step {
  const column = ui.prompt?.kind === 'record-row' ? (ui.prompt.columns[index] ?? '') : '';
  const why = value === ui.cells[index] ? null : unreadableCell(column, value);
  return only(why === null ? { ...closed(ui), cells: ui.cells.with(index, value) } : { ...ui, refused: why });
}

/** A held piece is skipped by settling its doubt, anything else by its own reply. */
function doubtOr(ui: UiState, kind: 'skip' | 'accept', reason: string): Step {
  return (kind === 'skip' ? settledBy(ui, 'skip', { reason }) : null) ?? replyTo(ui, { kind, reason });
}

/** Settles the first doubt of a held piece; `null` where nothing is held or the doubt does not take it. */
export function settledBy(ui: UiState, answer: DoubtAnswer, more: { readonly reason?: string; readonly code?: string } = {}): Step | null {
  const { prompt } = ui;
  const doubt = doubtsAsked(prompt).find(({ answers }) => answers.includes(answer));
  return doubt === undefined || prompt === null ? null : replied(ui, { kind: 'settle', to: prompt.id, doubt: doubt.kind, answer, ...more });
}

/** What is marked in a list. */
function chosen(scene: Scene, ui: UiState, ask: Ask): Step {
  const offer = askChoices(ask, { ...scene, ui })[ui.choice];
  const { prompt } = ui;
  if (offer === undefined || prompt === null) return only({ ...ui, refused: 'nothing has these letters' });
  if (offer.then?.kind === 'change-value') return asking(ui, { ...offer.then, suggestions: scene.suggestions(offer.then.name) });
  if (offer.then !== undefined) return asking(ui, offer.then);
  if (offer.show !== undefined) return only(sectionShown(scene, { ...closed(ui), toggled: withOpen(scene.plan, ui.toggled, [offer.show]) }, offer.show));
  if (ask.kind === 'change-choice') return replied(ui, { kind: 'change', to: prompt.id, of: 'alternative', name: String(ask.group), value: offer.value });
  // What settled a doubt or was judged is taken back, and asked again by the walk itself.
  if (ask.kind === 'change' && offer.value !== '') return replied(ui, { kind: 'change', to: prompt.id, of: offer.of ?? 'doubt', name: offer.value ?? '', value: null });
  // The target leads to no question of its own: the walk says why it stays.
  if (ask.kind === 'change') return replied(ui, { kind: 'change', to: prompt.id, of: 'target', name: '', value: null });
  return replyTo(ui, { kind: 'go-to', place: offer.value ?? '' });
}
