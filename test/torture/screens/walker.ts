import { askedOn } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Sentences } from './between.ts';
import type { Journal } from './journal.ts';
import { type Looker, still, words } from './looker.ts';
import { MISTAKES } from './mistakes.ts';
import type { Transcript } from './transcript.ts';

const MOST_KEYS = 500;

/** What a walk is answered. */
export interface Answers {
  /** Values by the name of what is asked; the first suggestion, or `one`, for the others. */
  readonly values: Readonly<Record<string, string>>;
  readonly target: string;
  /** How many failures are tried again before one is accepted. */
  readonly retries: number;
}

interface Parts {
  readonly at: Looker;
  readonly journal: Journal;
  readonly sentences: Sentences;
  readonly transcript: Transcript;
  readonly answers: Answers;
  /** Kinds of questions at which the mistakes were made already. */
  readonly made: Set<Asked>;
}

/** Walks to the end with every mistake on the way; `left` where it was left with Ctrl-C, to be resumed. */
export async function walkToEnd(parts: Parts, leaveAt: number | null): Promise<'ended' | 'left' | 'stuck'> {
  const { at, journal, made } = parts;
  let retries = parts.answers.retries;
  for (let key = 0; key < MOST_KEYS; key++) {
    const { asked } = at;
    if (asked === null) return 'stuck';
    if (!made.has(asked)) {
      made.add(asked);
      await MISTAKES[asked]?.(at);
      continue;
    }
    if (asked === 'end') {
      at.type('\r');
      return 'ended';
    }
    if (leaveAt !== null && asked === 'run' && journal.begun().length >= leaveAt) {
      at.type('\u0003');
      return 'left';
    }
    const before = still(at.lines);
    const begun = journal.begun().length;
    const runs = asked === 'run' || asked === 'confirm' || asked === 'yes';
    answer(parts, asked, asked === 'failed' && retries-- > 0);
    // A key that is held down: the next command must not run by it.
    if (runs) at.type('\r\r');
    if (!(await at.next((lines) => still(lines) !== before || askedOn(lines) !== asked))) return 'stuck';
    seenBefore(parts, begun, asked);
  }
  return 'stuck';
}

/** Each command that has begun was on screen whole, and all that stands between it and the one before. */
function seenBefore({ at, journal, transcript, sentences }: Parts, before: number, asked: Asked): void {
  const begun = journal.begun();
  // What its author wants tried again is one command.
  const different = new Set(begun.slice(before).map(({ step, code }) => `${step} ${code}`)).size;
  if (different > 1) at.say(`one key at ${asked} began ${different} commands`);
  for (const { step, code } of begun.slice(before)) {
    const unseen = transcript.unseenCode(code);
    if (unseen !== null) at.say(`a command ran without "${unseen}" having been on screen: ${code}`);
    const last = begun[before - 1]?.step ?? null;
    for (const sentence of sentences.between(last, step)) {
      const passed = transcript.unseenWords(sentence);
      if (passed !== null) at.say(`"${passed}" was never on screen: ${sentence}`);
    }
  }
}

function answer({ at, answers }: Parts, asked: Asked, again: boolean): void {
  const text = at.lines.join('\n');
  switch (asked) {
    case 'value': {
      const name = /(\S[^?│]*)\?/.exec(text.slice(text.search(/^(?:│ | )[^\n]*\?/m)))?.[1]?.trim() ?? '';
      return at.type(/Enter type/.test(text) ? '\r' : `${answers.values[name] ?? answers.values['*'] ?? 'one'}\r`);
    }
    case 'choice':
      return at.type(text.includes(answers.target) ? `${answers.target}\r` : '\u001b[B\r');
    case 'typed':
      return at.type('it is so\r');
    case 'remote':
      return at.type('\u0004');
    case 'confirm':
      return at.type(`${/Type (\S+) to run it/.exec(words(at.lines))?.[1] ?? ''}\r`);
    case 'yes':
    case 'judge':
      return at.type('y');
    case 'failed':
      return at.type(again ? 'r' : 'a');
    case 'gate':
      return at.type('P');
    case 'interrupted':
      return at.type('m');
    case 'held':
      return at.type(/m done/.test(text) ? 'm' : /h run here/.test(text) ? 'h' : /r settle/.test(text) ? 'r' : /P passed/.test(text) ? 'P' : 's');
    case 'follow':
      return at.type('x');
    case 'over':
      return at.type('\u001b');
    default:
      return at.type('\r');
  }
}
