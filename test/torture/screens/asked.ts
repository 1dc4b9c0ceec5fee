/** What a screen asks. */
export type Asked = 'start' | 'read' | 'run' | 'by-hand' | 'judge' | 'failed' | 'gate' | 'held' | 'interrupted' | 'value' | 'choice' | 'to-end' | 'follow' | 'remote' | 'row' | 'end' | 'confirm' | 'typed' | 'yes' | 'leaving' | 'over';

/** The words that a kind of question is known by: its keys, which are there once they count. */
const KNOWN: readonly (readonly [asked: Asked, words: RegExp])[] = [
  ['over', /^ Esc close(?:$| {2}(?!Ctrl-U))/m],
  ['leaving', /(?:^| )l leave {2}/m],
  ['yes', /(?:^| )y run {2}Esc close/m],
  ['confirm', /(?:^| )Enter run {2}Esc close/m],
  ['typed', /(?:^| )Enter (?:take|go) {2}Esc close|^ Esc close {2}Ctrl-U/m],
  ['start', /Enter (?:start|resume)/],
  ['read', /Enter read on/],
  ['run', /Enter run/],
  ['by-hand', /Enter done/],
  ['judge', /y yes {2}n no {2}u can't tell/],
  ['gate', /The runbook says, line [^]*P passed: go on/],
  ['interrupted', /Interrupted: [^]*m done {2}r retry/],
  ['failed', /r retry {2}/],
  ['held', /Held, line [^]*(?:h run here|m done|r settle: run it|P passed|e edit|s skip)/],
  ['value', /Enter (?:answer|type)/],
  ['to-end', /Enter end the run/],
  ['row', /Enter write the row/],
  ['end', /Enter leave/],
  ['choice', /Which [^]*(?:↑↓ mark|Enter choose)/],
  ['remote', /^this step has the terminal until/],
  ['follow', /runs until you press x[^]*x stop/],
];

/** What is asked; `null` while nothing is, or its keys do not count yet. */
export function askedOn(lines: readonly string[]): Asked | null {
  const text = lines.join('\n');
  return KNOWN.find(([, words]) => words.test(text))?.[0] ?? null;
}
