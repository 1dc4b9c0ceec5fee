import { RULES } from '../../lint/index.ts';
import { LIST_MARK, type Runbook } from '../../model/index.ts';
import { PIN_KEYS } from '../../parse/index.ts';
import { PIN_VALUES, PIN_WORDS } from '../pin-words.ts';
import { targetNames } from '../target-names.ts';
import { holds } from '../texts/index.ts';
import { type Offer, offers } from './offer.ts';

/** What comments can begin with. */
const OPENINGS: readonly (readonly [string, string])[] = [
  ['runbook: ', 'pins for the block below'],
  ['runbook-disable-next-line ', 'silence a rule on the next line or block'],
  ['runbook-disable-line ', 'silence a rule on this line'],
  ['runbook-disable-file ', 'silence a rule in this file'],
  ['runbook-disable ', 'silence a rule from here on'],
  ['runbook-enable ', 'end of what runbook-disable began'],
];

/** A line up to the pins of a block. */
const FENCE_WITH_PINS = new RegExp(`^[\\s>]*(?:${LIST_MARK}\\s+)*(?:\`{3,}|~{3,})[^\`{]*\\{(?<pins>[^}]*)$`);

/** In a comment or a fence's info string: what comments begin with, rules, pins and their values; `null` anywhere else. */
export function inAnnotation(runbook: Runbook, before: string, offset: number): readonly Offer[] | null {
  const comment = /<!--(?<text>(?:(?!-->).)*)$/.exec(before)?.groups?.['text'];
  if (comment !== undefined) return inComment(runbook, comment);
  const info = FENCE_WITH_PINS.exec(before)?.groups?.['pins'];
  const opens = runbook.structure.fences.some(({ fenced, span, infoSpan }) => fenced && (holds(infoSpan, offset) || span.start.offset === offset));
  return info !== undefined && opens ? pins(runbook, info) : null;
}

function inComment(runbook: Runbook, text: string): readonly Offer[] {
  const pinned = /^\s*runbook:(?<pins>.*)$/.exec(text)?.groups?.['pins'];
  if (pinned !== undefined) return pins(runbook, pinned);
  const rules = /^\s*runbook-(?:disable|enable)[\w-]*\s(?:.*[\s,])?(?<typed>[\w/-]*)$/.exec(text)?.groups?.['typed'];
  if (rules !== undefined) return offers('rule', rules, RULES.map(({ id, summary }) => [id, summary]));
  return offers('word', text.trimStart(), OPENINGS);
}

/** A pin's key, or its value after the equals sign. */
function pins(runbook: Runbook, text: string): readonly Offer[] {
  const { key, value } = /(?:^|[\s{])(?<key>[A-Za-z]\w*)=(?<value>\S*)$/.exec(text)?.groups ?? {};
  if (key !== undefined && value !== undefined) return valuesOf(runbook, key, value);
  const typed = /(?:^|\s)(?<typed>\w*)$/.exec(text)?.groups?.['typed'];
  if (typed === undefined) return [];
  return offers('pin', typed, Object.entries(PIN_KEYS).map(([name, kind]) => [kind === 'boolean' && name !== 'runs' ? name : `${name}=`, PIN_WORDS[name] ?? '']));
}

function valuesOf(runbook: Runbook, key: string, value: string): readonly Offer[] {
  const kind = PIN_KEYS[key];
  const last = value.slice(value.lastIndexOf(',') + 1);
  if (kind === 'globs') return offers('target', last, targetNames(runbook));
  if (key === 'secret' || kind === 'captures' || kind === 'patterns') return offers('parameter', last, runbook.parameters.map(({ name, from }) => [key === 'secret' ? name : `${name}:/`, from]));
  const words = key === 'runs' ? ['yes', 'no'] : (PIN_VALUES[kind ?? ''] ?? []);
  return offers('value', value, words.map((word) => [word, '']));
}
