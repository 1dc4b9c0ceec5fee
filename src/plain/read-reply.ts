import { unreadableCell } from '../history/index.ts';
import { withoutBlankEnds } from '../model/index.ts';
import { type Approval, approvedElsewhere, askedWord, type ChooseAlternative, type ChooseTarget, type EnterParameter, type PieceFailed, type Prompt, type RecordRow, type Reply, type RunPiece, type SettleDoubt, unapproved, type Walk } from '../walk/index.ts';
import { answerWords } from '../print/index.ts';
import { commonKeys, commonReply } from './common-keys.ts';
import type { Prompter } from './prompter.ts';
import { askWithSuggestions, suggestedValue } from './suggested-value.ts';

/** Asks the question of a prompt until there is a reply. */
export async function readReply(walk: Walk, prompt: Prompt, prompter: Prompter): Promise<Reply> {
  for (;;) {
    const reply = await tryReply(walk, prompt, prompter);
    if (reply !== null) return reply;
  }
}

async function tryReply(walk: Walk, prompt: Prompt, prompter: Prompter): Promise<Reply | null> {
  const to = prompt.id;
  switch (prompt.kind) {
    case 'choose-target':
    case 'choose-alternative':
      return choice(walk, prompt, prompter);
    case 'enter-parameter':
      return value(walk, prompt, prompter);
    case 'settle-doubt':
      return settlement(walk, prompt, prompter);
    case 'run-piece':
      return toRun(walk, prompt, prompter);
    case 'do-by-hand':
      return keyed(walk, prompt, prompter, 'Enter done, s skip', { '': async () => ({ kind: 'done', to }), s: async () => ({ kind: 'skip', to, reason: await reason(prompter) }) });
    case 'judge':
      return keyed(walk, prompt, prompter, "y yes, n no, u can't tell", { y: async () => ({ kind: 'holds', to }), n: async () => ({ kind: 'fails', to }), u: async () => ({ kind: 'unsure', to }) });
    case 'piece-failed':
      return prompt.gate !== undefined ? atGate(walk, prompt, prompter) : keyed(walk, prompt, prompter, `r retry${prompt.untilItHolds ? ', R until it holds' : ''}, a accept anyway (reason), s skip`, {
        r: async () => ({ kind: 'retry', to }),
        ...(prompt.untilItHolds ? { R: async (): Promise<Reply> => ({ kind: 'until-it-holds', to }) } : {}),
        a: async () => ({ kind: 'accept', to, reason: await reason(prompter) }),
        s: async () => ({ kind: 'skip', to, reason: await reason(prompter) }),
      });
    case 'interrupted':
      return keyed(walk, prompt, prompter, 'd it ran to its end, r run it again, s skip', { d: async () => ({ kind: 'ran', to }), r: async () => ({ kind: 'retry', to }), s: async () => ({ kind: 'skip', to, reason: await reason(prompter) }) });
    case 'end-run':
      return keyed(walk, prompt, prompter, 'Enter end the run, g go to', { '': async () => ({ kind: 'end', to }) });
    case 'record-row':
      return row(prompt, prompter);
    case 'finished':
      throw new Error('the walk is over');
  }
}

/** What the exit status means is asked for, once for the command and for what it holds. */
async function atGate(walk: Walk, prompt: PieceFailed, prompter: Prompter): Promise<Reply | null> {
  const settle = { kind: 'settle', to: prompt.id, doubt: 'gate' } as const;
  return keyed(walk, prompt, prompter, 'passed (go on, with a reason), stop (end here), r retry, s skip', {
    passed: async () => ({ ...settle, answer: 'passed', reason: await reason(prompter) }),
    stop: async () => ({ ...settle, answer: 'stop' }),
    r: async () => ({ kind: 'retry', to: prompt.id }),
    s: async () => ({ kind: 'skip', to: prompt.id, reason: await reason(prompter) }),
  });
}

type Keys = Readonly<Record<string, () => Promise<Reply | null>>>;

/** A question that is answered by a key of its own or one of the common ones. */
async function keyed(walk: Walk, prompt: Prompt, prompter: Prompter, words: string, keys: Keys): Promise<Reply | null> {
  const own = Object.keys(keys);
  const common = commonKeys(prompt).map(([key]) => key).filter((key) => !own.includes(key));
  const given = await prompter.choose(`${words}, ? more, q quit > `, [...own, ...common]);
  const act = keys[given];
  return act === undefined ? commonReply(given, walk, prompt, prompter) : act();
}

async function toRun(walk: Walk, prompt: RunPiece, prompter: Prompter): Promise<Reply | null> {
  const to = prompt.id;
  const { ask } = prompt;
  const approval = unapproved(prompt);
  if (approval !== null) return toApprove(walk, prompt, approval, prompter);
  // That it destroys, and which attempt it is, stands above.
  if (ask.key !== 'enter' && prompt.effect !== 'destroys') prompter.say(`  ${ask.why}`);
  const run = ask.key === 'y' ? { y: async (): Promise<Reply> => ({ kind: 'confirm', to, word: 'y' }) } : { '': async (): Promise<Reply> => (ask.key === 'enter' ? { kind: 'run', to } : { kind: 'confirm', to, word: await prompter.ask(`type ${askedWord(prompt)} to run it: `) }) };
  return keyed(walk, prompt, prompter, `${ask.key === 'y' ? 'y run' : 'Enter run'}, e edit, s skip`, {
    ...run,
    e: async () => ({ kind: 'edit', to, code: await edit(prompter, prompt.code) }),
    s: async () => ({ kind: 'skip', to, reason: await reason(prompter) }),
  });
}

/** A second person is needed: from elsewhere, or at this terminal. Enter does nothing. */
async function toApprove(walk: Walk, prompt: RunPiece, approval: Approval, prompter: Prompter): Promise<Reply | null> {
  const to = prompt.id;
  const { why, proven, notBy } = approval;
  prompter.say(`  ${why}`);
  if (proven) prompter.say(`  ${approvedElsewhere(approval, walk.run)}`);
  return keyed(walk, prompt, prompter, proven ? 's skip' : `a approve (somebody else than ${notBy}), s skip`, {
    ...(proven ? {} : { a: async (): Promise<Reply> => ({ kind: 'approve', to, who: await prompter.ask('name of who approves it: ') }) }),
    e: async () => ({ kind: 'edit', to, code: await edit(prompter, prompt.code) }),
    s: async () => ({ kind: 'skip', to, reason: await reason(prompter) }),
  });
}

/** The first open doubt. Enter does nothing. */
async function settlement(walk: Walk, prompt: SettleDoubt, prompter: Prompter): Promise<Reply | null> {
  const [doubt] = prompt.doubts;
  if (doubt === undefined) throw new Error('nothing is to be settled');
  const keys = doubt.answers.map((answer): readonly [string, () => Promise<Reply>] => [
    answer,
    async () => ({
      kind: 'settle',
      to: prompt.id,
      doubt: doubt.kind,
      answer,
      ...(answer === 'edit' ? { code: await edit(prompter, prompt.code) } : {}),
      ...(answer === 'passed' || answer === 'skip' ? { reason: await reason(prompter) } : {}),
    }),
  ]);
  return keyed(walk, prompt, prompter, doubt.answers.map((answer) => (answerWords(answer) === '' ? answer : `${answer} (${answerWords(answer)})`)).join(', '), Object.fromEntries(keys));
}

async function choice(walk: Walk, prompt: ChooseTarget | ChooseAlternative, prompter: Prompter): Promise<Reply | null> {
  const to = prompt.id;
  const labels = prompt.kind === 'choose-target' ? prompt.choices : prompt.choices.map(({ label }) => label);
  const given = await prompter.ask(`number or name${prompt.kind === 'choose-target' ? '' : `, 0 for none, ? more`}: `);
  if (given === '') return unanswered(prompter, 'Enter chooses nothing here; give a number or a name, ? for more, or q to leave');
  if (given === '?' && prompt.kind === 'choose-target') return askedKey(walk, prompt, prompter);
  if (given === 'q' || (prompt.kind === 'choose-alternative' && commonKeys(prompt).some(([key]) => key === given))) return commonReply(given, walk, prompt, prompter);
  if (given === '0' && prompt.kind === 'choose-alternative') return { kind: 'choose', to, choice: null };
  const byNumber = /^\d+$/.test(given) ? labels[Number(given) - 1] : undefined;
  const byName = labels.find((label) => label.toLowerCase() === given.toLowerCase());
  const matching = labels.filter((label) => label.toLowerCase().includes(given.toLowerCase()) && !/[*?]/.test(label));
  const isWhole = byNumber !== undefined || byName !== undefined;
  if (!isWhole && matching.length > 1) {
    prompter.say(`several match: ${matching.join(', ')}`);
    return null;
  }
  if (!isWhole && matching.length === 1 && prompt.kind === 'choose-target') {
    prompter.say(`a target is taken by its number or its whole name: ${matching.join(', ')}`);
    return null;
  }
  return { kind: 'choose', to, choice: byNumber ?? byName ?? matching[0] ?? given };
}

/** Where letters are names or values, the common keys are asked for by themselves. */
async function askedKey(walk: Walk, prompt: Prompt, prompter: Prompter): Promise<Reply | null> {
  await commonReply('?', walk, prompt, prompter);
  return commonReply(await prompter.ask('which key? Enter for none: '), walk, prompt, prompter);
}

/** An example is a hint, never taken by Enter. */
async function value(walk: Walk, prompt: EnterParameter, prompter: Prompter): Promise<Reply | null> {
  const given = prompt.secret ? await prompter.askSecret(prompt.name) : await suggestedValue(prompt.name, prompt.suggestions, prompter);
  if (given === '') return unanswered(prompter, 'Enter gives no value; type one, ? for more, or q to leave');
  if (given === '?') return askedKey(walk, prompt, prompter);
  if (given === 'q') return commonReply('q', walk, prompt, prompter);
  return { kind: 'answer', to: prompt.id, value: given };
}

async function row({ id: to, columns, cells }: RecordRow, prompter: Prompter): Promise<Reply> {
  const values = cells.map((cell) => cell.value);
  for (;;) {
    columns.forEach((column, index) => prompter.say(`  ${index + 1}  ${column}: ${values[index] ?? ''}${hint(cells[index], values[index])}`));
    const given = await prompter.ask('Enter write, a number to change a cell, - to write no row > ');
    if (given === '') return { kind: 'write', to, cells: values };
    if (given === '-') return { kind: 'keep-none', to };
    const index = Number(given) - 1;
    const column = columns[index];
    if (column === undefined) prompter.say('the run has ended, and only its row is asked: give the number of a cell, Enter or -');
    else values[index] = await cellText(prompter, column, cells[index], values[index] ?? '');
  }
}

/** A cell with what was typed for it; a date or a duration that cannot be read is asked for again. */
async function cellText(prompter: Prompter, column: string, cell: RecordRow['cells'][number] | undefined, value: string): Promise<string> {
  for (;;) {
    const given = await typedCell(prompter, column, cell, value);
    const why = given === value ? null : unreadableCell(column, given);
    if (why === null) return given;
    prompter.say(why);
  }
}

/** A cell that was filled is changed on the line; for an open one nothing stands there, because what is typed would add to it. */
async function typedCell(prompter: Prompter, column: string, cell: RecordRow['cells'][number] | undefined, value: string): Promise<string> {
  if (cell?.open !== true || cell.value !== value) return prompter.ask(`${column}: `, value);
  const given = await askWithSuggestions(column, cell.suggestions, prompter);
  return given === '' ? value : given;
}

function hint(cell: RecordRow['cells'][number] | undefined, value: string | undefined): string {
  if (cell === undefined || !cell.open || cell.value !== value) return '';
  if (cell.suggestions.length > 0) return ` (suggestions: ${cell.suggestions.slice(0, 4).join(', ')})`;
  return cell.above === '' ? '' : ` (above: ${cell.above})`;
}

/** The operator's own text, line by line. */
async function edit(prompter: Prompter, code: string): Promise<string> {
  const edited: string[] = [];
  for (const line of withoutBlankEnds(code).split('\n')) edited.push(await prompter.ask('edit> ', line));
  return edited.join('\n').trimEnd();
}

/** Asks for a reason, which must not be empty, since somebody will read it. */
async function reason(prompter: Prompter): Promise<string> {
  for (;;) {
    const given = await prompter.ask('reason: ');
    if (given !== '') return given;
    prompter.say('a reason is needed: somebody will read it');
  }
}

/** Says why the same question comes again. */
function unanswered(prompter: Prompter, why: string): null {
  prompter.say(why);
  return null;
}
