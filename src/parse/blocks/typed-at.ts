import type { CodeRange, CodeText, ShellAnalysis } from '../../model/index.ts';
import { analyzeShell, blockPrompt, isCompleteLine, type PlacePrompt, placePrompt } from '../../shell-syntax/index.ts';
import { pickLines } from '../markdown/index.ts';
import { isTypedComment } from './plainly.ts';
import { isProgram } from './programs.ts';

/** The prompt of another place that a block shows before its commands. */
export interface TypedAt {
  /** `user`: a `user@host:~$`, which may be the author's own machine. */
  readonly kind: 'host' | 'shell' | 'program' | 'user';
  /** `root@db01`, `bash-5.1`, `mysql`. */
  readonly name: string;
  /** As written: `shop=#`. */
  readonly written: string;
  /** Where in the code the first line with it stands: what is before is typed here. */
  readonly from: number;
}

/** What is shown of a block with such prompts. */
interface TypedLines {
  readonly place: TypedAt;
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
  readonly sampleOutput: string | null;
}

/** Prompts of shells that are none of ours: what stands behind them is shown and is no step. */
const FOREIGN = /^(?:PS|[A-Za-z]:\\)$/;
const USER = /^[ \t]*(?:\([\w.-]{1,60}\)[ \t]?)?\[?(?<name>[\w.-]{1,64}@[\w.-]{1,64})(?:[:\s][^\n$#%]{0,80})?\]?[$%][ \t]+\S/;
/** What a program asks with where a statement goes on: `-> `, `shop-# `, `...> `. */
const CONTINUED = /^[ \t]*(?:->|\.{3}>|\.{3}|[\w-]{1,63}[-('"*][#>])[ \t]+/;

/** Longer commands are taken as they are, so that time stays bounded. */
const MOST_TYPED = 4000;

/** The name of a machine apart from its root prompt: `db2 # systemctl stop shop`. */
const NAMED_ROOT = /^[ \t]*(?<name>[A-Za-z][\w.-]{0,63})[ \t]#[ \t]+(?<typed>\S.*)$/;

/** The machine of such a prompt; a program with a comment behind it is none: `sync # flush the disks`, `reboot # now`. */
function namedRoot(line: string): string | null {
  const { name = '', typed = '' } = NAMED_ROOT.exec(line)?.groups ?? {};
  const isHost = /\d/.test(name) || isProgram(typed.split(/\s/)[0] ?? '');
  return name === '' || !isHost || isProgram(name) || !isTypedComment(typed) ? null : name;
}

/** The name of a machine in brackets before what is typed there: `[db-1] systemctl stop shop`. */
const BRACKETED = /^[ \t]*\[(?<name>(?!(?:optional|info|warn(?:ing)?|error|debug|trace|fatal|notice|ok|note|output|main|stdout|stderr|host)\])(?:[\w.-]{1,64}@)?[a-z][\w.-]{0,63})\][ \t]+(?=(?<first>\S+))/;

/** The machines that stand so before each line of a block; of one line alone, only if its name has a number in it, as those of machines have. */
function bracketed(text: string): string | null {
  const prompts = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line)).map((line) => BRACKETED.exec(line)?.groups);
  const names = [...new Set(prompts.map((groups) => groups?.['name'] ?? ''))];
  const isTyped = prompts.every((groups) => isProgram(groups?.['first'] ?? ''));
  return names.length > 0 && isTyped && (prompts.length > 1 || /[\d@]/.test(names[0] ?? '')) ? names.join(', ') : null;
}

/** The prompt of another place, or `null`; `foreign` where no step can be made of what stands behind it. */
export function typedAt(text: string): TypedAt | 'foreign' | null {
  const own = text.replace(/^(?:[ \t]*(?:#.*)?\n)+/, '');
  const line = own.trimStart().split('\n')[0] ?? '';
  const prompt = at(line, blockPrompt(own)) ?? text.split('\n').map((each) => at(each, placePrompt(each))).find((each) => each?.kind === 'program') ?? null;
  if (prompt !== null) return FOREIGN.test(prompt.name) ? 'foreign' : ofMachine(text, prompt);
  const machines = bracketed(own);
  if (machines !== null) return { kind: 'host', name: machines, written: `[${machines}]`, from: 0 };
  const host = namedRoot(line);
  if (host !== null) return { kind: 'host', name: host, written: `${host} #`, from: 0 };
  const user = USER.exec(own)?.groups?.['name'];
  return user === undefined ? null : { kind: 'user', name: user, written: user, from: 0 };
}

/** A word and `#` is a machine's prompt where this machine's programs are called behind it: `ncn-mw# kubectl get pods`, not `shop# select 1`. */
function ofMachine(text: string, prompt: TypedAt): TypedAt {
  const { kind, name, written } = prompt;
  if (kind !== 'program' || isProgram(name) || !(written === `${name}#` || written === `${name}$`)) return prompt;
  const typed = text.split('\n').map((line) => line.trimStart()).filter((line) => line.startsWith(`${written} `));
  return typed.some((line) => isProgram(line.split(/\s+/)[1] ?? '')) ? { ...prompt, kind: 'host' } : prompt;
}

function at(line: string, prompt: PlacePrompt | null): TypedAt | null {
  return prompt === null ? null : { kind: prompt.kind, name: prompt.name, written: line.trimStart().slice(0, prompt.length).trim(), from: 0 };
}

/** The code behind such prompts and behind those of this machine (`here`). Lines above the first one are kept where none is marked so, root prompts taken off. `null` where the prompt is part of a text that a command is given. */
export function typedLines(raw: CodeText, place: TypedAt, here: readonly CodeRange[], braces: ReadonlySet<string>): TypedLines | null {
  const all = lines(raw.text);
  const lengths = all.map((line) => promptLength(raw.text.slice(line.start, line.end), place));
  const first = lengths.findIndex((length) => length > 0);
  const start = all[first]?.start;
  if (start === undefined || analyzeShell(raw.text).heredocs.some((heredoc) => start > heredoc.start && start < heredoc.end)) return null;
  const kept: CodeRange[] = [];
  const output: string[] = [];
  let goesOn = false;
  let typed = '';
  all.forEach((line, index) => {
    const text = raw.text.slice(line.start, line.end);
    const length = lengths[index] ?? 0;
    const isRest = goesOn && length === 0;
    typed = isRest ? `${typed}\n${text}` : text.slice(length);
    // What a shell waits for, such as the end of a quote; a program's statements end as it likes.
    goesOn = (isRest || length > 0) && (text.endsWith('\\') || (place.kind !== 'program' && typed.length < MOST_TYPED && !isCompleteLine(typed)));
    const own = length > 0 ? undefined : here.find(({ start: from, end }) => from >= line.start && end === line.end);
    if (isRest || own !== undefined) {
      kept.push(own ?? line);
      return;
    }
    if (index < first && isTypedComment(/^[ \t]*# +(?<typed>\S.*)$/.exec(text)?.groups?.['typed'] ?? '')) kept.push({ start: line.start + text.indexOf('#') + 2, end: line.end });
    else if ((index < first && here.length === 0) || /^[ \t]*#/.test(text)) kept.push(line);
    else if (length > 0) kept.push({ start: line.start + length, end: line.end });
    else output.push(text);
  });
  const code = pickLines(raw, kept);
  const before = kept.slice(0, kept.findIndex((line) => line.start >= start));
  const from = before.reduce((length, line) => length + line.end - line.start + 1, 0);
  return { place: { ...place, from }, code, shell: analyzeShell(code.text, { braces }), sampleOutput: output.join('\n').trim() === '' ? null : output.join('\n').trimEnd() };
}

function promptLength(line: string, { name, written }: TypedAt): number {
  if (written === `[${name}]`) return BRACKETED.exec(line)?.[0].length ?? 0;
  const prompt = placePrompt(line)?.length ?? CONTINUED.exec(line)?.[0].length;
  if (prompt !== undefined) return prompt;
  const word = /^[ \t]*([\w.:~/-]+)(?:[$#>]|[ \t]#)[ \t]+(?=\S)/.exec(line);
  return word?.[1] === name ? word[0].length : 0;
}

function lines(text: string): readonly CodeRange[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length };
  });
}
