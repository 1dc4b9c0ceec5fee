import type { Answer, WantedParameter } from './answer.ts';
import { holds } from './fields.ts';
import type { Mark, Place } from './mark.ts';
import { mark } from './mark.ts';
import type { ReadParameter, Reading } from './reading.ts';
import { metadataKey } from './reading.ts';

/** The marks of what belongs to the whole file: parameters, choices, metadata, targets. */
export function judgeFile(answer: Answer, reading: Reading, place: Place): readonly Mark[] {
  return [...parameterMarks(answer, reading, place), ...alternativeMarks(answer, reading, place), ...metadataMarks(answer, reading, place), ...targetMarks(answer, reading, place)];
}

function parameterMarks(answer: Answer, reading: Reading, place: Place): readonly Mark[] {
  const left = [...reading.parameters];
  const wanted = answer.parameters.flatMap((want) => {
    const index = left.findIndex(({ name }) => want.names.some((known) => sameName(known, name)));
    const [read] = index < 0 ? [] : left.splice(index, 1);
    if (read === undefined && want.maybe) return [];
    const [name = ''] = want.names;
    return [mark('parameters', place, want.example ?? name, { right: read !== undefined && isRight(want, read), wanted: wordsOf({ ...want, name }), found: read === undefined ? 'none' : wordsOf(read) })];
  });
  return [...wanted, ...left.map((read) => ({ ...mark('parameters', place, read.name, { right: false, wanted: 'none', found: wordsOf(read) }), line: read.line }))];
}

function isRight({ secret, example }: WantedParameter, read: ReadParameter): boolean {
  return (secret === null || secret === read.secret) && (example === null || read.secret || example === read.example);
}

function wordsOf({ name, secret, example }: { readonly name: string; readonly secret: boolean | null; readonly example: string | null }): string {
  return [name, ...(secret === true ? ['secret'] : []), ...(example === null ? [] : [`e.g. ${example}`])].join(', ');
}

/** `CURRENT_TAG` and `current-tag` are one name. */
function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[_\s]+/g, '-');
}

function alternativeMarks(answer: Answer, reading: Reading, place: Place): readonly Mark[] {
  const left = [...reading.alternatives];
  const wanted = answer.alternatives.map(({ labels, menu }) => {
    const index = left.findIndex((read) => read.menu === menu && labels.every((label) => read.labels.some((text) => holds(text.toLowerCase(), label.toLowerCase()))));
    const right = index >= 0;
    if (right) left.splice(index, 1);
    return mark('alternatives', place, labels[0] ?? '', { right, wanted: `${menu ? 'menu ' : ''}${labels.join(' / ')}`, found: right ? 'the same' : 'none' });
  });
  return [...wanted, ...left.map(({ labels }) => mark('alternatives', place, labels[0] ?? '', { right: false, wanted: 'none', found: labels.join(' / ') }))];
}

function metadataMarks(answer: Answer, reading: Reading, place: Place): readonly Mark[] {
  return Object.entries(answer.metadata).map(([key, value]) => {
    const found = reading.metadata[metadataKey(key)] ?? 'none';
    return mark('metadata', place, value, { right: found === value, wanted: `${key}: ${value}`, found });
  });
}

function targetMarks(answer: Answer, reading: Reading, place: Place): readonly Mark[] {
  if (answer.targets === null) return [];
  const [wanted, found] = [answer.targets, reading.targets.filter((name) => !name.includes('*'))].map((names) => [...names].sort().join(', '));
  return [mark('targets', place, answer.targets[0] ?? '', { right: wanted === found, wanted: wanted ?? '', found: found ?? '' })];
}
