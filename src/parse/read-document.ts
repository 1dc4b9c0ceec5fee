import type { Code } from 'mdast';
import { type AlternativeGroup, type Diagnostic, type FilePins, type Inventory, type Located, matchesGlob, mergeConflicts, type Runbook, type Section, type SectionRole, type Slot, type Target } from '../model/index.ts';
import { collect, type Collected, type Document, emptyDocument, spanOf, toBlocks, written } from './markdown/index.ts';
import { readFrontMatter } from './metadata/index.ts';
import { invalidPatterns } from './expectations/index.ts';
import { readFilePins } from './pins/index.ts';
import { type FenceDraft, type StepDraft, tooMuchShell } from './blocks/index.ts';
import { areNamedInTurn, findHistories, findInventories, findTargets, unique } from './inventory/index.ts';
import { type Budgets, findCallouts, findTemplates, readApplies, readBudgets, type SectionDraft } from './sections/index.ts';
import { bracedNames, codesOf, collectLiterals, findParameters, type FoundParameters, type Literals, type ProseExample, proseExamples, sampleIds, saidReplacements, speaksOfReplacing, type StepCode, toldExamples, valuesOfKind } from './parameters/index.ts';
import { cutBlocks, findAlternatives } from './alternatives/index.ts';
import { assembleSteps, findSteps, findVariants, knowSessions, namesTargets, stepIds } from './steps/index.ts';
import { findGates, withDoubts, withPlaces } from './doubts/index.ts';
import { readLayout, type Layout } from './layout.ts';
import { readStructure, toFence } from './structure.ts';
import { reportConflicts } from './two-versions.ts';

/** Reads a parsed document into the model. Diagnostics that were found before come first. */
export function readDocument(read: Document, before: readonly Diagnostic[]): Runbook {
  const diagnostics: Diagnostic[] = [...before];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const collected = collect(read);
  const unread = tooMuchShell(read, collected.codes);
  if (unread !== null) return readDocument(emptyDocument(read.source.text, read.path), [unread]);
  const document: Document = { ...read, braces: bracedNames(read, collected) };
  const frontMatter = readFrontMatter(document, collected.frontMatter, report);
  const pins = readFilePins(document, frontMatter, report);
  const layout = readLayout(document, collected, frontMatter, report);
  const conflicts = mergeConflicts(document.source.text);
  reportConflicts(document, conflicts, layout.fences, report);
  const { sections, roleNames, sectionAt, tables, fences, title, metadata } = layout;
  const { drafts: cut, groups } = cutBlocks(document, findSteps({ document, sections, roles: roleNames, fences, report }));
  const world = readWorld(document, layout, cut);
  const drafts = knowSessions(cut, { braces: document.braces, sections, names: world.names });
  const alternatives = findAlternatives({ document, sections, roles: layout.roles, title: title?.value ?? '', fences, sectionAt, namesTargets: (words) => namesTargets(words, world.targets) }, drafts, groups);
  const mayBeMissed = leftOutApart(drafts, alternatives, roleNames);
  const found = readParameters(document, collected, world, drafts, pins, mayBeMissed);
  const budgets = readBudgets(document, sections, roleNames, collected.paragraphs, sectionAt);
  const callouts = findCallouts(document, sectionAt);
  const titled = titledSection(sections, title?.span.start.offset);
  const parameters = new Map(found.parameters.map((parameter) => [parameter.name, parameter]));
  const parts = { parameters, examples: found.examples, literals: world.literals };
  const assembled = assembleSteps(
    {
      document, sections, callouts, alternatives, roles: roleNames,
      titled,
      ids: stepIds(drafts, sections),
      applies: world.applies,
      budgets: budgets.sections,
      variants: findVariants(document, drafts, sections, world.targets),
      slots: slotFinder(drafts, found.slots),
      parts,
    },
    drafts,
  );
  const steps = withDoubts({ document, collected, conflicts, sections, alternatives, titled, roles: layout.roles, title: title?.value ?? '' }, drafts, withPlaces(drafts, assembled, parts));
  const isCommand = (node: Code): boolean => (fences.get(node)?.commands ?? null) !== null;
  const stepOfFence = new Map(drafts.flatMap((draft, index): readonly [FenceDraft, number][] => (draft.kind === 'command' && draft.fence !== null ? [[draft.fence, index]] : [])).toReversed());
  const modelFences = [...fences.values()].map((fence) => toFence(document, fence, stepOfFence.get(fence) ?? null, sectionAt(fence.range.start)));
  return {
    path: document.path,
    source: document.source,
    title, metadata, pins, steps, alternatives,
    sections: toSections(document, layout, world, budgets),
    inventories: world.inventories,
    targets: world.targets,
    parameters: found.parameters,
    variables: found.variables,
    gates: findGates({ document, title, metadata, paragraphs: collected.paragraphs, codes: collected.codes, drafts, sections, roles: roleNames, sectionAt }),
    templates: findTemplates(document, sections, roleNames, isCommand),
    histories: findHistories(tables, roleNames),
    budget: budgets.whole,
    callouts: callouts.map(({ callout }) => callout),
    structure: readStructure(document, collected, tables, modelFences),
    diagnostics: [...diagnostics, ...invalidPatterns(steps)].sort((a, b) => a.span.start.offset - b.span.start.offset),
  };
}

/** What a runbook can act on. */
interface World {
  readonly inventories: readonly Inventory[];
  readonly targets: readonly Target[];
  /** By section. */
  readonly applies: readonly (readonly Located<string>[])[];
  readonly literals: Literals;
  /** What targets and cells of inventories are called. */
  readonly names: ReadonlySet<string>;
}

function readWorld(document: Document, { sections, tables, roleNames, metadata, metadataEnd }: Layout, drafts: readonly StepDraft[]): World {
  const inventories = findInventories(tables, roleNames, metadataEnd).filter((inventory) => !areNamedInTurn(inventory, drafts, metadata.system));
  const known = findTargets(inventories, metadata.system);
  const applies = sections.map((section) => readApplies(document, section, known));
  const siblings = applies.flat().map(({ value, span }): Target => ({ name: value, glob: true, from: 'section', inventory: null, row: null, span }));
  const targets = unique([...known, ...siblings.filter(({ name }) => !known.some((target) => target.name === name || matchesGlob(target.name, name)))]);
  const names = new Set([...targets.map(({ name }) => name), ...inventories.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells)))]);
  return { inventories, targets, applies, names, literals: collectLiterals(targets, inventories) };
}

function readParameters(document: Document, collected: Collected, world: World, drafts: readonly StepDraft[], pins: FilePins, mayBeMissed: (setter: number, reader: number) => boolean): FoundParameters {
  const codes = drafts.flatMap((draft, step) => codesOf(draft).map(({ code, shell }): StepCode => ({ step, code, shell })));
  const examples = collected.paragraphs.flatMap(({ range }): readonly ProseExample[] => {
    const text = written(document, range);
    const given = [...(HAS_EXAMPLE.test(text) ? proseExamples(text, range.start) : []), ...toldExamples(text, range.start)];
    if (!speaksOfReplacing(text)) return given;
    const next = codes.find(({ code }) => (code.lineOffsets[0] ?? 0) > range.start);
    return [...given, ...saidReplacements(text, range.start), ...(next === undefined ? [] : valuesOfKind(text, range.start, next.shell))];
  });
  return findParameters({ document, codes, examples, inventories: world.inventories, literals: world.literals, pins, stepPins: drafts.map((draft) => draft.pins), samples: sampleIds(drafts), mayBeMissed });
}

/** Whether a step can be out of the plan where another is in: it is a choice that the other is not of, or a contingency. */
function leftOutApart(drafts: readonly StepDraft[], alternatives: readonly AlternativeGroup[], roles: readonly SectionRole[]): (setter: number, reader: number) => boolean {
  const choices = alternatives.flatMap((group) => group.choices.map(({ steps }) => new Set(steps)));
  const isContingency = (step: number): boolean => roles[drafts[step]?.section ?? -1] === 'contingency';
  return (setter, reader) => (isContingency(setter) && !isContingency(reader)) || choices.some((steps) => steps.has(setter) && !steps.has(reader));
}

/** The section that the title heads: its name is said once for the whole. */
function titledSection(sections: readonly SectionDraft[], title: number | undefined): number {
  const first = sections.findIndex(({ depth }) => depth === 1);
  return first >= 0 ? first : sections.findIndex(({ headingRange, depth }) => depth > 0 && headingRange.start === title);
}

const HAS_EXAMPLE = /e\.?g\.?|for example|for instance|such as|like|say|example:|i\.e\.|in (?:this|our|my) (?:case|example)|\(here\b|\bhere\)/i;

/** Slots by step, and by code within it. */
function slotFinder(drafts: readonly StepDraft[], slots: readonly (readonly Slot[])[]): (step: number, code: number) => readonly Slot[] {
  const first: number[] = [];
  let next = 0;
  for (const draft of drafts) {
    first.push(next);
    next += codesOf(draft).length;
  }
  return (step, code) => slots[(first[step] ?? 0) + code] ?? [];
}

function toSections(document: Document, { sections, roles }: Layout, { applies }: World, budgets: Budgets): readonly Section[] {
  return sections.map(({ index, heading, anchor, depth, parent, headingRange, range, nodes }) => ({
    index, heading, anchor, depth, parent,
    role: roles[index]?.role ?? 'procedure',
    roleFrom: roles[index]?.from ?? null,
    appliesTo: applies[index] ?? [],
    budget: budgets.sections[index] ?? null,
    headingSpan: spanOf(document, headingRange),
    span: spanOf(document, range),
    blocks: toBlocks(document, nodes, range),
  }));
}
