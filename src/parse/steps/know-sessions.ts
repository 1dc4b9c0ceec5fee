import type { RootContent } from 'mdast';
import { enclosingSections, type ShellAnalysis } from '../../model/index.ts';
import { analyzeShell, type ElsewhereLines, proseCloses, proseOpener, proseTypedAt, readSessions, type SessionBlock } from '../../shell-syntax/index.ts';
import { saysWhatToDo, splitSentences, textOf } from '../markdown/index.ts';
import { callPrograms, type CommandDraft, type StepDraft, type TypedElsewhere } from '../blocks/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { withoutRootPrompts } from './root-prompts.ts';

/** What is known of a file when its sessions are read. */
interface SessionFacts {
  readonly braces: ReadonlySet<string>;
  readonly sections: readonly SectionDraft[];
  /** Names of targets and cells of inventories: a prompt that has one is none of the author's own machine. */
  readonly names: ReadonlySet<string>;
}

/** The steps, each with its lines that are typed elsewhere: in a session that an earlier block left open, or where prose or a prompt says. */
export function knowSessions(drafts: readonly StepDraft[], facts: SessionFacts): readonly StepDraft[] {
  const { braces, sections, names } = facts;
  const commands = drafts.flatMap((draft, step) => (draft.kind === 'command' ? [{ draft, step }] : []));
  const own = ownHost(commands.map(({ draft }) => draft), names);
  const prose = proseBefore(drafts, sections);
  const blocks = commands.map(({ draft, step }): SessionBlock => ({ code: draft.code.text, shell: draft.shell, section: draft.section, prompt: promptOf(draft, own), typedAt: typedAtOf(draft), ...(prose[step] ?? { prose: null, closed: false }) }));
  const found = Map.groupBy(readSessions(blocks), ({ block }) => block);
  const typed = commands.flatMap(({ draft, step }, block) => {
    const code = withoutRootPrompts(draft.code, found.get(block) ?? []);
    return code === null ? [] : [[step, { ...draft, code, shell: analyzeShell(code.text, { braces }) }] as const];
  });
  if (typed.length > 0) return knowSessions(drafts.map((draft, step) => new Map<number, StepDraft>(typed).get(step) ?? draft), facts);
  const known = new Map(commands.map(({ draft, step }, block) => [step, withLines(draft, found.get(block) ?? [], block, braces, (at) => commands[at]?.step ?? step)]));
  return drafts.map((draft, step) => known.get(step) ?? draft);
}

function withLines(draft: CommandDraft, lines: readonly ElsewhereLines[], block: number, braces: ReadonlySet<string>, stepOf: (block: number) => number): CommandDraft {
  if (lines.length === 0) return draft;
  const elsewhere = lines.map(({ start, end, place, openers, kind, effect }): TypedElsewhere => ({ start, end, place, program: kind === 'program', effect, openers: openers.map((opener) => ({ step: stepOf(opener.block), text: opener.text, slots: [], start: opener.start, end: opener.end })) }));
  return { ...draft, elsewhere, shell: shellWith(draft, lines, block, braces) };
}

/** A block of which a part is typed here is read without the rest; one that is typed elsewhere as a whole, as what it is there. One that its author pins here is read as what it is to the shell, and does no less than what it would there. */
function shellWith({ shell, code, pins }: CommandDraft, lines: readonly ElsewhereLines[], block: number, braces: ReadonlySet<string>): ShellAnalysis {
  const before = lines.filter(({ openers }) => openers[0]?.block !== block || openers[0].end === 0);
  if (before.length === 0) return shell;
  if (pins.on?.value === 'here') return { ...shell, effects: [...shell.effects, ...effectsThere(lines)] };
  const whole = before.length === lines.length && `${code.text.slice(0, before[0]?.start)}${code.text.slice(before.at(-1)?.end)}`.trim() === '';
  if (!whole) return analyzeShell(code.text, { braces, elsewhere: lines });
  return lines.every(({ kind }) => kind === 'program') ? inProgram(shell, lines, code.text) : shell;
}

/** What is typed into a program is no shell: it sets nothing, reads no variables, and does what the program does with it. Where the prompt may be a shell's after all, it does no less than it would there. */
function inProgram(shell: ShellAnalysis, lines: readonly ElsewhereLines[], code: string): ShellAnalysis {
  const effects = lines.every((each) => areCommands(each, code)) ? [...effectsThere(lines), ...shell.effects] : effectsThere(lines);
  return { ...shell, errors: [], commands: [], pipelines: [], assignments: [], reads: [], hazards: [], definitions: [], heredocs: [], remotes: [], opensSession: false, statements: shell.statements.slice(0, 1), effects };
}

/** Only a prompt says that they are typed into a program, and each line calls one of this machine's: `shop-prod> systemctl restart web`. */
function areCommands({ start, end, openers }: ElsewhereLines, code: string): boolean {
  return openers.length === 0 && callPrograms(code.slice(start, end));
}

function effectsThere(lines: readonly ElsewhereLines[]): ShellAnalysis['effects'] {
  return lines.flatMap(({ start, end, effect }) => (effect === null ? [] : [{ ...effect, start, end }]));
}

function typedAtOf({ fence }: CommandDraft): SessionBlock['typedAt'] {
  const kind = fence?.place?.kind;
  if (kind === 'user' || kind === 'host') return 'named';
  return fence?.hasPrompts === true && kind === undefined ? 'bare' : null;
}

function promptOf({ fence }: CommandDraft, own: string | null): NonNullable<SessionBlock['prompt']> | null {
  const place = fence?.place ?? null;
  if (place === null) return null;
  const { name, from } = place;
  if (place.kind !== 'user') return { kind: place.kind, name, from };
  return hostOf(name) === own ? null : { kind: 'host', name, from };
}

/** The host of `user@host:~$` prompts, where the file knows one only and nothing that is acted on is called so. */
function ownHost(drafts: readonly CommandDraft[], names: ReadonlySet<string>): string | null {
  const hosts = new Set(drafts.flatMap(({ fence }) => (fence?.place?.kind === 'user' ? [hostOf(fence.place.name)] : [])));
  const [host] = hosts;
  if (host === undefined || hosts.size > 1 || names.has(host)) return null;
  return drafts.some(({ code }) => code.text.split(/\s/).some((word) => word === host || word.endsWith(`@${host}`))) ? null : host;
}

function hostOf(name: string): string {
  return name.slice(name.indexOf('@') + 1);
}

/** A sentence that opens a session, and where. */
interface Opened {
  readonly sentence: string;
  readonly place: string;
}

/** By step: the place that the prose since the command before it opens a session on, and whether it says that one is left. */
function proseBefore(drafts: readonly StepDraft[], sections: readonly SectionDraft[]): readonly Pick<SessionBlock, 'prose' | 'closed'>[] {
  let opened: Opened | null = null;
  let closed = false;
  const hear = (nodes: readonly RootContent[], opensAt = proseOpener): void => {
    for (const sentence of sentencesOf(nodes)) {
      if (proseCloses(sentence)) {
        closed = true;
        opened = null;
      }
      const place = opensAt(sentence);
      if (place !== null) opened = { sentence, place };
    }
  };
  return drafts.map((draft, index) => {
    // What stands above the first step below a heading tells where all below it is typed.
    for (const { nodes } of begunBetween(sections, drafts[index - 1], draft)) hear(nodes, proseTypedAt);
    hear(draft.kind === 'command' ? draft.prose : [...draft.prose, ...draft.nodes]);
    const read = { prose: placeFor(opened, draft), closed };
    if (draft.kind === 'command') {
      opened = null;
      closed = false;
    }
    hear(draft.below);
    return read;
  });
}

/** The sections around a step that begin below the step before it, outermost first, but for its own; and those right beside them, in which nothing is done. */
function begunBetween(sections: readonly SectionDraft[], before: StepDraft | undefined, { section }: StepDraft): readonly SectionDraft[] {
  const around = new Set(enclosingSections(sections, section).flatMap(({ index, parent }) => [index, parent]));
  return sections.slice(before === undefined ? 0 : before.section + 1, section).filter(({ index, depth, parent }) => depth === 0 || around.has(index) || around.has(parent));
}

/** What a command that goes to another machine by itself is called there: "Use ssh to restart the proxy:". */
const MEANS = /\b(?:use|using|via|with)\s+ssh\s+to\s+(?<deed>.+)/i;
const GOES_THERE: ReadonlySet<string> = new Set(['ssh', 'scp', 'sftp', 'rsync', 'pssh', 'mosh']);

/** Where a block is typed, as the prose above says; `null` where that tells what the block itself does by ssh. */
function placeFor(opened: Opened | null, draft: StepDraft): string | null {
  const deed = MEANS.exec(opened?.sentence ?? '')?.groups?.['deed'];
  const isMeans = deed !== undefined && saysWhatToDo(deed) && draft.kind === 'command' && draft.shell.commands.length > 0 && draft.shell.commands.every(({ name }) => GOES_THERE.has(name));
  return isMeans ? null : (opened?.place ?? null);
}

function sentencesOf(nodes: readonly RootContent[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.type === 'paragraph') return splitSentences(textOf(node).replace(/\s+/g, ' '));
    return node.type === 'list' ? node.children.flatMap((item) => sentencesOf(item.children)) : [];
  });
}
