import { type CodeRange, type EffectMark, lineBelow, type ShellAnalysis, strongestEffect } from '../../model/index.ts';
import { type RawCommand, readScript, unwrap } from '../commands/index.ts';
import { findEffects } from '../effects/index.ts';
import { leaves, isShellAgain } from './closers.ts';
import { SHELL_AGAIN } from './openers.ts';
import { blockPrompt, type PlacePrompt } from './place-prompts.ts';
import { programAt } from './prompt-programs.ts';
import { typedEffects } from './typed-effects.ts';
import { findRemote, type SessionKind } from './within-block.ts';

/** A block of a document, in order, as its commands are written (prompts of this machine's shell taken off). */
export interface SessionBlock {
  readonly code: string;
  /** Its analysis as a whole, if there is one. */
  readonly shell?: Pick<ShellAnalysis, 'commands' | 'opensSession'>;
  readonly section: number;
  /** The place that prose before it opens a session on; see `proseOpener`. */
  readonly prose: string | null;
  /** Whether prose before it says that a session is left, or that the following is done on this machine. */
  readonly closed?: boolean;
  /** Whether the prompt before its commands, if there is one, names a machine (`op@web1:~$`) or is bare (`$`). */
  readonly typedAt?: 'named' | 'bare' | null | undefined;
  /** The prompt before its commands, if it is not one of this machine's shell; by default read from the code. */
  readonly prompt?: KnownPrompt | null;
}

/** The prompt of another place. */
interface KnownPrompt extends Pick<PlacePrompt, 'kind' | 'name'> {
  /** The offset of its first line in the code; by default the start. */
  readonly from?: number;
}

/** The place where a session was opened. */
interface Opener extends CodeRange {
  readonly block: number;
  /** The command, or the place that prose names. */
  readonly text: string;
  readonly kind: SessionKind;
}

/** Lines of a block that belong to another place. */
export interface ElsewhereLines extends CodeRange {
  readonly block: number;
  /** The sessions that lead there, outermost first, in words: `oc debug node/n1`, `chroot /host`; or the name of a prompt. */
  readonly place: readonly string[];
  /** Their openers, outermost first; the lines count for the step of the first one. Empty if only a prompt shows the session. */
  readonly openers: readonly Opener[];
  /** What the lines are typed into. */
  readonly kind: SessionKind;
  /** What the lines do there. */
  readonly effect: Pick<EffectMark, 'effect' | 'word'> | null;
}

/** The most sessions per block; lines after the last one are read as typed here. */
const MAX_SESSIONS = 20;

interface Open {
  readonly opener: Opener;
  /** `null` if prose opened it. */
  readonly command: RawCommand | null;
  readonly section: number;
  readonly programs: readonly string[];
  /** Whether it was opened at a prompt that names a machine. */
  readonly named: boolean;
}

/** The lines of a document's blocks that are typed into an open session, also across blocks. */
export function readSessions(blocks: readonly SessionBlock[]): readonly ElsewhereLines[] {
  const reader = new Reader();
  return blocks.flatMap((block, index) => reader.read(block, index));
}

/** Walks through the blocks with the sessions that are open. */
class Reader {
  private readonly open: Open[] = [];
  /** Programs that were used here before any session. */
  private readonly ranHere = new Set<string>();
  private found: ElsewhereLines[] = [];
  private opened = 0;
  private named = false;

  read(block: SessionBlock, index: number): readonly ElsewhereLines[] {
    this.found = [];
    this.opened = 0;
    this.named = block.typedAt === 'named';
    this.closeInLaterSection(block);
    // Whoever names the machine at the prompt does not type at a bare one there.
    if (block.typedAt === 'bare' && this.open[0]?.named === true) this.open.length = 0;
    if (block.closed === true && !leaves(block.code.trim().split('\n')[0] ?? '')) this.open.length = 0;
    if (block.prose !== null && this.open[0]?.command === null) this.open.length = 0;
    if (this.open.length === 0 && block.prose !== null && !opensSession(block)) this.push({ block: index, text: block.prose, kind: 'shell', start: 0, end: 0 }, null, block.section, []);
    const [outermost] = this.open;
    if (outermost?.command === null && goesThere(block.code, outermost.opener.text)) return [];
    const prompt = block.prompt === undefined ? blockPrompt(block.code) : block.prompt;
    if (prompt !== null && (this.open.length === 0 || (prompt.kind === 'program' && this.open.at(-1)?.opener.kind === 'shell'))) return [atPrompt(block.code, index, prompt, this.open.map(({ opener }) => opener))];
    // Words say to which kind of machine one goes, a prompt says which one it is.
    if (prompt?.kind === 'host' && outermost?.command === null && this.open.length === 1) return [atPrompt(block.code, index, prompt, [])];
    let at = 0;
    while (at < block.code.length) at = this.open.length === 0 ? this.here(block, index, at) : this.elsewhere(block, index, at);
    return this.found;
  }

  /** In a later section we are back on this machine if a block begins with the opener's own program or one used here before; after a program with its own language, also if it begins with any shell. */
  private closeInLaterSection({ code, shell, section }: SessionBlock): void {
    const [outermost] = this.open;
    if (outermost === undefined || outermost.section === section) return;
    const first = shell === undefined ? programsOf(readScript(code, identity).commands)[0] : shell.commands[0]?.name;
    if (first !== undefined && (outermost.programs.includes(first) || this.ranHere.has(first) || (outermost.opener.kind === 'program' && SHELL_AGAIN.has(first)))) this.open.length = 0;
  }

  /** Up to the first command that opens a session. */
  private here({ code, shell, section }: SessionBlock, block: number, from: number): number {
    if (from === 0 && shell?.opensSession === false) {
      for (const { name } of shell.commands) this.ranHere.add(name);
      return code.length;
    }
    const text = code.slice(from);
    const { commands } = readScript(text, identity);
    const session = findRemote(text, commands);
    for (const program of programsOf(session === null ? commands : commands.filter(({ start }) => start < session.session.start))) this.ranHere.add(program);
    if (session === null || this.opened >= MAX_SESSIONS) return code.length;
    this.push({ block, text: session.session.opener, kind: session.kind, start: from + session.session.start, end: from + session.command.end }, session.command, section, programsOf([session.command]));
    return from + session.session.typed.start;
  }

  /** Up to the line that leaves the innermost session, or opens one inside it. */
  private elsewhere({ code, section }: SessionBlock, block: number, from: number): number {
    const innermost = this.open.at(-1);
    if (innermost === undefined) return code.length;
    const end = endOfSession(code, from, innermost.opener.kind);
    const text = code.slice(from, end.at);
    const inner = innermost.opener.kind === 'shell' ? findRemote(text, readScript(text, identity).commands) : null;
    const until = inner === null ? end.at : from + inner.session.typed.start;
    const typed = code.slice(from, inner === null ? end.typed : from + inner.session.start);
    if (until > from) this.found.push({ block, start: from, end: until, place: this.open.map(({ opener }) => opener.text), openers: this.open.map(({ opener }) => opener), kind: innermost.opener.kind, effect: effectOf(innermost, typed) });
    if (inner !== null) this.push({ block, text: inner.session.opener, kind: inner.kind, start: from + inner.session.start, end: from + inner.command.end }, inner.command, section, []);
    else if (end.left) this.open.pop();
    return until;
  }

  private push(opener: Opener, command: RawCommand | null, section: number, programs: readonly string[]): void {
    this.opened += 1;
    // Each step of a list may repeat how to get there.
    const again = this.open.findIndex((other) => other.command !== null && command !== null && other.opener.text === opener.text);
    if (again >= 0) this.open.length = again;
    this.open.push({ opener, command, section, programs, named: this.named });
  }
}

/** A block whose prompt says where it belongs. */
function atPrompt(code: string, block: number, { kind, name, from = 0 }: KnownPrompt, within: readonly Opener[]): ElsewhereLines {
  const typed = code.slice(from);
  const session = kind === 'program' ? 'program' : 'shell';
  const command = kind === 'program' ? (readScript(programAt(name), identity).commands[0] ?? null) : null;
  const strongest = strongestEffect(typedEffects(session, command, { raw: typed, value: typed, start: from, end: code.length }));
  return { block, start: from, end: code.length, place: [...within.map(({ text }) => text), name], openers: within, kind: session, effect: strongest === null ? null : { effect: strongest.effect, word: strongest.word } };
}

/** The strongest effect of what is typed; `null` if nothing is. */
function effectOf({ opener, command }: Open, typed: string): ElsewhereLines['effect'] {
  if (typed.trim() === '') return null;
  const strongest = strongestEffect(typedEffects(opener.kind, command, { raw: typed, value: typed, start: 0, end: typed.length }));
  return strongest === null ? null : { effect: strongest.effect, word: strongest.word };
}

/** Where a session ends in a block: after the line that leaves it, before a line that is shell again, or not in this block. */
function endOfSession(code: string, from: number, kind: SessionKind): { readonly at: number; readonly typed: number; readonly left: boolean } {
  for (let at = from; at < code.length; ) {
    const end = lineBelow(code, at);
    const line = code.slice(at, end);
    if (leaves(line)) return { at: end, typed: at, left: true };
    if (kind === 'program' && isShellAgain(line)) return { at, typed: at, left: true };
    at = end;
  }
  return { at: code.length, typed: code.length, left: false };
}

/** Whether a block has the command that its prose speaks of: `Open a shell in the pod:`, then `kubectl exec -it …`. */
function opensSession({ code, shell }: SessionBlock): boolean {
  return shell?.opensSession ?? findRemote(code, readScript(code, identity).commands) !== null;
}

/** A place that prose names by what it is. From one with a name of its own, as a bastion, a command may go on to another. */
const ANY_PLACE = /^(?:[\w-]+\s)?(?:host|node|server|machine|vm|box|instance|pod|container)$/i;
/** A command that goes to another place by itself. */
const GOES = /^(?:ssh|gcloud compute ssh|(?:kubectl|oc|docker|podman)\s(?:[^|;&\n]*\s)?exec)\s/;

/** Whether the commands of a block go by themselves where its prose says, and do nothing here but read: "Log in to the host and grow it:", then `ssh data-1 '…'`. */
function goesThere(code: string, prose: string): boolean {
  if (!ANY_PLACE.test(prose)) return false;
  const { commands } = readScript(code, identity);
  const stay = commands.filter(({ start, end }) => !GOES.test(code.slice(start, end)));
  return stay.length < commands.length && findEffects(stay).every(({ effect }) => effect === 'reads');
}

const identity = ({ pos, end }: { readonly pos: number; readonly end: number }): CodeRange => ({ start: pos, end });

function programsOf(commands: readonly RawCommand[]): readonly string[] {
  return commands.flatMap(({ words }) => unwrap(words)?.name ?? []);
}
