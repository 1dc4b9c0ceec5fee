import { isGlob, matchesGlob, sourceText, spanAt } from '../../src/model/index.ts';
import type { Choice, CommandStep, Expectation, Inventory, ManualStep, Parameter, Piece, Pins, Runbook, Section, SectionRole, Slot, Step } from '../../src/model/index.ts';
import { isExpectationLead, mapParts, readExpectation } from '../../src/parse/expectations/expectation.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import type { Plan, PlanRequest, PlanResult } from '../../src/plan/index.ts';
import { analyzeShell, cutPieces, occurrences, urlHosts } from '../../src/shell-syntax/index.ts';

/** A runbook in few words, for tests of what is made of it. */
export interface Sketch {
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly system?: readonly string[];
  /** Besides `<placeholders>`, which are found. */
  readonly parameters?: readonly (Partial<Parameter> & { readonly name: string })[];
  /** Variables that steps set for those below. */
  readonly variables?: readonly (Partial<Parameter> & { readonly name: string })[];
  readonly sections: readonly SectionSketch[];
  /** Headings of sections that are alternatives. */
  readonly alternatives?: readonly (readonly string[])[];
}

interface SectionSketch {
  readonly heading: string;
  readonly depth?: number;
  readonly role?: SectionRole;
  readonly applies?: readonly string[];
  readonly steps?: readonly StepSketch[];
}

/** A block of shell, or words for a manual step. */
type StepSketch = string | { readonly code: string; readonly for?: string; readonly pins?: Pins } | { readonly text: string };

const zero = spanAt(sourceText(''), 0, 0);

/** The model that the reader would make of such a runbook; lines are those of a file with one heading or code line a line. */
export function build(sketch: Sketch): Runbook {
  const source = sourceText(sketch.sections.flatMap(({ heading, steps = [] }) => [heading, ...steps.map((step) => (typeof step === 'string' ? step : 'code' in step ? step.code : step.text))]).join('\n'));
  const inventory = sketch.table === undefined ? [] : [inventoryOf(sketch.table)];
  const names = [...(sketch.table?.rows.map(([name = '']) => name) ?? []), ...(sketch.system ?? [])];
  const sections: Section[] = [];
  const steps: Step[] = [];
  const parameters = new Map<string, Parameter>((sketch.parameters ?? []).map((parameter) => [parameter.name, parameterOf(parameter)]));
  let offset = 0;
  for (const { heading, depth = 2, role = 'procedure', applies = [], steps: own = [] } of sketch.sections) {
    const headingSpan = spanAt(source, offset, offset + heading.length);
    offset += heading.length + 1;
    const parent = sections.findLast((section) => section.depth < depth)?.index ?? null;
    const index = sections.length;
    const appliesTo = applies.map((value) => ({ value, span: headingSpan }));
    const anchor = heading.toLowerCase().replace(/[^\w]+/g, '-');
    sections.push({ index, heading, anchor, depth, parent, role, roleFrom: role === 'procedure' ? null : heading, appliesTo, budget: null, headingSpan, span: headingSpan, blocks: [] });
    own.forEach((step, counter) => {
      const text = typeof step === 'string' ? step : 'code' in step ? step.code : step.text;
      const span = spanAt(source, offset, offset + text.length);
      const base = { id: `${anchor}-${counter + 1}`, index: steps.length, title: heading, section: index, headings: [heading], role, span, prose: [], below: [], callouts: [], budget: null, appliesTo, alternative: null };
      if (typeof step !== 'string' && 'text' in step) steps.push({ ...base, kind: 'manual', pins: {}, text: [], offers: [], expectations: [] } satisfies ManualStep);
      else {
        const { for: word, pins = {} } = typeof step === 'string' ? { for: undefined } : step;
        const variant = word === undefined ? null : { word, of: steps.length - 1, span };
        steps.push({ ...base, pins, ...commandOf(text, span.start.offset, names, inventory, parameters), variant });
      }
      offset += text.length + 1;
    });
  }
  const targets = [...new Set(names)].map((name) => {
    const row = inventory[0]?.rows.findIndex((candidate) => candidate.name === name) ?? -1;
    return { name, glob: isGlob(name), from: row >= 0 ? ('inventory' as const) : ('system' as const), inventory: row >= 0 ? 0 : null, row: row >= 0 ? row : null, span: zero };
  });
  const choiceOf = (heading: string): Choice => {
    const section = sections.findIndex((candidate) => candidate.heading === heading);
    const isInside = (index: number | null): boolean => index !== null && (index === section || isInside(sections[index]?.parent ?? null));
    return { label: heading, section, steps: steps.flatMap((step) => (isInside(step.section) ? [step.index] : [])), span: sections[section]?.headingSpan ?? zero };
  };
  const alternatives = (sketch.alternatives ?? []).map((headings, index) => ({ index, menu: false, section: sections.find(({ heading }) => heading === headings[0])?.parent ?? null, span: zero, choices: headings.map((heading) => choiceOf(heading)) }));
  return {
    path: 'x.md', source, title: null, pins: { params: [] }, sections, steps, inventories: inventory, targets, parameters: [...parameters.values()], variables: sketch.variables?.map(parameterOf) ?? [], alternatives,
    gates: [],
    templates: [], histories: [], budget: null, callouts: [], diagnostics: [],
    metadata: { owner: null, system: [], severity: null, status: null, lastReviewed: null, reviewIn: null, lastIncident: null, related: [], audience: null, approver: null, escalation: null, entries: [] },
    structure: { headings: [], links: [], anchors: [], fences: [], orderedLists: [], tables: [], html: [], texts: [], comments: [], frontMatter: null, mixedLineEndings: false },
  };
}

function inventoryOf({ columns, rows }: NonNullable<Sketch['table']>): Inventory {
  const cells = (row: readonly string[]) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? '']));
  return { key: columns[0] ?? '', columns, rows: rows.map((row) => ({ name: row[0] ?? '', cells: cells(row), cellSpans: {}, span: zero })), span: zero };
}

function parameterOf(parameter: Partial<Parameter> & { readonly name: string }): Parameter {
  return { kind: 'placeholder', written: `<${parameter.name}>`, example: null, default: null, description: null, pattern: null, secret: false, column: null, from: `<${parameter.name}>`, span: zero, steps: [], ...parameter };
}

type Code = Omit<CommandStep, keyof Pick<CommandStep, 'id' | 'index' | 'title' | 'section' | 'headings' | 'role' | 'span' | 'prose' | 'below' | 'callouts' | 'budget' | 'appliesTo' | 'alternative' | 'pins' | 'variant'>>;

function commandOf(text: string, offset: number, names: readonly string[], inventories: readonly Inventory[], parameters: Map<string, Parameter>): Code {
  const shell = analyzeShell(text);
  for (const { raw, label } of shell.placeholders) if (!parameters.has(label)) parameters.set(label, parameterOf({ name: label, written: raw }));
  const find = (within: string, analysis: typeof shell | null): Slot[] => slotsOf(within, analysis, names, inventories, [...parameters.values()]);
  const lineOffsets = text.split('\n').map((_, line, lines) => offset + lines.slice(0, line).join('\n').length + (line === 0 ? 0 : 1));
  const hosts = urlHosts(text, shell);
  const pieces = cutPieces(text, shell, { isExpectation: ({ text: comment }) => isExpectationLead(comment) !== null }).map(({ kind, start, end, title, comments }, index): Piece => {
    const expectations = comments.flatMap((position): Expectation[] => {
      const lead = isExpectationLead(shell.comments[position]?.text ?? '');
      return lead === null ? [] : [mapParts(readExpectation(lead.rest, zero), (part) => ({ ...part, slots: find(part.text, null) }))];
    });
    return { index, kind, start, end, title, expectations, effect: { effect: 'reads', word: '' }, destructive: null, interactive: null, follow: null, revealing: null, on: null, openers: [], doubts: [], hosts: hosts.filter((host) => host.start >= start && host.end <= end) };
  });
  return { kind: 'command', from: 'fence', language: 'bash', code: { text, lineOffsets }, shell, pieces, slots: find(text, shell), sampleOutput: null, effect: { effect: 'reads', word: '' }, destructive: null, interactive: null, follow: null, revealing: null };
}

function slotsOf(text: string, shell: ReturnType<typeof analyzeShell> | null, names: readonly string[], inventories: readonly Inventory[], parameters: readonly Parameter[]): Slot[] {
  const words = text.split(/[^\w.-]+/);
  const literals = [...names.filter((name) => !isGlob(name)), ...words.filter((word) => names.some((name) => isGlob(name) && matchesGlob(word, name)))];
  const targets = [...new Set(literals)].map((literal) => ({ literal, target: literal, inventory: null, row: null, column: null }));
  const cells = inventories.flatMap((inventory, index) =>
    inventory.rows.flatMap(({ name, cells: row }, position) => inventory.columns.slice(1).map((column) => ({ literal: row[column] ?? '', target: name, inventory: index, row: position, column }))),
  );
  const places = (literal: string) => occurrences(text, literal, shell).map(({ start, end }) => ({ start, end, literal, span: zero }));
  const found: Slot[] = [
    ...[...cells, ...targets].flatMap((slot) => places(slot.literal).map((place): Slot => ({ ...slot, ...place, kind: 'target' }))),
    ...parameters.flatMap(({ name, written }) => places(written).map((place): Slot => ({ ...place, kind: 'parameter', parameter: name }))),
  ];
  return found.filter((slot, index) => !found.some((other, at) => at < index && other.start < slot.end && slot.start < other.end)).sort((a, b) => a.start - b.start);
}

/** The plan of a sketch, where nothing is wrong with the request. */
export function planOf(sketch: Sketch, request: Partial<PlanRequest> = {}): Plan {
  const { plan, problems } = resultOf(sketch, request);
  if (problems.length > 0) throw new Error(problems.map(({ what, why }) => `${what}: ${why}`).join('\n'));
  return plan;
}

/** The plan with what is wrong with the request. */
export function resultOf(sketch: Sketch, request: Partial<PlanRequest> = {}): PlanResult {
  return planRun(build(sketch), { ...EMPTY_REQUEST, ...request });
}
