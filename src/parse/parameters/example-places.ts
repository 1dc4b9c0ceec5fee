import type { CodeRange, ShellAnalysis } from '../../model/index.ts';
import { occurrences } from '../../shell-syntax/index.ts';
import { RangeList } from '../markdown/index.ts';
import { isArgument } from './arguments.ts';
import type { ProseExample } from './examples.ts';
import { assignedRange } from './replacements.ts';

/** A value distinctive enough to replace anywhere; a number of several digits may also be part of an argument. */
const ID_IN_WORDS = /^\d{4,}$/;

/** A value that hardly stands for anything else: it has a digit among other signs, or is of several words. */
const DISTINCT = /^(?:(?=.*[A-Za-z])(?:.*\d|[A-Za-z]+[-_.])|\d+(?:\.\d+){3}$)/;

/** A value that an example alone makes a question, also where it is no more than a part: `shop/web:v84`. */
const TELLING = /^(?=.*[A-Za-z])(?=.*\d)[\w.-]{3,}$/;

/** Where an example's value stands in code: as an argument, as all that a variable or a key is given, or, where it is like no other word, as a part. */
export function placesOf(code: string, shell: ShellAnalysis, { value, noun }: ProseExample): readonly CodeRange[] {
  const whole = shell.commands.flatMap((command) => isArgument(command, value));
  if (!code.includes(value)) return whole;
  const assigned = shell.assignments.flatMap((assignment) => assignedRange(code, assignment) ?? []).filter(({ start, end }) => code.slice(start, end) === value);
  const parts = TELLING.test(value) ? otherPlacesOf(code, shell, value) : partsOfArguments(shell, value, noun === null);
  return [...whole, ...assigned, ...givenToKeys(shell, value, noun), ...parts];
}

/** Where else in the file a value stands that is asked for: in paths, addresses, messages and files that are written; a plain word where it ends what it is in, as in `deploy/shop`. */
export function otherPlacesOf(code: string, shell: ShellAnalysis, value: string): readonly CodeRange[] {
  const isDistinct = DISTINCT.test(value) || ID_IN_WORDS.test(value);
  const isPart = ({ start, end }: CodeRange): boolean => isDistinct || (!/^\d+$/.test(value) && /[/=:@]/.test(code.charAt(start - 1)) && /^(?:["'\s;&|)]|$)/.test(code.slice(end, end + 1)));
  const places = occurrences(code, value, shell).filter((range) => isPart(range) && !isVariable(code, range));
  if (places.length === 0) return [];
  const taken = wordsTaken(shell, value);
  return places.filter((range) => !taken.meets(range));
}

/** Whether it is the name of a variable or of a function there: `db1=10.0.0.7`, `${db1}`, `db1() {`. */
function isVariable(code: string, { start, end }: CodeRange): boolean {
  const isSet = /(?:^|[\s;&|(])$/.test(code.slice(Math.max(0, start - 1), start)) && /^(?:\+?=|\s*\(\s*\))/.test(code.slice(end, end + 20));
  return isSet || /\$\{?[#!]?$/.test(code.slice(Math.max(0, start - 3), start));
}

/** Names of commands and options, and arguments that are the value and nothing else, which are told apart from subcommands elsewhere. */
function wordsTaken(shell: ShellAnalysis, value: string): RangeList<CodeRange> {
  const taken = new RangeList<CodeRange>();
  for (const { nameWord, args } of shell.commands) {
    taken.add(nameWord);
    for (const arg of args) {
      const end = arg.value === value ? arg.end : arg.start + nameEnd(arg.raw);
      if (end > arg.start) taken.add({ start: arg.start, end });
    }
  }
  return taken;
}

/** `KEY_VERSION=7`, `--replicas=3`: what else a short number may be is told by the key, which has a word of the noun in its name. */
function givenToKeys(shell: ShellAnalysis, value: string, noun: string | null): readonly CodeRange[] {
  if (value.includes('=')) return [];
  const isPlain = /^\d{1,3}$/.test(value);
  const words = (noun ?? '').toLowerCase().split(/[\s-]+/).map((word) => word.replace(/s$/, '')).filter((word) => word.length > 1);
  return shell.commands.flatMap(({ args }) =>
    args.flatMap(({ raw, end }) => {
      const key = raw.endsWith(`=${value}`) ? (/^(?<key>-{0,2}[a-z][\w.-]*)=/i.exec(raw)?.groups?.['key'] ?? '').toLowerCase() : '';
      const isIt = key.length + 1 + value.length === raw.length && key !== '' && (!isPlain || words.some((word) => key.includes(word)));
      return isIt ? [{ start: end - value.length, end }] : [];
    }),
  );
}

/** Where a value is a part of an argument: a long number among other words, and a name that the text itself says to replace. */
function partsOfArguments(shell: ShellAnalysis, value: string, isName: boolean): readonly CodeRange[] {
  if (!isName && !ID_IN_WORDS.test(value)) return [];
  const whole = isName ? new RegExp(`(?<![\\w$]|\\$\\{)${value.replace(/[.]/g, '\\.')}(?!\\w)`, 'g') : new RegExp(`(?<![\\w.-])${value}(?![\\w.-])`, 'g');
  const args = shell.commands.flatMap((command) => command.args.filter(({ raw }) => raw.includes(value) && (isName || /\s/.test(raw))));
  return args.flatMap(({ start, raw }) => [...raw.matchAll(whole)].filter(({ index }) => index >= nameEnd(raw)).map(({ index }) => ({ start: start + index, end: start + index + value.length })));
}

/** Where the name of an option ends: `--image` of `--image=shop`. */
function nameEnd(raw: string): number {
  return /^--?[\w-]*/.exec(raw)?.[0].length ?? 0;
}
