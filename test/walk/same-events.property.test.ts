import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { RunEvent } from '../../src/events/index.ts';
import { painter } from '../../src/print/index.ts';
import { plainWalk, type Prompter } from '../../src/plain/index.ts';
import { type Prompt, type Reply, unattendedReply } from '../../src/walk/index.ts';
import { byKeys } from './by-keys.ts';
import { runbookOf, TestWalk } from './walk-of.ts';

const ALLOWED = { allowDestructive: true };

const code = fc.constantFrom('say fine', 'say 503\n# Expected: 200', 'say x\n# Expected: all is well', 'fail 3', 'flaky 2', 'rm -rf /srv/x', '[Call the owner]', 'say <release>', '# 1. One\nsay one\n# 2. Two\nfail 1');
/** What to do where a person could do several things. */
const script = fc.array(fc.nat(5), { minLength: 1, maxLength: 30 });

/** The next of the script's choices at a prompt; the same numbers choose the same in every face. */
function scripted(numbers: readonly number[]): (prompt: Prompt) => Reply {
  let at = 0;
  return (prompt) => {
    const number = numbers[at++ % numbers.length] ?? 0;
    const to = prompt.id;
    // A script that tries for ever would never end.
    if (at > 60) return { kind: 'leave', to, then: 'abort' };
    switch (prompt.kind) {
      case 'run-piece': {
        const run = unattendedReply(prompt, ALLOWED) as Reply;
        return [run, run, run, { kind: 'skip', to, reason: 'not now' } as const, { kind: 'edit', to, code: 'say mine' } as const, { kind: 'note', to, text: 'hm' } as const][number] ?? run;
      }
      case 'do-by-hand':
        return number === 0 ? { kind: 'skip', to, reason: 'asleep' } : { kind: 'done', to };
      case 'enter-parameter':
        return { kind: 'answer', to, value: `v${number}` };
      case 'judge':
        return { kind: (['holds', 'fails', 'unsure'] as const)[number % 3] ?? 'unsure', to };
      case 'piece-failed':
        return [{ kind: 'retry', to } as const, { kind: 'accept', to, reason: 'known' } as const, { kind: 'skip', to, reason: 'later' } as const, { kind: 'stop', to } as const][number % 4] ?? { kind: 'stop', to };
      case 'record-row':
        return { kind: 'write', to, cells: prompt.cells.map(({ value }) => value) };
      default:
        return { kind: 'leave', to, then: 'abort' };
    }
  };
}

/** Answers as data: what the agents' server does. */
async function byData(made: TestWalk, numbers: readonly number[]): Promise<readonly RunEvent[]> {
  const next = scripted(numbers);
  for (let prompt = await made.now(); prompt.kind !== 'finished'; prompt = await made.now()) made.walk.reply(JSON.parse(JSON.stringify(next(prompt))) as Reply);
  await made.ended;
  return made.events;
}

/** The lines that a person would type for a reply in the plain walk. */
function lines(prompt: Prompt, reply: Reply): readonly string[] {
  switch (reply.kind) {
    case 'run':
    case 'done':
      return [''];
    case 'confirm':
      return prompt.kind === 'run-piece' && prompt.ask.key === 'y' ? ['y'] : ['', reply.word];
    case 'skip':
      return ['s', reply.reason];
    case 'accept':
      return ['a', reply.reason];
    case 'edit':
      return ['e', reply.code, ...Array.from({ length: (prompt.kind === 'run-piece' ? prompt.code.replace(/^\s*\n/, '').trimEnd().split('\n').length : 1) - 1 }, () => '')];
    case 'note':
      return ['n', reply.text];
    case 'answer':
      return [reply.value];
    case 'holds':
      return ['y'];
    case 'fails':
      return ['n'];
    case 'unsure':
      return ['u'];
    case 'retry':
      return ['r'];
    case 'stop':
      return ['q', 'f'];
    case 'leave':
      return ['q', 'a'];
    case 'write':
      return [''];
    default:
      throw new Error(`no line for ${reply.kind}`);
  }
}

/** The plain face, typed at. */
async function byLines(markdown: string, numbers: readonly number[]): Promise<readonly RunEvent[]> {
  const next = scripted(numbers);
  const typed: string[] = [];
  const made = new TestWalk(markdown, { begin: false });
  const ask = async (): Promise<string> => {
    if (typed.length === 0 && made.walk.prompt !== null) typed.push(...lines(made.walk.prompt, next(made.walk.prompt)));
    return typed.shift() ?? '';
  };
  const prompter = {
    say: () => undefined,
    supersede: () => undefined,
    writeAside: () => true,
    ask,
    async choose(_: string, keys: readonly string[]) {
      const given = await ask();
      if (!keys.includes(given)) throw new Error(`${given} is none of ${keys.join(', ')}`);
      return given;
    },
  } as unknown as Prompter;
  await plainWalk(made.walk, { prompter, paint: painter(false), width: 80, unlike: new Map(), ci: false });
  return made.events;
}

function told(events: readonly RunEvent[]): unknown {
  return events.map((event) => JSON.parse(JSON.stringify(event)) as unknown);
}

/** Screens on which the walk is driven by keys. */
const size = fc.constantFrom({ columns: 80, rows: 24 }, { columns: 120, rows: 40 }, { columns: 50, rows: 15 }, { columns: 40, rows: 12 });

it('the same script of replies gives the same events, as data, in plain lines and by keys on every size of screen', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'] });
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(code, { minLength: 1, maxLength: 5 }), script, size, async (codes, numbers, screen) => {
        const markdown = runbookOf(...codes);
        const asData = told(await byData(new TestWalk(markdown), numbers));
        // An edit of several lines is typed line by line: as data it is the lines joined.
        expect(told(await byLines(markdown, numbers))).toEqual(asData);
        expect(told(await byKeys(markdown, scripted(numbers), screen))).toEqual(asData);
      }),
      { numRuns: 60 },
    );
  } finally {
    vi.useRealTimers();
  }
}, 60_000);
