import { hasInput } from '../keys/keys.ts';
import { hasField, type UiState } from '../state/ui-state.ts';

/** Ctrl-D leaves a shell, and nothing here: what does is said. `null` where there is a text for it to delete from. */
export function endOfInput(ui: UiState): UiState | null {
  const takesText = ui.ask === null ? hasInput(ui) : hasField(ui.ask);
  return takesText && ui.field.value !== '' ? null : { ...ui, message: `no Ctrl-D here: ${wayOut(ui)}` };
}

function wayOut(ui: UiState): string {
  const { prompt, running, ask, overlay } = ui;
  if (ask !== null || overlay !== null) return 'Esc closes this';
  if (hasInput(ui)) return 'Esc, then q, leaves';
  if (running !== null) return 'x stops the command';
  if (prompt?.kind === 'record-row') return 'Enter writes the row';
  return prompt?.kind === 'finished' ? 'Enter leaves' : 'q leaves';
}
