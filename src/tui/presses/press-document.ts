import { isWithin, withoutBlankEnds } from '../../model/index.ts';
import { stepOf } from '../../plan/index.ts';
import { doubtsAsked, unapproved } from '../../walk/index.ts';
import { markedBy } from '../keys/moves.ts';
import { outlineItems } from '../document/outline.ts';
import { placeBy } from '../document/places.ts';
import { hasRead, readOn } from '../document/reading.ts';
import { clamped, moved } from '../document/viewport.ts';
import { askChoices, promptChoices } from '../prompt/choices.ts';
import { withInput } from '../scene/follow.ts';
import { KEY_NAMES } from '../keys/key-names.ts';
import { KEYS, works } from '../keys/keys.ts';
import { asksBelowText, type Scene } from '../scene/scene.ts';
import { isAtEnd } from '../scene/text-left.ts';
import { only, type Step, stopping, type UiState } from '../state/ui-state.ts';
import type { KeyPress } from '../state/key-press.ts';
import { asking, replyTo, settledBy } from './press-ask.ts';
import { replied } from './press-input.ts';
import { lookedAt, scrolledTo, sectionToFold } from './press-move.ts';

/** Keys on the document: what the prompt takes, and what looks around. */
export function documentKey(scene: Scene, ui: UiState, key: KeyPress): Step {
  const { name } = key;
  if (name === 'escape') return only(backToFocus(scene, ui));
  if (ui.prompt?.kind === 'choose-alternative' && ui.typing) return chooseKey(scene, ui, name);
  const cell = ui.prompt?.kind === 'record-row' ? markedBy(name, Math.max(0, ui.choice), ui.prompt.columns.length) : null;
  if (cell !== null) return only({ ...ui, choice: cell });
  if (name === 'enter') return enterKey(scene, ui);
  return works(scene.keys, name) ? letterKey(scene, ui, name) : only(unheeded(scene, ui, name));
}

/** Says of a key of the help that it does nothing now; what is no key of ours needs no words. */
function unheeded(scene: Scene, ui: UiState, name: string): UiState {
  if (works({ ...scene.keys, unread: false }, name)) return { ...ui, message: 'read on first: Enter' };
  const ended = ui.prompt?.kind === 'record-row' || ui.prompt?.kind === 'finished' ? ': the run has ended' : ' here';
  return KEYS.some(({ key }) => key === name) ? { ...ui, message: `${KEY_NAMES[name] ?? name} does nothing${ended}` } : ui;
}

/** Goes back to the next step, with its command on screen. */
function backToFocus(scene: Scene, ui: UiState): UiState {
  const here: UiState = { ...ui, look: null, pane: 'document' };
  const { focusEnd, rows, pane } = scene;
  if (!ui.typing) return scene.keys.unread ? readFurther(scene, here) : withInput(scene, here);
  return focusEnd === null || scene.focusShown ? here : scrolledTo(scene, here, clamped(rows, moved(rows, focusEnd, -pane.rows), pane.rows));
}

/** Enter runs only a command that has been on screen completely; until then it reads on. */
function enterKey(scene: Scene, ui: UiState): Step {
  const { prompt } = ui;
  if (ui.phase === 'briefing') return ui.busy ? only(ui) : { ui: { ...ui, busy: true }, effect: { do: 'begin' } };
  if (ui.look !== null) return only({ ...ui, message: 'nothing runs from here: Esc goes back to the step that is next' });
  if (!ui.typing && !scene.keys.unread) return only(withInput(scene, ui));
  if (prompt === null || ui.busy) return only(ui);
  if (isAtEnd(prompt) && scene.keys.unread) return reading(scene, ui);
  if (prompt.kind === 'finished') return { ui, effect: { do: 'close' } };
  if (prompt.kind === 'end-run') return replied(ui, { kind: 'end', to: prompt.id });
  if (prompt.kind === 'record-row') return replied(ui, { kind: 'write', to: prompt.id, cells: ui.cells });
  const reads = prompt.kind === 'run-piece' || prompt.kind === 'do-by-hand' || prompt.kind === 'settle-doubt' || asksBelowText(prompt);
  if (reads && scene.keys.unread) return reading(scene, ui);
  // Says that nothing happens, since a key without any effect looks like a program that hangs.
  if (prompt.kind !== 'run-piece' && prompt.kind !== 'do-by-hand') return only({ ...ui, message: 'Enter does nothing here' });
  if (prompt.kind === 'do-by-hand') return replied(ui, { kind: 'done', to: prompt.id });
  if (unapproved(prompt) !== null) return only({ ...ui, message: 'not approved yet: nothing was run' });
  if (prompt.ask.key === 'word') return asking(ui, { kind: 'confirm', word: prompt.ask.word, why: prompt.ask.why });
  if (prompt.ask.key === 'y') return asking(ui, { kind: 'yes', why: prompt.ask.why });
  return replied(ui, { kind: 'run', to: prompt.id });
}

/** Reads on; what Enter does then counts once it has been on screen for a moment. */
function reading(scene: Scene, ui: UiState): Step {
  return { ui: { ...readFurther(scene, ui), armed: false }, effect: { do: 'arm' } };
}

/** The next page of what was not on screen; where all was, the command itself. */
function readFurther(scene: Scene, ui: UiState): UiState {
  const { rows, pane, toRead } = scene;
  if (toRead === null) return ui;
  return hasRead(ui.reading, toRead) ? backToFocus(scene, ui) : { ...ui, reading: readOn(rows, ui.reading, toRead, pane.rows), follow: false };
}

function chooseKey(scene: Scene, ui: UiState, name: string): Step {
  const { prompt } = ui;
  if (prompt?.kind !== 'choose-alternative') return only(ui);
  const choices = promptChoices(prompt, ui);
  const choice = markedBy(name, ui.choice, choices.length);
  if (choice !== null) return only({ ...ui, refused: '', choice });
  const marked = choices[ui.choice];
  if (name === 'enter' && marked === undefined) return only({ ...ui, refused: 'mark one with the arrows' });
  if (name === 'enter' && marked !== undefined) return ui.busy ? only(ui) : replied(ui, { kind: 'choose', to: prompt.id, choice: marked.value });
  return works(scene.keys, name) ? letterKey(scene, ui, name) : only(unheeded(scene, ui, name));
}

function letterKey(scene: Scene, ui: UiState, name: string): Step {
  return promptLetter(ui, name) ?? lookLetter(scene, ui, name) ?? only(ui);
}

/** Letters that answer the question. */
function promptLetter(ui: UiState, name: string): Step | null {
  const { prompt } = ui;
  if (name === 'x') return stopping(ui);
  if (prompt === null) return null;
  const plain = (kind: 'holds' | 'fails' | 'unsure' | 'done' | 'ran' | 'retry' | 'until-it-holds' | 'keep-none'): Step => replied(ui, { kind, to: prompt.id });
  switch (`${prompt.kind} ${name}`) {
    case 'judge y':
      return plain('holds');
    case 'judge n':
      return plain('fails');
    case 'judge u':
      return plain('unsure');
    case 'do-by-hand m':
      return plain('done');
    case 'interrupted m':
      return plain('ran');
    case 'interrupted r':
    case 'piece-failed r':
      return plain('retry');
    case 'piece-failed R':
      return plain('until-it-holds');
    case 'piece-failed a':
      return asking(ui, { kind: 'accept' });
    case 'record-row -':
      return plain('keep-none');
    case 'record-row e':
      return cellAsked(ui);
    case 'run-piece A':
      return asking(ui, { kind: 'approve' });
    case 'run-piece e':
    case 'settle-doubt e':
      return asking(ui, { kind: 'edit' }, 'code' in prompt ? withoutBlankEnds(prompt.code) : '');
    case 'run-piece s':
    case 'do-by-hand s':
    case 'piece-failed s':
    case 'interrupted s':
    case 'settle-doubt s':
      return asking(ui, { kind: 'skip' });
    default:
      if (ui.look === null) return doubtsAsked(prompt).length > 0 ? doubtLetter(ui, name) : null;
      return name === 'r' ? replyTo(ui, { kind: 'go-to', place: ui.look.step, piece: ui.look.piece }) : null;
  }
}

function doubtLetter(ui: UiState, name: string): Step | null {
  const answers = { h: 'here', m: 'done', r: 'run', T: 'theirs', M: 'mine', F: 'finish', X: 'stop' } as const;
  if (name === 'P') return asking(ui, { kind: 'passed' });
  return name in answers ? settledBy(ui, answers[name as keyof typeof answers]) : null;
}

function cellAsked(ui: UiState): Step {
  const index = Math.max(0, ui.choice);
  const cell = ui.cells[index] ?? '';
  return asking(ui, { kind: 'cell', index }, cell === '—' ? '' : cell);
}

/** Letters for looking around, which change nothing in the run. */
function lookLetter(scene: Scene, ui: UiState, name: string): Step | null {
  switch (name) {
    case ':':
      return askingWhere(scene, ui);
    case 'c':
      return asking(ui, { kind: 'change' });
    case 'n':
    case 'N':
      return asking(ui, { kind: 'note' });
    case 'q':
      return ui.phase === 'briefing' ? { ui, effect: { do: 'leave' } } : asking(ui, { kind: 'quit' });
    case 'v':
      return only({ ...ui, values: !ui.values });
    case 'o':
      return only({ ...ui, overlay: { kind: 'output', top: null, at: 0, search: '' } });
    case 't':
      return only({ ...ui, overlay: { kind: 'messages', top: 0, at: 0, search: '' } });
    case 'z':
      return only(folded(scene, ui));
    case 'tab':
      return only(ui.pane === 'outline' ? { ...ui, pane: 'document' } : { ...ui, pane: 'outline', outlineAt: Math.max(0, outlineItems(scene.view).findLastIndex(({ current }) => current)) });
    case 'p':
      return only(scene.keys.focus === null ? ui : lookedAt(scene, ui, ui.look ?? scene.keys.focus));
    case ']':
    case '[':
      return only(lookedBy(scene, ui, name === ']' ? 1 : -1));
    default:
      return null;
  }
}

function folded(scene: Scene, ui: UiState): UiState {
  const section = sectionToFold(scene, ui);
  if (section === null) return { ...ui, message: 'no heading is on screen' };
  const framed = stepOf(scene.plan, scene.keys.focus?.step)?.step.section;
  if (framed !== undefined && isWithin(scene.plan.runbook.sections, framed, section)) return { ...ui, message: 'stays open: the framed step is in it' };
  const toggled = new Set(ui.toggled);
  if (!toggled.delete(section)) toggled.add(section);
  return { ...ui, toggled };
}

/** The list of places, with the one that is next marked: a bare Enter goes nowhere else. */
function askingWhere(scene: Scene, ui: UiState): Step {
  const { plan, keys: { focus } } = scene;
  const { ui: asked, effect } = asking(ui, { kind: 'go-to' });
  const section = ui.prompt?.kind === 'choose-alternative' ? plan.alternatives[ui.prompt.group]?.group.section : null;
  const here = section == null ? focus?.step : plan.runbook.sections[section]?.anchor;
  const at = askChoices({ kind: 'go-to' }, { ...scene, ui: asked }).findIndex(({ value, show }) => value === here && show === undefined);
  return { ui: { ...asked, choice: Math.max(0, at) }, effect };
}

/** The view on another place of the plan; back at the one that is next, it is no look any more. */
function lookedBy(scene: Scene, ui: UiState, by: number): UiState {
  const { focus } = scene.keys;
  const from = ui.look ?? focus ?? { step: scene.plan.steps.find(({ included }) => included)?.step.id ?? '', piece: 0 };
  const to = placeBy(scene.plan, from, by);
  const isHere = to.step === focus?.step && to.piece === focus.piece;
  return isHere ? backToFocus(scene, ui) : lookedAt(scene, { ...ui, look: to }, to);
}
