import { type CodeRange, overlap, type ShellAnalysis, type ShellCommand, type ShellWord } from '../../model/index.ts';
import { ADDRESSES, HOSTS, IDS, NAMES, PROCESSES, VERSIONS } from './stand-in-words.ts';

/** A value of a command that stands for another one. */
interface StandIn extends CodeRange {
  readonly value: string;
  /** What it stands for, as far as the command says. */
  readonly noun: string;
}

/** Programs whose arguments are texts and patterns, and no names of things. */
const TAKES_TEXT = /^(?:echo|printf|logger|cat|tee|grep|egrep|fgrep|rg|sed|awk|gawk|jq|yq|find|touch|mktemp|cp|mv|mkdir|ln|tar|python3?|node|perl|ruby|php|test|\[|export|alias)$/;
const MESSAGE = /^(?:-m|--(?:message|title|body|comment|description|reason|notes?))$/;
/** Without one of these there is none. */
const LOOKS_SO = /my|some|any|the[-_]|example|sample|foo|ba[rz]|qux|abc|xyz|1b2c3|1a2b3|123456|deadbeef|1\.2\.3|5\.6\.7|12\.34|192\.0\.2|198\.51|203\.0|kill|_backend|@|doe\b|user:group|[a-z]Name\b/i;

/** Values that stand for another in the commands of a code that do more than read: `my-pod`, `foo`, `i-1234567890abcdef0`. */
export function standIns(code: string, shell: ShellAnalysis): readonly StandIn[] {
  if (!LOOKS_SO.test(code)) return [];
  return shell.commands.filter((command) => acts(shell, command)).flatMap((command) => inCommand(code, command));
}

function acts({ effects }: ShellAnalysis, { start, end }: ShellCommand): boolean {
  return effects.some((mark) => mark.effect !== 'reads' && mark.start >= start && mark.end <= end);
}

function inCommand(code: string, command: ShellCommand): readonly StandIn[] {
  if (TAKES_TEXT.test(command.name)) return [];
  return command.args.flatMap((word, index): readonly StandIn[] => {
    const before = command.args[index - 1];
    if (MESSAGE.test(before?.raw ?? '') || (command.name === 'git' && /\s/.test(word.raw))) return [];
    const process = processesIn(command, word).map((range) => ({ ...range, value: code.slice(range.start, range.end), noun: 'pid' }));
    const others = namesIn(word).map((range) => {
      const value = code.slice(range.start, range.end);
      return { ...range, value, noun: nounBefore(before) ?? value.replace(MINE, '') };
    });
    return [...process, ...others].filter((each, at, all) => !all.slice(0, at).some((other) => overlap(other, each)));
  });
}

const MINE = /^(?:my|some|any|the)[-_]?(?=[a-z]{2})/i;

/** Where an argument has names that stand for others; the name of its option is none. Of a text of several words only the plain ones count. */
function namesIn({ raw, start }: ShellWord): readonly CodeRange[] {
  const option = /^--?[\w-]+=?/.exec(raw)?.[0].length ?? 0;
  const shapes = /\s/.test(raw) ? NAMES.slice(0, 2) : [...NAMES, ...IDS, ADDRESSES, VERSIONS, HOSTS];
  return shapes.flatMap((shape) => matchesOf(raw, shape, start)).filter((range) => range.start >= start + option);
}

/** Numbers of processes, alone or in what is typed elsewhere: `ssh web1 'kill 28311'`. */
function processesIn({ name }: ShellCommand, { raw, start }: ShellWord): readonly CodeRange[] {
  return name === 'kill' && /^\d{2,}$/.test(raw) ? [{ start, end: start + raw.length }] : matchesOf(raw, PROCESSES, start);
}

function matchesOf(raw: string, shape: RegExp, start: number): readonly CodeRange[] {
  return [...raw.matchAll(shape)].map(({ 0: { length }, index }) => ({ start: start + index, end: start + index + length }));
}

/** What the option before a value calls it: `--instance-ids i-1234567890abcdef0`. */
function nounBefore(word: ShellWord | undefined): string | null {
  const option = /^--(?<name>[a-z][a-z-]{2,})$/.exec(word?.raw ?? '')?.groups?.['name'];
  return option ?? null;
}
