import { type Asked, askedOn } from './asked.ts';
import type { Journal } from './journal.ts';
import { screenFaults } from './screen-faults.ts';
import type { Transcript } from './transcript.ts';
import type { Size, WatchedTerminal } from './watched-terminal.ts';

const LIMIT_MS = 20_000;
/** A key that does nothing is waited for so long. */
const UNHEEDED_MS = 5_000;
/** Another size, to and fro. */
const OTHER: Size = { columns: 64, rows: 18 };

/** Looks at every screen that stands still, and keeps what is wrong with any of them. */
export class Looker {
  readonly wrong: string[] = [];
  /** The question that is open. */
  asked: Asked | null = null;
  lines: readonly string[] = [];
  private readonly parts: { readonly terminal: WatchedTerminal; readonly journal: Journal; readonly transcript: Transcript; readonly screens: string[] };

  constructor(parts: Looker['parts']) {
    this.parts = parts;
  }

  /** The next screen that asks something; `false` where none comes or the program has ended. */
  async next(holds: (lines: readonly string[]) => boolean = () => true): Promise<boolean> {
    const { terminal, transcript, screens } = this.parts;
    const lines = await terminal.settled((now) => askedOn(now) !== null && holds(now), LIMIT_MS);
    if (lines === null) this.say('nothing is asked any more', terminal.lines());
    this.asked = lines === null ? null : askedOn(lines);
    if (lines === null || terminal.status !== null || this.asked === null) return false;
    this.lines = lines;
    for (const fault of screenFaults(lines, terminal.size, this.asked)) this.say(fault, lines);
    if (this.asked !== 'over' && this.asked !== 'remote') transcript.add(lines, terminal.size);
    screens.push(`${this.asked}\n${lines.join('\n').trimEnd()}`);
    return true;
  }

  type(keys: string): void {
    this.parts.terminal.type(keys);
  }

  say(fault: string, lines: readonly string[] = this.lines): void {
    this.wrong.push(`${fault}\n${lines.join('\n').trimEnd().replace(/^/gm, '    ')}`);
  }

  /** Keys that run and answer nothing: the screen says why, where something is to be said. */
  async keeps(keys: string, said: RegExp | null): Promise<void> {
    const { asked, parts: { journal, terminal } } = this;
    const begun = journal.begun().length;
    const before = still(this.lines);
    this.type(keys);
    await terminal.settled((lines) => (said === null ? still(lines) !== before : said.test(words(lines))) && askedOn(lines) !== null, said === null ? UNHEEDED_MS : 2_500);
    if (!(await this.next())) return;
    if (said !== null && !said.test(words(this.lines))) this.say(`after ${JSON.stringify(keys)} it does not say ${String(said)}`);
    if (journal.begun().length !== begun) this.say(`${JSON.stringify(keys)} ran something at ${asked ?? ''}`);
  }

  /** What a key opens above the question (something is typed there, and refused or kept), closed again with Escape. Where the key is not for now, nothing opens. */
  async opens(key: string, title: RegExp, keys = '', said: RegExp | null = null): Promise<void> {
    const { asked, parts: { terminal } } = this;
    await this.keeps(key, null);
    if (this.asked === asked) return;
    if (!title.test(words(this.lines))) this.say(`${key} does not show ${String(title)}`);
    if (keys !== '') await this.keeps(keys, said);
    this.type('\u001b');
    await terminal.settled((lines) => askedOn(lines) === asked, 3_000);
    if ((await this.next()) && this.asked !== asked) this.say(`after Escape from ${key} it asks ${this.asked ?? 'nothing'} and not ${asked ?? 'nothing'}`);
  }

  /** Another size in mid-prompt, and back. */
  async resizes(): Promise<void> {
    const { terminal, journal } = this.parts;
    const { size } = terminal;
    const before = journal.begun().length;
    for (const to of [OTHER, size]) {
      terminal.resize(to);
      // The screen is wiped once the resize has settled: what is still wrong after a while stays so.
      await new Promise((done) => setTimeout(done, 100));
      await terminal.settled((lines) => askedOn(lines) !== null && screenFaults(lines, to, askedOn(lines) ?? 'over').length === 0, 2_500);
      if (!(await this.next())) return;
    }
    if (journal.begun().length !== before) this.say('a resize ran something');
  }
}

/** A screen without its clock and bar, which change by themselves. */
export function still(lines: readonly string[]): string {
  return lines.flatMap((line) => (/^[━╌]+$/.test(line) ? [] : [line.replace(/ *\d+:\d\d(?: of \d+:\d\d)?(?: OVER)?$/, '')])).join('\n');
}

/** All words of a screen as one text, folds and frames taken out. */
export function words(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/[│╭╮╰╯]/g, ' ')).join(' ').replace(/\s+/g, ' ');
}
