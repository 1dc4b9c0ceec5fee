import { EFFECTS, TRAITS } from './answer.ts';
import type { Effect, Trait } from './answer.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, textsOf } from './fields.ts';

/** A check as the program read it. */
export interface ReadExpectation {
  readonly text: string;
  readonly kind: string;
}

/** One piece as the program read it; what it does not say is absent, never guessed. */
export interface ReadPiece {
  /** Index of its step. */
  readonly step: number;
  readonly kind: 'command' | 'manual';
  /** By what it is found: its code, or the words of what is done by hand. */
  readonly text: string;
  readonly effect: Effect | null;
  /** What the program takes it for where it says no effect. */
  readonly destructive: boolean;
  readonly on: string | null;
  /** Kinds of the open doubts. */
  readonly doubts: readonly string[];
  readonly expectations: readonly ReadExpectation[];
  readonly traits: readonly Trait[];
  readonly included: boolean;
}

/** One step as the program read it. */
export interface ReadStep {
  readonly id: string;
  readonly kind: 'command' | 'manual';
  readonly title: string;
  readonly line: number;
  readonly included: boolean;
  readonly code: string;
  readonly offers: readonly string[];
  readonly pieces: readonly ReadPiece[];
}

/** A parameter as the program read it. */
export interface ReadParameter {
  readonly name: string;
  readonly secret: boolean;
  readonly example: string | null;
  readonly line: number;
}

/** `show --json`, as far as it is judged. */
export interface Reading {
  readonly steps: readonly ReadStep[];
  readonly parameters: readonly ReadParameter[];
  readonly alternatives: readonly { readonly labels: readonly string[]; readonly menu: boolean }[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly targets: readonly string[];
  /** All words that stand in a step or its prose. */
  readonly words: string;
}

/** The words of a step: what a step by hand asks for, and everything that stands with the step. */
export interface StepWords {
  readonly own: string;
  readonly all: string;
}

/** The reading from what `show --json` printed, with the words of each step by its id. */
export function readingOf(json: unknown, wordsOf: ReadonlyMap<string, StepWords>): Reading {
  const document = fieldsOf(json);
  return {
    steps: listOf(document['steps']).map((step, index) => readStep(fieldsOf(step), index, wordsOf)),
    parameters: listOf(document['parameters']).map((value) => {
      const fields = fieldsOf(value);
      return { name: String(fields['name']), secret: fields['secret'] === true, example: textOf(fields['example']), line: Number(fields['line']) };
    }),
    alternatives: listOf(document['alternatives']).map((value) => {
      const fields = fieldsOf(value);
      return { labels: textsOf(fields['sections']), menu: fields['menu'] === true };
    }),
    metadata: metadataOf(fieldsOf(document['metadata'])),
    targets: textsOf(document['targets']),
    words: [...wordsOf.values()].map(({ all }) => all).join('\n'),
  };
}

function metadataOf(fields: Fields): Reading['metadata'] {
  const known = Object.entries(fields).flatMap(([key, value]) => (value === null || isFields(value) ? [] : [[key, textsOf(value).join(', ')] as const]));
  return Object.fromEntries(known.map(([key, value]) => [metadataKey(key), value]));
}

/** `lastReviewed`, `last_reviewed` and `Last reviewed` are one key. */
export function metadataKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '');
}

function readStep(fields: Fields, index: number, wordsOf: ReadonlyMap<string, StepWords>): ReadStep {
  const kind = fields['kind'] === 'manual' ? 'manual' : 'command';
  const id = String(fields['id']);
  const included = fields['included'] === true;
  const title = textOf(fields['title']) ?? '';
  const own = { ...fields, code: `${title}\n${wordsOf.get(id)?.own ?? ''}`, kind };
  const pieces = kind === 'manual' ? [own] : listOf(fields['pieces']).map(fieldsOf);
  return {
    id,
    kind,
    title,
    line: Number(fields['line']),
    included,
    code: textOf(fields['code']) ?? '',
    offers: textsOf(fields['offers']),
    pieces: pieces.map((piece) => readPiece(piece, index, included)),
  };
}

function readPiece(fields: Fields, step: number, included: boolean): ReadPiece {
  const effect = EFFECTS.find((known) => known === fields['effect']);
  const on = fields['on'];
  return {
    step,
    kind: fields['kind'] === 'manual' ? 'manual' : 'command',
    text: textOf(fields['code']) ?? '',
    effect: effect ?? null,
    destructive: isSaid(fields['destructive']),
    on: on === undefined || on === null ? null : typeof on === 'string' ? on : JSON.stringify(on),
    doubts: listOf(fields['doubts']).map(fieldsOf).filter(({ settledBy }) => settledBy === undefined || settledBy === null).map(({ kind }) => String(kind)),
    expectations: listOf(fields['expectations']).map(fieldsOf).map(({ text, kind }) => ({ text: String(text), kind: String(kind) })),
    traits: TRAITS.filter((trait) => isSaid(fields[trait])),
    included: included && fields['included'] !== false,
  };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
