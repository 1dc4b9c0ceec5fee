import type { KeyPress, WalkModel } from './model.ts';
import type { Step } from './reducer.ts';
import { textField } from './text-field.ts';

/** Keys while the history row is shown. */
export function closing(model: WalkModel, { name }: KeyPress): Step {
  const { row } = model;
  if (row === null || model.busy) return { model, effect: null };
  if (name === 'down' || name === 'j' || name === 'up' || name === 'k') {
    const index = Math.max(0, Math.min(row.index + (name === 'down' || name === 'j' ? 1 : -1), row.columns.length - 1));
    return { model: { ...model, row: { ...row, index } }, effect: null };
  }
  switch (name) {
    case 'e':
      return {
        model: { ...model, dialog: { kind: 'text', purpose: 'cell', title: row.columns[row.index] ?? '', lines: [], field: textField(row.cells[row.index] === '—' ? '' : (row.cells[row.index] ?? '')), offers: row.suggestions[row.index] ?? [], index: -1 } },
        effect: null,
      };
    case 't':
      return { model: { ...model, overlay: 'templates', scroll: 0 }, effect: null };
    case '-':
      return { model: { ...model, busy: true }, effect: { do: 'no-row' } };
    case 'enter':
      return { model: { ...model, busy: true }, effect: { do: 'write-row' } };
    default:
      return { model, effect: null };
  }
}
