import { type CodeRange, namesListedIn, type Parameter, type Runbook, type ShellAnalysis, type Slot } from '../../model/index.ts';
import { isPlainWord } from '../../shell-syntax/index.ts';
import { quoteAt } from './quote-context.ts';
import { secretAt, secretNames } from '../secrets/index.ts';
import type { ChosenTarget } from '../types.ts';
import type { Values } from '../values/index.ts';

/** What a slot is filled with. */
export type Binding =
  | { readonly kind: 'keep' }
  | { readonly kind: 'replace'; readonly now: string; readonly because: 'target' | 'parameter'; readonly name: string }
  /** The value is not allowed there. */
  | { readonly kind: 'refused'; readonly name: string; readonly why: string }
  /** The parameter has no value. */
  | { readonly kind: 'missing'; readonly name: string }
  /** It is a cell of another target's row, and the chosen target has no such cell. */
  | { readonly kind: 'unbound'; readonly literal: string };

/** The input for filling slots. */
export interface Bindings {
  readonly runbook: Runbook;
  readonly target: ChosenTarget | null;
  readonly values: ReadonlyMap<string, string | null>;
  /** Variables whose value comes only from this machine's environment. */
  readonly inherited: ReadonlySet<string>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Names of those whose values must not appear in any text. */
  readonly secrets: ReadonlySet<string>;
}

/** Indexes the values that slots are filled from. */
export function bindings(runbook: Runbook, target: ChosenTarget | null, values: Values): Bindings {
  return {
    runbook,
    target,
    values: new Map(values.parameters.map(({ parameter, value }) => [parameter.name, value])),
    inherited: new Set(values.parameters.flatMap(({ parameter, source }) => (source === 'environment' ? [parameter.name] : []))),
    parameters: new Map([...runbook.parameters, ...runbook.variables].map((parameter) => [parameter.name, parameter])),
    secrets: secretNames(runbook),
  };
}

/** The code around a slot, which decides how a value must be quoted. */
export interface SlotPlace {
  readonly text: string;
  readonly shell: ShellAnalysis;
  /** Whether a shell runs it, which expands variables itself. */
  readonly expands: boolean;
}

/** What one slot is filled with; variables stay as they are, since the shell expands them. */
export function bindSlot(known: Bindings, slot: Slot, place: SlotPlace | null): Binding {
  if (slot.kind === 'target') return bindTarget(known, slot);
  const name = slot.parameter;
  const value = known.values.get(name) ?? null;
  if (value === null) return { kind: 'missing', name };
  if (known.parameters.get(name)?.kind === 'environment' && place !== null) return { kind: 'keep' };
  if (known.secrets.has(name) && place !== null) return bindSecret(name, value, place, slot);
  const now = isPlainWord(value) || place === null ? value : quoteAt(value, place.text, place.shell, slot);
  return now === null ? { kind: 'missing', name } : { kind: 'replace', now, because: 'parameter', name };
}

function bindSecret(name: string, value: string, { text, shell, expands }: SlotPlace, slot: Slot): Binding {
  if (!expands) return { kind: 'refused', name, why: 'what runs the block is no shell, so the value would have to be written into its text' };
  const written = secretAt(name, value, text, shell, slot);
  return written.ok ? { kind: 'replace', now: written.text, because: 'parameter', name } : { kind: 'refused', name, why: written.why };
}

function bindTarget({ runbook, target }: Bindings, slot: Slot & { readonly kind: 'target' }): Binding {
  if (target === null || slot.target === target.name) return { kind: 'keep' };
  if (isName(runbook, slot)) return replaceBy(target.name, slot, target.name);
  const cell = target.row[slot.column ?? ''];
  const own = runbook.inventories[slot.inventory ?? -1]?.rows[slot.row ?? -1]?.cells[slot.column ?? ''];
  // A name that both rows list is the chosen target's too; one of another list has no counterpart.
  if (namesListedIn(cell ?? '').includes(slot.literal) || cell === slot.literal) return { kind: 'keep' };
  const now = cell === undefined || own === undefined || own === slot.literal ? cell : sameStretch(own, slot.literal, cell);
  return now === undefined || !isPlainWord(now) ? { kind: 'unbound', literal: hostOf(slot.literal) ?? slot.literal } : replaceBy(now, slot, target.name);
}

/** Whether a slot stands for the target itself and not for a cell of its row. */
export function isName(runbook: Runbook, slot: Slot): boolean {
  if (slot.kind !== 'target') return false;
  return slot.column === null || slot.column === runbook.inventories[slot.inventory ?? -1]?.key;
}

function replaceBy(now: string, slot: CodeRange & { readonly literal: string }, name: string): Binding {
  return now === slot.literal ? { kind: 'keep' } : { kind: 'replace', now, because: 'target', name };
}

/** If the text has only the host of a cell, the host of the other cell. */
function sameStretch(own: string, literal: string, cell: string): string | undefined {
  if (own.replace(/\/+$/, '') === literal) return cell.replace(/\/+$/, '');
  if (hostOf(own) === literal) return hostOf(cell) ?? cell;
  return undefined;
}

/** Host of a URL, or `null`. */
export function hostOf(text: string): string | null {
  return /^[a-z][a-z\d+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
