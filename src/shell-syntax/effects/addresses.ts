import { type Effect, type ShellWord, strongestEffect } from '../../model/index.ts';
import { DESTROYING_WORDS } from './destroying-words.ts';

/** What asking for an address does, with the part of it that says so. */
interface AddressEffect {
  readonly effect: Effect;
  readonly word: string;
}

/** Words of an address that begin something; what comes of it, nobody can tell. */
const BEGINNING_WORDS: ReadonlySet<string> = new Set('run trigger execute exec start send sync resync scale switch create update add set unset rebuild refresh retry enable invalidate import quit quitquitquit'.split(' '));
/** Of the words that destroy, those that name a thing just as well: `/releases/v2/release`, `/status/down`. */
const THINGS: ReadonlySet<string> = new Set('release migration migrations rollbacks roll down push'.split(' '));
/** What comes after a deed and only looks at it: `/deploy/status`. */
const LOOKS: ReadonlySet<string> = new Set('status state history list latest check health healthz plan info log logs progress report docs metrics version'.split(' '));
/** A page that is made when it is asked for; any other extension is a file to fetch. */
const MADE = /\.(?:php|cgi|do|action|aspx?|jsp)$/i;
const FILE = /\.[a-z][a-z\d]{0,5}$/i;
/** Names of a query whose value says what to do: `?action=purge`. */
const DEED_NAMES = /[?&](?:action|cmd|command|do|op|operation|job|task|method|event)=(?<deed>[\w-]+)/gi;

/** Deeds of Elasticsearch and OpenSearch whose names say something else than what they do: a flush writes to disk, and an index that is closed answers no more. */
const OF_SEARCH_ENGINE: Readonly<Record<string, Effect>> = { _flush: 'changes', _refresh: 'changes', _open: 'changes', _close: 'destroys', _password: 'destroys' };

/** What such a deed does at the end of a path: `/logs/_flush`, `/_flush/synced`. */
function ofSearchEngine(address: ShellWord): AddressEffect | null {
  const word = /\/(?<deed>_[a-z]+)(?:\/synced)?\/?$/.exec(pathOf(textOf(address)))?.groups?.['deed'] ?? '';
  const effect = Object.hasOwn(OF_SEARCH_ENGINE, word) ? OF_SEARCH_ENGINE[word] : undefined;
  return effect === undefined ? null : { effect, word };
}

/** What a request that sends something does: any part of the path may say that it destroys. */
export function sentTo(addresses: readonly ShellWord[]): AddressEffect | null {
  const found = addresses.map((address) => ofSearchEngine(address) ?? destroyingPart(address));
  return found.find((each) => each?.effect === 'destroys') ?? (found.includes(null) ? null : (found[0] ?? null));
}

function destroyingPart(address: ShellWord): AddressEffect | null {
  const word = pathOf(textOf(address)).split(/[/_-]/).find((each) => DESTROYING_WORDS.has(each.toLowerCase()));
  return word === undefined ? null : { effect: 'destroys', word };
}

/** What a request that only asks for a page does: its end may be a deed all the same, `/bot/deleteWebhook`, `/cache/flush/all`. */
export function askedFor(addresses: readonly ShellWord[]): AddressEffect | null {
  return strongestEffect(addresses.flatMap(deedsOf));
}

function deedsOf(word: ShellWord): readonly AddressEffect[] {
  const address = textOf(word);
  // What it changes when it is sent there it may change when it is asked for.
  const known = ofSearchEngine(word);
  if (known?.effect === 'changes') return [{ ...known, effect: 'unknown' }];
  const queried = [...address.matchAll(DEED_NAMES)].map(({ groups }) => groups?.['deed'] ?? '');
  return [...lastParts(address), ...queried].flatMap((part) => {
    const effect = deedIn(part);
    return effect === null ? [] : [{ effect, word: part }];
  });
}

/** The last part of a path, and the one before it where the last says on what. */
function lastParts(address: string): readonly string[] {
  const parts = pathOf(address).split('/').filter(Boolean);
  const last = (parts.at(-1) ?? '').replace(MADE, '');
  if (FILE.test(last)) return [];
  const before = parts.at(-2);
  return before === undefined || LOOKS.has(last.toLowerCase()) ? [last] : [last, before];
}

function deedIn(part: string): Effect | null {
  const first = part.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[ _.-]/).find(Boolean)?.toLowerCase() ?? '';
  if (DESTROYING_WORDS.has(first) && !THINGS.has(first)) return 'destroys';
  return BEGINNING_WORDS.has(first) ? 'unknown' : null;
}

function textOf({ value, raw }: ShellWord): string {
  return (value ?? raw).replace(/^["']|["']$/g, '');
}

function pathOf(address: string): string {
  return /^(?:\w+:\/\/)?[^/]*(\/[^?#]*)/.exec(address)?.[1] ?? '';
}
