import { type CodeRange, codeSpan, type CodeText, type FilePins, type Inventory, isSecretName, lineAround, type Parameter, type Pins, type ShellAnalysis, type ShellAssignment, type Slot, type Span } from '../../model/index.ts';
import { isOwnFolder, isShellVariable, occurrences } from '../../shell-syntax/index.ts';
import { type Document, RangeList, spanOf } from '../markdown/index.ts';
import type { StepDraft } from '../blocks/index.ts';
import { isArgument } from './arguments.ts';
import { otherPlacesOf, placesOf } from './example-places.ts';
import type { ProseExample } from './examples.ts';
import { findLiterals, type Literals } from './literals.ts';
import { nounFor } from './kinds-of-value.ts';
import type { SampleIds } from './sample-ids.ts';
import { columnOf, isAnyValue, parameterName } from './parameter-names.ts';
import { isNamedIn } from './own-names.ts';
import { markedValues } from './replacements.ts';
import { standIns } from './stand-ins.ts';
import { withPin } from './with-pin.ts';

/** Code of a step, or of a command that it offers, with its place. */
export interface StepCode {
  readonly step: number;
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
}

/** The input for finding parameters. */
interface ParameterSources {
  readonly document: Document;
  readonly codes: readonly StepCode[];
  readonly examples: readonly ProseExample[];
  readonly inventories: readonly Inventory[];
  readonly literals: Literals;
  readonly pins: FilePins;
  readonly stepPins: readonly Pins[];
  /** Ids in the sample output up to a step. */
  readonly samples: SampleIds;
  /** Whether a step that sets something can be out of the plan while one that reads it is in. */
  readonly mayBeMissed: (setter: number, reader: number) => boolean;
}

/** The parameters of a runbook, and the slots for their values in each code. */
export interface FoundParameters {
  readonly parameters: readonly Parameter[];
  /** Variables that a step sets for those below it. */
  readonly variables: readonly Parameter[];
  /** In the order of `codes`. */
  readonly slots: readonly (readonly Slot[])[];
  /** Examples that became parameters, by their literal. */
  readonly examples: readonly { readonly value: string; readonly name: string }[];
}

type Draft = Omit<Parameter, 'steps'> & { readonly steps: Set<number> };

/** Finds parameters and slots in all code. */
export function findParameters(sources: ParameterSources): FoundParameters {
  return new ParameterReader(sources).read();
}

class ParameterReader {
  private readonly found = new Map<string, Draft>();
  private readonly variables = new Map<string, Draft>();
  private readonly slots: readonly RangeList<Slot>[];
  private readonly used: { readonly value: string; readonly name: string }[] = [];
  private readonly sources: ParameterSources;

  constructor(sources: ParameterSources) {
    this.sources = sources;
    this.slots = sources.codes.map(() => new RangeList<Slot>());
  }

  read(): FoundParameters {
    this.readPinned();
    this.sources.codes.forEach((code, index) => this.readPlaceholders(code, index));
    this.readVariables();
    this.sources.codes.forEach((code, index) => this.readLiterals(code, index));
    this.sources.codes.forEach((code, index) => this.readMarked(code, index));
    for (const example of this.sources.examples) this.readExample(example);
    this.sources.codes.forEach((code, index) => this.readSamples(code, index));
    this.readStandIns();
    return { parameters: this.finish([...this.found.values()]), variables: this.finish([...this.variables.values()].filter(({ name }) => !this.found.has(name))), slots: this.slots.map(({ items }) => items), examples: this.used };
  }

  /** Literals that front matter declares to be a parameter. */
  private readPinned(): void {
    for (const pin of this.sources.pins.params) {
      const { replaces } = pin;
      if (replaces === undefined) continue;
      this.sources.codes.forEach((code, index) => {
        for (const range of occurrences(code.code.text, replaces, code.shell)) this.addSlot(index, range, pin.name, { kind: 'pinned', written: replaces, from: `params.${pin.name} in the front matter`, span: pin.span });
      });
    }
  }

  private readPlaceholders({ code, shell }: StepCode, index: number): void {
    for (const { raw, label, isKind, start, end } of shell.placeholders) {
      if (CUT_AWAY.test(label)) continue;
      const span = codeSpan(this.sources.document.source, code, start, end);
      const name = parameterName(isAnyValue(label) ? (assignedTo(code.text, start) ?? label) : label);
      this.addSlot(index, { start, end }, isKind === true ? this.freeName(name, raw) : name, { kind: 'placeholder', written: raw, from: lineAround(code.text, start), span });
    }
  }

  /** Variables that are read before anything sets them for sure; apart from them, those that an earlier step sets. */
  private readVariables(): void {
    const assigned = new Map<string, readonly number[]>();
    for (const { code, shell, step } of this.sources.codes) {
      for (const { name, hasDefault, start, end } of shell.reads) {
        const here = shell.assignments.find((assignment) => assignment.name === name && assignment.start < start);
        if ((here !== undefined && !mayBeApart(shell, here, start)) || hasDefault || !/^[A-Za-z_]\w*$/.test(name)) continue;
        // One of the shell's own variables, unless a step above sets it too: it is asked for only if that step is left out.
        const isOwn = isShellVariable(name);
        if (isOwn && !(isOwnFolder(name) && assigned.has(name))) continue;
        const isSetAbove = here !== undefined || assigned.get(name)?.some((setter) => !this.sources.mayBeMissed(setter, step)) === true;
        this.use(isSetAbove || isOwn ? this.variables : this.found, name, step, { kind: 'environment', written: code.text.slice(start, end).startsWith('${') ? `\${${name}}` : `$${name}`, from: lineAround(code.text, start), span: codeSpan(this.sources.document.source, code, start, end) });
      }
      for (const { name } of shell.assignments) assigned.set(name, [...(assigned.get(name) ?? []), step]);
    }
  }

  private readLiterals({ code, shell }: StepCode, index: number): void {
    for (const { start, end, literal, target, inventory, row, column } of findLiterals(code.text, this.sources.literals, shell)) {
      this.slots[index]?.add({ start, end, literal, span: codeSpan(this.sources.document.source, code, start, end), kind: 'target', target, inventory, row, column });
    }
  }

  /** Values that the comment at the end of their line says to replace. */
  private readMarked({ code, shell }: StepCode, index: number): void {
    for (const { start, end, noun, value, words } of markedValues(code.text, shell)) {
      this.addSlot(index, { start, end }, parameterName(noun), { kind: 'example', written: value, from: words, span: codeSpan(this.sources.document.source, code, start, end), example: value });
    }
  }

  /** An example is a parameter if it is an exact argument of a command, or all that a variable is given; then wherever it stands. */
  private readExample(example: ProseExample): void {
    const wanted = parameterName(nounFor(example.noun, example.value));
    const name = example.replaced === true && this.found.get(wanted)?.kind === 'example' ? this.freeName(wanted, example.value) : wanted;
    const span = spanOf(this.sources.document, example.range);
    const known = this.found.get(name);
    if (known !== undefined && known.kind !== 'example' && known.kind !== 'pinned') {
      if (known.example === null) this.found.set(name, { ...known, example: example.value });
      return;
    }
    if (example.value.startsWith('-')) return;
    const add = (index: number, range: CodeRange): boolean => {
      const isNew = this.addSlot(index, range, name, { kind: 'example', written: example.value, from: example.words, span, example: example.value });
      if (isNew) this.used.push({ value: example.value, name });
      return isNew;
    };
    const isAsked = this.sources.codes.map(({ code, shell }, index) => placesOf(code.text, shell, example).filter((range) => add(index, range)).length > 0).some(Boolean);
    // What is asked for is so everywhere: a copy of the example that stayed in a path would act on something else than was answered.
    if (isAsked) this.sources.codes.forEach(({ code, shell }, index) => otherPlacesOf(code.text, shell, example.value).forEach((range) => add(index, range)));
  }

  /** An id in sample output differs each time. */
  private readSamples({ code, shell, step }: StepCode, index: number): void {
    for (const command of shell.commands) {
      for (const { value } of command.args) {
        const noun = value === null ? null : this.sources.samples(value, step);
        if (value === null || noun === null) continue;
        const name = this.freeName(parameterName(noun), value);
        for (const range of isArgument(command, value)) {
          this.addSlot(index, range, name, { kind: 'example', written: value, from: `${value} in a sample of the output`, span: codeSpan(this.sources.document.source, code, range.start, range.end), example: value });
        }
      }
    }
  }

  /** Names and ids that stand for others, unless the file itself says what they are; in all of its commands, once one that acts has them. */
  private readStandIns(): void {
    const { document, codes } = this.sources;
    const found = codes.map(({ code, shell }) => standIns(code.text, shell));
    const names = new Map<string, string | null>();
    const nameOf = (value: string, noun: string): string | null => {
      const known = names.get(value);
      if (known !== undefined) return known;
      const name = isNamedIn(document.source.text, value) ? null : this.freeName(parameterName(noun), value);
      names.set(value, name);
      return name;
    };
    const add = (index: number, { start, end }: CodeRange, value: string, name: string | null): void => {
      const source = codes[index];
      if (source === undefined || name === null) return;
      this.addSlot(index, { start, end }, name, { kind: 'example', written: value, from: lineAround(source.code.text, start), span: codeSpan(document.source, source.code, start, end), example: value });
    };
    found.forEach((inCode, index) => inCode.forEach((range) => add(index, range, range.value, nameOf(range.value, range.noun))));
    for (const [value, name] of names) codes.forEach(({ code, shell }, index) => (name === null ? [] : occurrences(code.text, value, shell)).forEach((range) => add(index, range, value, name)));
  }

  /** A unique name for a parameter; the same id keeps its name. */
  private freeName(wanted: string, value: string): string {
    const isFree = (name: string): boolean => this.found.get(name) === undefined || this.found.get(name)?.written === value;
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : `${wanted}-${count}`;
      if (isFree(name)) return name;
    }
  }

  private addSlot(index: number, range: CodeRange, name: string, origin: Origin): boolean {
    const source = this.sources.codes[index];
    if (source === undefined || this.slots[index]?.meets(range) === true) return false;
    this.use(this.found, name, source.step, origin);
    const literal = source.code.text.slice(range.start, range.end);
    this.slots[index]?.add({ start: range.start, end: range.end, literal, span: codeSpan(this.sources.document.source, source.code, range.start, range.end), kind: 'parameter', parameter: name });
    return true;
  }

  private use(found: Map<string, Draft>, name: string, step: number, { example = null, ...origin }: Origin): void {
    const known = found.get(name);
    if (known !== undefined) {
      known.steps.add(step);
      return;
    }
    const column = columnOf(name, this.sources.inventories);
    found.set(name, { name, ...origin, example, default: null, description: null, pattern: null, secret: false, column, steps: new Set([step]) });
  }

  private finish(drafts: readonly Draft[]): readonly Parameter[] {
    const secrets = new Set(this.sources.stepPins.flatMap((pins) => pins.secret?.value ?? []).map(parameterName));
    const patterns = new Map(this.sources.stepPins.flatMap(({ pattern }) => pattern?.value ?? []).map(({ parameter, pattern }) => [parameterName(parameter), pattern]));
    const pins = new Map(this.sources.pins.params.map((pin) => [parameterName(pin.name), pin]));
    return drafts.map((draft) => {
      const name = parameterName(draft.name);
      const pinnedAtBlocks = { secret: secrets.has(name), pattern: patterns.get(name) ?? null };
      return withPin({ ...draft, ...pinnedAtBlocks, steps: [...draft.steps].sort((a, b) => a - b) }, pins.get(name));
    });
  }
}

interface Origin extends Pick<Parameter, 'kind' | 'written' | 'from'> {
  readonly span: Span;
  readonly example?: string | null;
}

/** `<snip>` says that something was cut away, and stands for no value. */
const CUT_AWAY = /^(?:snip|snipped|truncated|omitted)$/i;

/** The variable that a blank is all the value of, and that says what is asked: `CHART_NAME=<put actual name here>`. */
function assignedTo(code: string, start: number): string | null {
  return /(?:^|\s)([A-Za-z_]\w*)=["']?$/.exec(code.slice(Math.max(0, start - 80), start))?.[1] ?? null;
}

/** The codes of a step: its own, or those that it offers. */
export function codesOf(draft: StepDraft): readonly { readonly code: CodeText; readonly shell: ShellAnalysis }[] {
  return draft.kind === 'command' ? [{ code: draft.code, shell: draft.shell }] : draft.offers;
}

/** Whether a variable can be set in another piece than the one that reads it, which can be skipped separately: blocks are cut at comments, and after commands that make a secret. */
function mayBeApart({ comments }: ShellAnalysis, setter: ShellAssignment, read: number): boolean {
  return isSecretName(setter.name) || comments.some(({ start }) => setter.end <= start && start < read);
}
