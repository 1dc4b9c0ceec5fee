import { parse } from 'yaml';
import { ANY, EFFECTS, HERE, TRAITS } from './answer.ts';
import type { Answer, Effect, WantedAlternative, WantedDoubt, WantedExpectation, WantedParameter, WantedPiece, WantedStep } from './answer.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf, textsOf } from './fields.ts';

const PIECE_KEYS = ['at', 'manual', 'effect', 'on', 'doubts', 'expects', 'in', 'out', ...TRAITS];
const STEP_KEYS = [...PIECE_KEYS, 'command', 'maybe', 'offers', 'exactly', 'pieces'];
const FILE_KEYS = ['file', 'corpus', 'digest', 'target', 'set', 'section', 'metadata', 'targets', 'parameters', 'alternatives', 'nothing', 'steps'];

/**
 * An answer from its YAML.
 * @throws Error that names the key or word which no answer has.
 */
export function readAnswer(text: string): Answer {
  const fields = fieldsOf(parse(text));
  only(fields, FILE_KEYS);
  const path = textOf(fields['corpus']);
  return {
    file: textOf(fields['file']),
    corpus: path === null ? null : { path, digest: textOf(fields['digest']) ?? '' },
    target: textOf(fields['target']),
    set: texts(fields['set']),
    sections: textsOf(fields['section']),
    metadata: texts(fields['metadata']),
    targets: fields['targets'] === undefined ? null : textsOf(fields['targets']),
    parameters: listOf(fields['parameters']).map(parameter),
    alternatives: listOf(fields['alternatives']).map(alternative),
    nothing: textsOf(fields['nothing']),
    steps: listOf(fields['steps']).map((step) => wantedStep(fieldsOf(step))),
  };
}

function only(fields: Fields, keys: readonly string[]): void {
  const strange = Object.keys(fields).find((key) => !keys.includes(key));
  if (strange !== undefined) throw new Error(`no answer has a "${strange}"`);
}

function texts(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, text]) => [key, String(text)]));
}

function parameter(value: unknown): WantedParameter {
  const fields = fieldsOf(value);
  only(fields, ['name', 'secret', 'example', 'maybe']);
  const secret = fields['secret'];
  return { names: textsOf(fields['name']), secret: typeof secret === 'boolean' ? secret : null, example: textOf(fields['example']), maybe: fields['maybe'] === true };
}

function alternative(value: unknown): WantedAlternative {
  if (!isFields(value)) return { labels: textsOf(value), menu: false };
  only(value, ['menu', 'labels']);
  return { labels: textsOf(value['labels']), menu: value['menu'] === true };
}

function wantedStep(fields: Fields): WantedStep {
  only(fields, STEP_KEYS);
  const manual = textOf(fields['manual']);
  const at = manual ?? textOf(fields['command']) ?? '';
  const kind = manual === null ? 'command' : 'manual';
  const pieces = listOf(fields['pieces']).map(fieldsOf);
  const included = inOrOut(fields, true);
  return {
    kind,
    at,
    included,
    maybe: fields['maybe'] === true,
    effect: pieces.length > 0 ? effects(fields['effect']) : null,
    offers: textsOf(fields['offers']),
    exactly: textOf(fields['exactly']),
    pieces: pieces.length > 0 ? pieces.map((piece) => subPiece(piece, included)) : [wantedPiece(fields, at, kind, included)],
  };
}

function subPiece(fields: Fields, included: boolean | null): WantedPiece {
  only(fields, PIECE_KEYS);
  return wantedPiece(fields, textOf(fields['at']) ?? '', fields['manual'] === true ? 'manual' : 'command', inOrOut(fields, included));
}

function wantedPiece(fields: Fields, at: string, kind: WantedPiece['kind'], included: boolean | null): WantedPiece {
  const doubts = fields['doubts'];
  return {
    at,
    kind,
    effect: effects(fields['effect']),
    on: textOf(fields['on']) ?? HERE,
    doubts: doubts === ANY ? null : textsOf(doubts).map(doubt),
    expects: listOf(fields['expects']).map(expectation),
    traits: TRAITS.filter((trait) => fields[trait] === true),
    included,
  };
}

function inOrOut(fields: Fields, otherwise: boolean | null): boolean | null {
  if (fields['out'] !== undefined) return false;
  return fields['in'] === ANY ? null : otherwise;
}

function effects(value: unknown): readonly Effect[] | null {
  const words = textsOf(value);
  if (words.length === 0 || words.includes(ANY)) return null;
  return words.map((word) => {
    const effect = EFFECTS.find((known) => known === word);
    if (effect === undefined) throw new Error(`no command has the effect "${word}"`);
    return effect;
  });
}

function doubt(word: string): WantedDoubt {
  return { kinds: word.replace(/\?$/, '').split('|'), optional: word.endsWith('?') };
}

function expectation(value: unknown): WantedExpectation {
  const fields = fieldsOf(value);
  only(fields, ['text', 'kind', 'maybe']);
  const kinds = textsOf(fields['kind']);
  return { texts: textsOf(fields['text']), kinds: kinds.includes(ANY) ? null : kinds, maybe: fields['maybe'] === true };
}
