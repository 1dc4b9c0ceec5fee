import type { AlternativeGroup } from '../../model/index.ts';
import { type Document, spanOf } from '../markdown/index.ts';
import type { SectionDraft } from './outline.ts';

const CHOICE = /^(?:\d+[.)]\s*)?(option|path|alternative|alternate|method|approach|choice|variant|scenario|case|plan|way)\s+(?:#\s*)?([a-z]|\d{1,2}|[ivx]+)\b(?!\s+of\b)/i;

/** `Command-line method` beside `Console method`. */
const KIND = /\b(option|alternative|method|approach)(?:\s*\([^()]*\))?$/i;

/** `Procedure: drain a node` beside `Procedure: rotate a certificate`: a collection, of which one is wanted at a time. */
const COLLECTION = /^(procedure|scenario|playbook|recipe|use case)\s*(?::|\s[—–-]\s)\s*\S/i;

/** Sibling sections named as choices: Option A and Option B. */
export function findAlternatives(document: Document, sections: readonly SectionDraft[]): readonly AlternativeGroup[] {
  const groups = new Map<string, SectionDraft[]>();
  for (const section of sections) {
    const word = (CHOICE.exec(section.heading) ?? KIND.exec(section.heading) ?? COLLECTION.exec(section.heading))?.[1]?.toLowerCase();
    if (word === undefined) continue;
    const key = `${section.parent ?? ''} ${section.depth} ${word}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [section]);
    else group.push(section);
  }
  return [...groups.values()].filter((choices) => choices.length > 1).map((choices, index) => ({
    index,
    choices: choices.map((choice) => choice.index),
    span: spanOf(document, { start: choices[0]?.range.start ?? 0, end: choices.at(-1)?.range.end ?? 0 }),
  }));
}
