import type { Reply } from '../../walk/index.ts';
import { isGlob } from '../../model/index.ts';
import { markedTarget, type Offered, promptChoices } from '../prompt/choices.ts';
import { fieldKey, textField } from '../state/text-field.ts';
import { only, type Step, type UiState } from '../state/ui-state.ts';
import type { KeyPress } from '../state/key-press.ts';

/** Keys of the prompt's own input. A suggestion is taken or left; what is typed never adds to it. */
export function inputKey(ui: UiState, key: KeyPress): Step {
  const choices = promptChoices(ui.prompt, ui);
  // `-1` is the text, so that a bare Enter takes no suggestion.
  const least = -1;
  if (key.name === 'down' || key.name === 'up') return only({ ...ui, refused: '', choice: Math.max(least, Math.min(ui.choice + (key.name === 'down' ? 1 : -1), choices.length - 1)) });
  if (key.name === 'escape') return ui.field.value !== '' || ui.choice > least ? only({ ...ui, field: textField(''), choice: least, refused: '' }) : only({ ...ui, typing: false, refused: '' });
  if (key.name === 'enter') return ui.busy ? only(ui) : taken(ui, choices);
  const typed = fieldKey(ui.field, pasted(key, false));
  return typed === null ? only(ui) : only({ ...ui, field: typed, choice: ui.prompt?.kind === 'choose-target' ? markedTarget(ui.prompt, typed.value) : least, refused: '' });
}

function taken(ui: UiState, choices: readonly Offered[]): Step {
  const { prompt } = ui;
  const chosen = choices[ui.choice]?.value ?? null;
  // A glob stands for names that only the operator knows: they type one.
  const value = (chosen === null || isGlob(chosen) ? ui.field.value : chosen).trim();
  if (value === '') return only({ ...ui, refused: prompt?.kind === 'choose-target' ? 'type the name, or mark one with the arrows' : 'type a value' });
  // Letters that production has too mark nothing: what was typed is no name yet.
  const named = choices.filter(({ text }) => !isGlob(text));
  if (prompt?.kind === 'choose-target' && chosen === null && named.length > 0 && !prompt.choices.includes(value)) return only({ ...ui, refused: notYet(value, named) });
  if (prompt?.kind === 'choose-target') return replied(ui, { kind: 'choose', to: prompt.id, choice: value });
  if (prompt?.kind === 'enter-parameter') return replied(ui, { kind: 'answer', to: prompt.id, value });
  return only(ui);
}

/** Why letters that stand in a name are no name. */
function notYet(typed: string, [first, ...others]: readonly Offered[]): string {
  const found = others.length === 0 ? `${first?.text ?? ''} has "${typed}" in it: mark it` : `${others.length + 1} names have "${typed}" in them: mark one`;
  return `${found} with the arrows, or type the whole name`;
}

/** The walk is told; until it answers nothing further is taken. */
export function replied(ui: UiState, reply: Reply): Step {
  return { ui: { ...ui, busy: true, refused: '' }, effect: { do: 'reply', reply } };
}

/** Only a command has lines: elsewhere a line's end that is pasted is a blank. */
export function pasted(key: KeyPress, keepLines: boolean): KeyPress {
  if (key.name === 'newline') return { name: 'newline', text: keepLines ? '\n' : '' };
  if (key.name !== 'paste') return key;
  const clean = key.text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
  return { name: 'paste', text: keepLines ? clean : clean.trim().replace(/\s*\n\s*/g, ' ') };
}
