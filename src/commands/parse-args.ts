import { parseArgs } from 'node:util';
import { closest, RunbookError } from '../model/index.ts';
import type { CommandSpec, OptionSpec, ParsedArgs } from './spec.ts';

type Value = string | boolean | (string | boolean)[] | undefined;

/**
 * Read a command's arguments by its spec.
 * @throws RunbookError for an unknown option, a missing or unwanted value, too few or too many arguments.
 */
export function readArgs(spec: CommandSpec, argv: readonly string[]): ParsedArgs {
  const { values, positionals } = parse(spec, argv);
  checkCount(spec, positionals);
  const asked = (name: string): Value => {
    if (!spec.options.some((option) => option.name === name)) throw new Error(`${spec.name} has no option --${name}`);
    return values[name];
  };
  const texts = (name: string): string[] => [asked(name) ?? []].flat().map(String);
  return { positionals, texts, text: (name) => texts(name).at(-1), flag: (name) => asked(name) === true };
}

function parse(spec: CommandSpec, argv: readonly string[]): { values: Record<string, Value>; positionals: string[] } {
  const options: Record<string, { type: 'string' | 'boolean'; multiple: boolean; short?: string }> = {};
  for (const option of spec.options) {
    const type = option.value === undefined ? 'boolean' : 'string';
    options[option.name] = { type, multiple: type === 'string', ...(option.short === undefined ? {} : { short: option.short }) };
  }
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, Value> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') take(spec, token, values);
  }
  return { values, positionals };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function take(spec: CommandSpec, token: OptionToken, values: Record<string, Value>): void {
  const option = spec.options.find((candidate) => candidate.name === token.name);
  if (option === undefined) throw unknownOption(spec, token.rawName);
  if (option.value === undefined) {
    if (token.value !== undefined) throw wrongCall(spec, `${token.rawName} takes no value`, `got "${token.value}"`);
    values[option.name] = true;
    return;
  }
  if (token.value === undefined || looksLikeOption(spec, token.value)) throw wrongCall(spec, `${token.rawName} needs a value`, `expected ${token.rawName} ${option.value}`);
  if (option.name === 'set' || option.name === 'record') checkAssignment(option, token.value);
  values[option.name] = [...[values[option.name] ?? []].flat(), token.value];
}

/** `--target --yes` is a forgotten value, not a target called `--yes`. */
function looksLikeOption(spec: CommandSpec, value: string): boolean {
  return value.startsWith('--') && spec.options.some((option) => `--${option.name}` === value);
}

function checkAssignment(option: OptionSpec, value: string): void {
  if (value.indexOf('=') > 0) return;
  throw new RunbookError({ what: `--${option.name} ${value}`, why: `expected ${option.value ?? ''}, with an equals sign`, advice: `for example --${option.name} ${option.name === 'set' ? 'release=v84' : '"Outcome=Success"'}` });
}

function unknownOption(spec: CommandSpec, raw: string): RunbookError {
  const [near] = closest(raw.replace(/^-+/, ''), spec.options.map((option) => option.name));
  return wrongCall(spec, `unknown option ${raw}`, near === undefined ? undefined : `did you mean --${near}?`);
}

function checkCount(spec: CommandSpec, positionals: readonly string[]): void {
  const { min, max } = spec.positionals;
  if (positionals.length < min) throw wrongCall(spec, `${spec.name} needs ${spec.usage}`);
  if (positionals.length > max) throw wrongCall(spec, `${spec.name} takes ${max === 0 ? 'no argument' : spec.usage}`, `got ${positionals.length}: ${positionals.join(' ')}`);
}

function wrongCall(spec: CommandSpec, what: string, why?: string): RunbookError {
  return new RunbookError({ what, ...(why === undefined ? {} : { why }), advice: `runbook ${spec.name} --help lists what it takes` });
}
