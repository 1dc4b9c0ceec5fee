import { stepOf } from '../plan/index.ts';
import { answersGiven, places, type Prompt, type Reply, sectionsOfChoices, sectionsOut, suggestedFor, type Walk } from '../walk/index.ts';
import { doubtText, judgedWords, outWords } from '../print/index.ts';
import type { Prompter } from './prompter.ts';
import { numbered } from './say-prompt.ts';
import { askWithSuggestions } from './suggested-value.ts';
import { fillTemplate, templatesText } from './templates.ts';

/** The keys that every question accepts besides its own, with what they do. */
const COMMON_KEYS: readonly (readonly [key: string, word: string])[] = [
  ['?', 'these keys'],
  ['n', 'note: a line for the journal and the history row'],
  ['l', 'look: what a step is and what it did'],
  ['g', 'go to a step or a section; what lies between is skipped, or asked again'],
  ['c', 'change an answer that was given'],
  ['t', 'messages to send, filled with what the run knows'],
  ['q', 'quit: leave and resume later, or end it here'],
];

/** The keys that a question accepts besides its own: where `n` says no, `N` writes a note. */
export function commonKeys({ kind }: Prompt): typeof COMMON_KEYS {
  return COMMON_KEYS.map(([key, word]) => [key === 'n' && kind === 'judge' ? 'N' : key, word]);
}

/** The reply for a common key; `null` if it was cancelled, or only showed something. */
export async function commonReply(key: string, walk: Walk, prompt: Prompt, prompter: Prompter): Promise<Reply | null> {
  const to = prompt.id;
  switch (key) {
    case '?':
      for (const [name, does] of commonKeys(prompt)) prompter.say(`  ${name}  ${does}`);
      return null;
    case 'n':
    case 'N': {
      const text = await prompter.ask('note: ');
      return text === '' ? null : { kind: 'note', to, text };
    }
    case 't':
      prompter.say(templatesText(walk));
      await sendTemplate(walk, prompter);
      return null;
    case 'l':
      return lookReply(walk, to, prompter);
    case 'g':
      return goToReply(walk, to, prompter);
    case 'c':
      return changeReply(walk, to, prompter);
    case 'q':
      return leaveReply(walk, prompt, prompter);
    default:
      return null;
  }
}

/** Sends one of the messages that were just shown completely. */
async function sendTemplate(walk: Walk, prompter: Prompter): Promise<void> {
  const { outgoing } = prompter;
  const { templates } = walk.plan.runbook;
  if (outgoing === null || outgoing.names.length === 0 || templates.length === 0) return;
  const template = templates[Number(await prompter.ask(`send which? its number (1${templates.length === 1 ? '' : ` to ${templates.length}`}), or Enter for none: `)) - 1];
  if (template === undefined) return;
  const only = outgoing.names.length === 1 ? outgoing.names[0] : outgoing.names[Number(await prompter.ask(`to which? ${outgoing.names.map((name, index) => `${index + 1} ${name}`).join(', ')}, or Enter for none: `)) - 1];
  prompter.say(only === undefined ? 'nothing was sent' : outgoing.send(only, fillTemplate(walk, template.text)));
}

/** Lists the steps with their results and a number each; returns the place that was picked, or the typed text. */
async function pickPlace(walk: Walk, question: string, prompter: Prompter): Promise<{ readonly place: string; readonly piece: number } | null> {
  const all = places(walk.plan);
  all.forEach(({ step, piece }, index) => {
    const planned = stepOf(walk.plan, step);
    const known = walk.state.steps[step];
    const status = known?.skipped != null ? 'skipped' : (known?.pieces[piece]?.status ?? 'open');
    const part = planned !== undefined && planned.pieces.length > 1 ? `, part ${piece + 1} of ${planned.pieces.length}` : '';
    prompter.say(`  ${String(index + 1).padStart(2)}  ${planned?.pieces[piece]?.title ?? `${planned?.step.title ?? step}${part}`}: ${status}`);
  });
  const given = await prompter.ask(question);
  if (given === '') return null;
  const numbered = /^\d+$/.test(given) ? all[Number(given) - 1] : undefined;
  return numbered === undefined ? named(walk.plan, given, prompter) : { place: numbered.step, piece: numbered.piece };
}

/** The section or step that has the typed words, if only one has; of words that none has the walk says that there is no such place. */
function named({ runbook, steps }: Walk['plan'], given: string, prompter: Prompter): { readonly place: string; readonly piece: number } | null {
  const words = given.toLowerCase();
  const all = [
    ...runbook.sections.map(({ heading, anchor, index }) => ({ place: anchor, name: heading, section: index })),
    ...steps.filter(({ included }) => included).map(({ step: { id, title, section } }) => ({ place: id, name: title, section })),
  ].filter(({ name }) => name !== '');
  const exact = all.find(({ place, name }) => place === words || name.toLowerCase() === words);
  // A step that is called like its section is the same place.
  const isFirst = ({ name, section }: (typeof all)[number], index: number): boolean => all.findIndex((other) => other.name === name && other.section === section) === index;
  const matching = exact === undefined ? all.filter((each, index) => each.name.toLowerCase().includes(words) && isFirst(each, index)) : [exact];
  if (matching.length > 1) {
    const isShared = (name: string): boolean => matching.filter((other) => other.name === name).length > 1;
    prompter.say(`several match: ${matching.map(({ name, place }) => (isShared(name) ? `${name} (${place})` : name)).join(', ')}`);
    return null;
  }
  return { place: matching[0]?.place ?? given, piece: 0 };
}

async function lookReply(walk: Walk, to: string, prompter: Prompter): Promise<Reply | null> {
  const picked = await pickPlace(walk, 'look at which? its number, or Enter for none: ', prompter);
  return picked === null ? null : { kind: 'look', to, step: picked.place, piece: picked.piece };
}

async function goToReply(walk: Walk, to: string, prompter: Prompter): Promise<Reply | null> {
  const out = sectionsOut(walk.plan).map(({ section: { heading }, reason }) => `    "${heading}": ${outWords(reason)}`);
  if (out.length > 0) prompter.say(`  out until now, brought in by going there:\n${out.join('\n')}`);
  const choices = sectionsOfChoices(walk.plan).map(({ heading }) => `"${heading}"`);
  if (choices.length > 0) prompter.say(`  asks which one: ${choices.join(', ')}`);
  const picked = await pickPlace(walk, 'go to which? a number, a section, or Enter for none: ', prompter);
  return picked === null ? null : { kind: 'go-to', to, place: picked.place, piece: picked.piece };
}

/** The values, choices, settled doubts and checks by eye that can be changed. */
async function changeReply(walk: Walk, to: string, prompter: Prompter): Promise<Reply | null> {
  const { values, choices, doubts, checks } = answersGiven(walk.plan, walk.state);
  const answers: readonly GivenAnswer[] = [
    ...values.map(({ parameter: { name }, value, secret }): GivenAnswer => ({ text: `${name} = ${secret ? '***' : (value ?? '')}`, of: 'parameter', name, ask: () => (secret ? prompter.askSecret(name) : askWithSuggestions(name, suggestedFor(walk, name), prompter)) })),
    ...choices.map((choice): GivenAnswer => ({ text: `${choice.name}: ${choice.chosen.join(', ') || 'none of them'}`, of: 'alternative', name: String(choice.group.index), ask: () => pickLabel(choice.labels, prompter) })),
    ...doubts.map(({ settled, title, name }): GivenAnswer => ({ text: `${doubtText({ ...settled, kind: settled.doubt })}: ${settled.answer}, about ${title}`, of: 'doubt', name, ask: async () => null })),
    ...checks.map(({ name, check, title }): GivenAnswer => ({ text: `${check.text}: ${judgedWords(check)}, about ${title}`, of: 'check', name, ask: async () => null })),
  ];
  if (answers.length === 0) {
    prompter.say(walk.plan.target === null ? 'there is no answer to change' : `there is no answer to change; a run keeps its target, ${walk.plan.target.name}`);
    return null;
  }
  for (const line of numbered(answers.map(({ text }) => text))) prompter.say(line);
  const answer = answers[Number(await prompter.ask('change which? its number, or Enter for none: ')) - 1];
  return answer === undefined ? null : { kind: 'change', to, of: answer.of, name: answer.name, value: await answer.ask() };
}

/** An answer that can be changed; `ask` asks what it is to be now. */
interface GivenAnswer extends Pick<Extract<Reply, { readonly kind: 'change' }>, 'of' | 'name'> {
  readonly text: string;
  ask(): Promise<string | null>;
}

async function pickLabel(labels: readonly string[], prompter: Prompter): Promise<string | null> {
  for (const line of numbered(labels)) prompter.say(line);
  return labels[Number(await prompter.ask('which one? its number, 0 for none of them: ')) - 1] ?? null;
}

async function leaveReply(walk: Walk, prompt: Prompt, prompter: Prompter): Promise<Reply | null> {
  const to = prompt.id;
  const failed = prompt.kind === 'piece-failed';
  const resume = walk.run === null ? '' : ` (runbook resume ${walk.run})`;
  const answer = await prompter.choose(`leave? l leave and resume later${resume}, a abort and write the row${failed ? ', f end it here as failed' : ''}, Enter stay > `, ['', 'l', 'a', ...(failed ? ['f'] : [])]);
  if (answer === 'f') return { kind: 'stop', to };
  return answer === '' ? null : { kind: 'leave', to, then: answer === 'l' ? 'resume' : 'abort' };
}
