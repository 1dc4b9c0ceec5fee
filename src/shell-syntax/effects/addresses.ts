import type { Effect, ShellWord } from '../../model/index.ts';
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

/** What a request that sends something does: any part of the path may say that it destroys. */
export function sentTo(addresses: readonly ShellWord[]): AddressEffect | null {
  for (const { value, raw } of addresses) {
    const part = pathOf(value ?? raw).split(/[/_-]/).find((each) => DESTROYING_WORDS.has(each.toLowerCase()));
    if (part !== undefined) return { effect: 'destroys', word: part };
  }
  return null;
}

/** What a request that only asks for a page does: its end may be a deed all the same, `/bot/deleteWebhook`, `/cache/flush/all`. */
export function askedFor(addresses: readonly ShellWord[]): AddressEffect | null {
  for (const { value, raw } of addresses) {
    const address = (value ?? raw).replace(/^["']|["']$/g, '');
    const queried = [...address.matchAll(DEED_NAMES)].map(({ groups }) => groups?.['deed'] ?? '');
    for (const part of [...lastParts(address), ...queried]) {
      const effect = deedIn(part);
      if (effect !== null) return { effect, word: part };
    }
  }
  return null;
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

function pathOf(address: string): string {
  return /^(?:\w+:\/\/)?[^/]*(\/[^?#]*)/.exec(address)?.[1] ?? '';
}
