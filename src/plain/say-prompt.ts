import { displayWidth, isFar, placeWords, withoutBlankEnds } from '../model/index.ts';
import { FOR_THE_OPERATOR } from '../plan/index.ts';
import type { Finished, PieceFailed, Prompt, RunPiece } from '../walk/index.ts';
import { doubtText, doubtWords, exactDuration, leftOutWords, nextWords, type Paint, seenWords, valuesWords, wrapText } from '../print/index.ts';

/** What a prompt has to say before its question, as lines of the width; commands, what they wrote and the row are folded by the terminal, which copies them whole. */
export function promptLines(prompt: Prompt, paint: Paint, width: number): readonly string[] {
  const lines = linesOf(prompt, paint);
  return prompt.kind === 'finished' ? lines : lines.flatMap((line) => line.split('\n').flatMap((each) => folded(each, width)));
}

/** So far at least code and output are indented. */
const CODE_INDENT = 4;

function folded(line: string, width: number): readonly string[] {
  const [start = '', colours = '', indent = ''] = /^((?:\u001b\[[\d;]*m)*)( *)/.exec(line) ?? [];
  if (indent.length >= CODE_INDENT || displayWidth(line) <= width) return [line];
  return wrapText(line.slice(start.length), width - indent.length, '  ').map((text, i) => `${i === 0 ? colours : ''}${indent}${text}`);
}

function linesOf(prompt: Prompt, paint: Paint): readonly string[] {
  switch (prompt.kind) {
    case 'choose-target':
      return [`\nWhich target? (${prompt.name}, line ${prompt.line})`, ...numbered(prompt.choices.map((choice) => (prompt.production.includes(choice) ? `${choice}  ${paint('red', 'production')}` : choice)))];
    case 'choose-alternative':
      return [
        `\n${paint('bold', `${prompt.name}: which one?`)} (line ${prompt.line}${prompt.menu ? ', any number, one at a time' : ''})`,
        ...prompt.choices.flatMap(({ label, steps, asks, chosen }, index) => [`  ${index + 1}  ${label}${chosen ? ' (chosen)' : ''}${steps.some(({ effect }) => effect === 'destroys') ? `  ${paint('red', 'destroys')}` : ''}`, ...steps.flatMap(({ title, code, effect }) => (code === '' ? [`         ${title}`] : codeLines(code, paint, '         ', effect === 'destroys'))), ...asks.map(({ labels }) => `         asks which: ${labels.join(', ')}`)]),
        prompt.menu && prompt.choices.some(({ chosen }) => chosen) ? '  0  no more of them' : '  0  none of them',
      ];
    case 'enter-parameter':
      return [
        `\n${prompt.name}: ${prompt.from}${prompt.line === null ? '' : ` (line ${prompt.line})`}`,
        ...(prompt.example === null ? [] : [`  e.g. ${prompt.example}; never used as a default`]),
        ...numbered(prompt.suggestions),
      ];
    case 'settle-doubt':
      return [
        ...prompt.doubts.map((doubt) => paint('yellow', `  HELD: ${doubtWords(doubt.kind)}: ${doubtText(doubt)} (line ${doubt.line})`)),
        ...(prompt.on === null || prompt.on.kind === 'here' ? [] : [`  where: ${placeWords(prompt.on)}`]),
        ...codeLines(prompt.code, paint),
      ];
    case 'run-piece':
      return runLines(prompt, paint);
    case 'do-by-hand':
      return [...prompt.offers.map((offer) => `  to run by hand: ${paint('cyan', offer)}`), ...prompt.expectations.map(({ text }) => `  expected: ${text}`)];
    case 'judge':
      return [`  check by eye: ${prompt.expectation}${prompt.reason === '' || prompt.reason === FOR_THE_OPERATOR ? '' : ` (${prompt.reason})`}`];
    case 'piece-failed':
      return [...prompt.checks.map((check) => `  expected: ${check.text}\n  seen:     ${seenWords(check).split('\n').join('\n            ')}`), ...(isSaid(prompt) ? [] : [`  ${prompt.reason}`]), ...waysOn(prompt), ...(prompt.gate === undefined ? [] : [paint('yellow', `  the runbook says: "${prompt.gate.text}" (line ${prompt.gate.line})`)])];
    case 'interrupted':
      return [paint('red', `  INTERRUPTED: ${prompt.why} (it began ${prompt.since})`), ...(isFar(prompt.on) ? [`  ran on: ${placeWords(prompt.on)}`] : []), ...codeLines(prompt.code, paint), ...(prompt.seen === '' ? [] : ['  it had written:', ...prompt.seen.trimEnd().split('\n').slice(-10).map((line) => `    ${line}`)])];
    case 'end-run':
      return [`\n${paint('bold', 'All steps are done')}`, `  not run: ${leftOutWords(prompt)}`];
    case 'record-row':
      return ['\nThe history row:'];
    case 'finished':
      return finishedLines(prompt, paint);
  }
}

function finishedLines({ outcome, reason, durationMs, row, next }: Finished, paint: Paint): readonly string[] {
  const took = durationMs === 0 ? '' : ` (${exactDuration(durationMs)})`;
  const ended = `\n${paint('bold', outcome)}${reason === '' ? '' : `: ${reason}`}${took}`;
  const rowLines = row.said === '' ? [] : [row.said.trimEnd(), row.text].filter((line) => line !== '');
  return [ended, ...rowLines, ...(next === null ? [] : [nextWords(next)])];
}

/** How it ended was said when it did; a check that failed stands above. */
function isSaid({ reason, exitCode, checks }: PieceFailed): boolean {
  return reason === '' || reason === 'stopped' || reason === `exit status ${exitCode ?? 'unknown'}` || checks.length > 0;
}

/** What else may help, with its key: another value, and the section that is there for this. */
function waysOn({ values, sections, gate }: PieceFailed): readonly string[] {
  if (gate !== undefined) return [];
  return [...(values.length === 0 ? [] : [`  c changes ${valuesWords(values)}`]), ...(sections.length === 0 ? [] : [`  g goes to what was not run: ${leftOutWords({ sections })}`])];
}

function runLines(prompt: RunPiece, paint: Paint): readonly string[] {
  const { effect, effectWord, interactive, follow } = prompt;
  const mark = { reads: null, changes: null, unknown: 'EFFECT UNKNOWN', destroys: 'DESTRUCTIVE' }[effect];
  return [
    ...codeLines(prompt.code, paint),
    ...(prompt.original === null ? [] : ['  changed by you; the runbook says:', ...codeLines(prompt.original, paint)]),
    ...(prompt.typedThere.length === 0 ? [] : ['  type in the remote session:', ...prompt.typedThere.map((line) => `    ${line}`)]),
    ...prompt.replaced.map(({ was, now, name }) => `  ${was} is now ${now}${was.includes(name) ? '' : ` (${name})`}`),
    ...(mark === null ? [] : [paint('red', `  ${mark}: ${effectWord ?? 'this'}`)]),
    ...(prompt.on === null || prompt.on.kind === 'here' ? [] : [`  runs on: ${placeWords(prompt.on)}`]),
    ...prompt.context.map(({ kind, name, from }) => `  ${kind}: ${name} (${from})`),
    ...prompt.contextChanged.map(({ kind, was, now }) => paint('red', `  CHANGED: the ${kind} was ${was ?? 'none'}, now it is ${now ?? 'none'}`)),
    ...(prompt.production.yes ? [paint('yellow', `  PRODUCTION: ${prompt.production.why}`)] : []),
    ...(interactive === null ? [] : [paint('yellow', isFar(prompt.on) ? `  has no terminal there, and may wait for one: ${interactive}` : `  gets the terminal: ${interactive}`)]),
    ...(follow === null ? [] : [paint('yellow', `  runs until you press Ctrl-C (${follow})`)]),
    ...(prompt.revealing === null ? [] : [paint('yellow', `  prints a secret (${prompt.revealing}): shown, not kept`)]),
    ...(prompt.missingPrograms.length === 0 ? [] : [paint('red', `  NOT INSTALLED: ${prompt.missingPrograms.join(', ')}`)]),
    ...prompt.unboundHosts.map((host) => paint('red', `  UNBOUND HOST: ${host} is not known to belong to the target`)),
    ...(prompt.attempt > 1 ? [`  attempt ${prompt.attempt}`] : []),
    ...prompt.expectations.filter(({ text }) => !prompt.code.includes(text)).map(({ text }) => `  expected: ${text}`),
  ];
}

function codeLines(code: string, paint: Paint, indent = '    ', marked = false): string[] {
  return withoutBlankEnds(code).split('\n').map((line) => paint(marked ? 'red' : 'cyan', `${indent}${line}`));
}

/** A list to choose from by number. */
export function numbered(texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => `  ${index + 1}  ${text}`);
}
