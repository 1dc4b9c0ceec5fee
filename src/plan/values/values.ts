import { compilePattern, isSecretName, type Parameter, type Runbook, wordsIn } from '../../model/index.ts';
import { isPlainWord } from '../../shell-syntax/index.ts';
import { type Refused, refusedValue, unknownName } from '../problems.ts';
import { capturedNames, secretNames } from '../secrets/index.ts';
import type { ChosenTarget, PlannedParameter, PlanProblem, PlanRequest } from '../types.ts';
import { refuseCommandName } from './command-place.ts';
import { refuseRepeated } from './repeats.ts';

type Valued = Omit<PlannedParameter, 'needed' | 'setElsewhere'>;

/** Values of all parameters, with those of the request that were refused. */
export interface Values {
  readonly parameters: readonly Valued[];
  readonly problems: readonly PlanProblem[];
}

/** The value of each parameter: from `--set`, the caller's `RUNBOOK_SET_<NAME>`, the target's row, the environment (for `$VAR` only), then a pinned default. */
export function resolveValues(runbook: Runbook, request: PlanRequest, target: ChosenTarget | null): Values {
  const captured = capturedNames(runbook);
  const all = [...runbook.parameters, ...runbook.variables];
  const known = [...new Set([...all.map(({ name }) => name), ...captured])];
  const unknown = Object.keys(request.values).filter((name) => !known.includes(name));
  const problems = unknown.map((name) => unknownParameter(runbook, name, own(request.values, name) ?? '', known));
  const secrets = secretNames(runbook);
  const parameters = all.map((parameter): Valued => {
    const given = own(request.values, parameter.name) ?? own(request.environment, valueVariable(parameter.name));
    const secret = secrets.has(parameter.name);
    const base = { parameter, secret };
    if (given !== undefined) {
      const refused = refuseHere(runbook, parameter, given, secret);
      if (refused === null) return { ...base, value: given, source: 'set' };
      problems.push(refusedValue(parameter, secret ? { why: 'it is refused' } : refused, parameter.span));
      return { ...base, value: null, source: null };
    }
    return { ...base, ...ownValue(runbook, parameter, request, target) };
  });
  return { parameters, problems };
}

/** What the row of a target has in a column; its name where the column is `''`. */
function cellOf(target: ChosenTarget, column: string): string | undefined {
  return column === '' ? target.name : own(target.row, column);
}

/** Whether a target, whichever is chosen, brings the value along: it need not be asked for besides. */
export function comesWithTarget(runbook: Runbook, parameter: Parameter): boolean {
  const { column } = parameter;
  if (column === null || runbook.targets.length === 0) return false;
  return column === '' || runbook.targets.every(({ inventory, row }) => refuseHere(runbook, parameter, own(runbook.inventories[inventory ?? -1]?.rows[row ?? -1]?.cells ?? {}, column) ?? '') === null);
}

function ownValue(runbook: Runbook, parameter: Parameter, request: PlanRequest, target: ChosenTarget | null): Pick<Valued, 'value' | 'source'> {
  const cell = target === null || parameter.column === null ? undefined : cellOf(target, parameter.column);
  if (cell !== undefined && refuseHere(runbook, parameter, cell) === null) return { value: cell, source: 'target' };
  const inherited = parameter.kind === 'environment' ? own(request.environment, parameter.name) : undefined;
  if (inherited !== undefined) return { value: inherited, source: 'environment' };
  if (parameter.default !== null && refuseHere(runbook, parameter, parameter.default) === null) return { value: parameter.default, source: 'default' };
  return { value: null, source: null };
}

/** The same for the places of a parameter in the runbook: where it is a command's name, it must stay one, and where a path has begun, it does not begin it again. */
function refuseHere(runbook: Runbook, parameter: Parameter, value: string, secret = false): Refused | null {
  const why = refuseValue(parameter, value, secret) ?? (parameter.kind === 'environment' ? null : refuseCommandName(runbook, parameter, value));
  if (why !== null) return { why };
  return parameter.kind === 'environment' ? null : refuseRepeated(runbook, parameter, value);
}

/** Why a parameter may not have a value, or `null`: its pattern decides, else it must be a plain word; the value of a variable may be anything, since it is not command text. */
function refuseValue(parameter: Parameter, value: string, secret = false): string | null {
  if (value.includes('\0')) return 'it holds a NUL character';
  if (parameter.kind !== 'environment' && !secret && /[\r\n]/.test(value)) return 'it holds a line break';
  const pattern = parameter.pattern === null ? null : compilePattern(`^(?:${parameter.pattern})$`, 's');
  if (pattern !== null && !pattern.ok) return `its pattern cannot be used: ${pattern.reason}`;
  if (pattern !== null) return value.length <= LONGEST_VALUE && pattern.pattern.test(value) ? null : `"${value}" does not match /${parameter.pattern ?? ''}/`;
  if (parameter.kind === 'environment') return null;
  if (isBlankItself(parameter, value)) return `"${value}" is what the value is to replace`;
  // It is passed as a variable and never becomes code.
  return secret ? refuseArgument(value) : refuseWord(value);
}

/** A blank in capitals (`YOUR_HOST`) that was typed off the screen; in small letters it may be a real name. */
function isBlankItself({ kind, written }: Parameter, value: string): boolean {
  return kind === 'placeholder' && value === written && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(value);
}

function refuseArgument(value: string): string | null {
  if (value === '') return 'it is empty';
  return value.startsWith('-') ? 'it starts with a dash, as an option does' : null;
}

/** The variable of the caller's environment that gives a parameter its value. */
export function valueVariable(name: string): string {
  return `RUNBOOK_SET_${name.toUpperCase().replace(/[^A-Z\d]/g, '_')}`;
}

/** Why a text is not a plain word, or `null`. */
export function refuseWord(value: string): string | null {
  if (isPlainWord(value)) return null;
  if (value === '') return 'it is empty';
  if (value.startsWith('-')) return `"${value}" starts with a dash, as an option does`;
  const odd = [...value].find((char) => !isPlainWord(char) && char !== '-') ?? '';
  return /\s/.test(odd) ? `"${value}" contains spaces` : `"${value}" has ${odd} in it`;
}

/** The longest value, since a pattern has to match all of it. */
const LONGEST_VALUE = 20_000;

function unknownParameter(runbook: Runbook, name: string, value: string, known: readonly string[]): PlanProblem {
  const problem = unknownName('parameter', `--set ${name}`, 'no such parameter', name, known, 'parameters');
  const fold = (text: string): string => wordsIn(text).join(' ');
  const column = runbook.histories.flatMap(({ columns }) => columns).find((cell) => fold(cell.value) === fold(name))?.value;
  return column === undefined ? problem : { ...problem, advice: `for the history column give --record "${column}=${isSecretName(name) ? '…' : value}"` };
}

/** Looks up a name from a user in a record, where `constructor` is a name like any other. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
