import type { ShellAssignment, ShellWord } from '../../model/index.ts';
import type { RawSetting } from './facts.ts';

/** Options that take a value: the name that `read -a` fills is one to keep. */
const READ_VALUES = /^-[a-zA-Z]*[dinNptu]$/;
const MAPFILE_VALUES = /^-[a-zA-Z]*[dnOsuCc]$/;

/** Variables that a command gives a value: `export A=1 B`, `read -r X`, `printf -v Y`, `getopts ab Z`, `mapfile -t L`. */
export function declaredNames(words: readonly ShellWord[]): readonly ShellAssignment[] {
  const [nameWord, ...args] = words;
  switch (nameWord?.value) {
    case 'export':
    case 'declare':
    case 'typeset':
    case 'local':
    case 'readonly':
      return names(args);
    case 'read':
      return names(readTargets(args, READ_VALUES));
    case 'mapfile':
    case 'readarray':
      return names(readTargets(args, MAPFILE_VALUES));
    case 'printf':
      return names(args[0]?.value === '-v' ? args.slice(1, 2) : []);
    case 'getopts':
      return names(args.slice(1, 2));
    case 'wait':
      return names(args.filter((_, index) => args[index - 1]?.value === '-p'));
    default:
      return [];
  }
}

/** Variables that a command fills with what nobody reads here, or empties: `read PATH`, `printf -v PATH`, `unset PATH`. What `export PATH=…` sets is read from its argument; a name that an expansion decides, `export $(cat .env)`, may be any. */
export function filledVariables(words: readonly ShellWord[]): readonly RawSetting[] {
  const [nameWord, ...args] = words;
  const program = nameWord?.value ?? '';
  if (/^(?:export|declare|typeset|readonly|local)$/.test(program)) return anyNames(args);
  if (program === 'unset') return args.some(({ value }) => value === '-f') ? [] : [...names(args).map(({ start, end, name }) => ({ start, end, name, value: '' })), ...anyNames(args)];
  if (program === 'printf') return args[0]?.value === '-v' ? [...filled(words), ...anyNames(args.slice(1, 2))] : [];
  if (program === 'getopts' || program === 'wait') return filled(words);
  if (program === 'read') return [...filled(words), ...anyNames(readTargets(args, READ_VALUES))];
  return program === 'mapfile' || program === 'readarray' ? [...filled(words), ...anyNames(readTargets(args, MAPFILE_VALUES))] : [];
}

function filled(words: readonly ShellWord[]): readonly RawSetting[] {
  return declaredNames(words).map(({ start, end, name }) => ({ start, end, name, value: null }));
}

/** Names that an expansion decides, as they are written. */
function anyNames(words: readonly ShellWord[]): readonly RawSetting[] {
  return words.filter(({ raw, value }) => value === null && /^["']?[$`]/.test(raw)).map(({ start, end, raw }) => ({ start, end, name: raw, value: null }));
}

function names(words: readonly ShellWord[]): readonly ShellAssignment[] {
  return words.flatMap((word) => {
    const name = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?(?:\+?=|$)/.exec(word.raw)?.[1];
    return name === undefined ? [] : [{ start: word.start, end: word.end, name }];
  });
}

/** Arguments that are names: no options, nor the values of options. */
function readTargets(args: readonly ShellWord[], takesValue: RegExp): readonly ShellWord[] {
  const targets: ShellWord[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word === undefined) break;
    if (!word.raw.startsWith('-')) targets.push(word);
    else if (takesValue.test(word.raw)) index += 1;
  }
  return targets;
}
