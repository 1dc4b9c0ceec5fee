import { type Look, type Prompt, refusalOf, type Reply, type ReplyResult } from '../../walk/index.ts';
import type { AgentRun } from '../runs/agent-run.ts';
import { takenByAgents } from '../runs/taken-by-agents.ts';
import type { AgentRules } from '../host.ts';
import { type AskPerson, questionFor } from './ask-person.ts';
import { type Verdict, whoMay } from './policy.ts';
import { productionAt } from './production-at.ts';
import type { AgentReply } from './reply-schema.ts';

/** Who is there besides the agent. */
interface Around {
  readonly rules: AgentRules;
  /** Name of the client. */
  readonly client: string;
  /** `null` if a person can only be asked in a terminal. */
  readonly dialog: AskPerson | null;
}

/** What became of an agent's reply. */
type Taken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'shown'; readonly look: Look }
  | { readonly kind: 'refused'; readonly why: string; readonly advice: string }
  /** Only a person may, so the run has to be handed over to a terminal. */
  | { readonly kind: 'hand-over'; readonly why: string };

/** Passes an agent's reply to the walk if the agent may give it; else asks a person, or says that one is needed. */
export function takeReply(run: AgentRun, reply: AgentReply, around: Around): Taken {
  if (run.asking !== null) return { kind: 'refused', why: 'a person is asked now', advice: 'wait for them: run_state says what they answer' };
  const { walk, prompt } = run;
  run.heard = null;
  // The walk itself refuses a reply to what is not asked.
  if (prompt === null || reply.to !== prompt.id) return resultOf(walk.reply(replyOf(reply)));
  const takes = takenByAgents(prompt);
  if (!takes.includes(reply.kind)) return { kind: 'refused', why: `${prompt.kind} takes no ${reply.kind}`, advice: takes.length === 0 ? 'the run is over' : `it takes ${takes.join(', ')}` };
  // Nobody is asked about what would not be taken. What a command asks for before it runs is the person's.
  const refusal = reply.kind === 'run' ? null : refusalOf(prompt, replyOf(reply), walk);
  if (refusal !== null) return resultOf(refusal);
  const verdict = whoMay(prompt, reply, { rules: around.rules, production: () => productionAt(walk, run.options, prompt, run.last) });
  if (verdict.may === 'agent') return resultOf(walk.reply(replyOf(reply)));
  if (verdict.may === 'nobody') return { kind: 'refused', why: verdict.why, advice: verdict.advice };
  return askOrHandOver(run, prompt, reply, verdict, around);
}

function askOrHandOver(run: AgentRun, prompt: Prompt, reply: AgentReply, { why, terminal }: Extract<Verdict, { may: 'person' }>, { rules, client, dialog }: Around): Taken {
  const word = run.walk.plan.target?.name ?? 'yes';
  const what = whatIsAsked(reply);
  const message = questionFor(run.walk, prompt, { agent: run.options.operator, what, why, word });
  if (!rules.elicit || dialog === null || terminal || message === null || run.declined.has(prompt.id)) return { kind: 'hand-over', why };
  const asking = new AbortController();
  run.asks(asking, null);
  void dialog(message, word, asking.signal).then((heard) => {
    if (heard !== 'approved') {
      if (heard === 'declined') run.declined.add(prompt.id);
      if (!asking.signal.aborted) run.walk.reply({ kind: 'note', to: prompt.id, text: `${heard === 'declined' ? 'declined' : 'not answered'} in ${client}: ${what}` });
      return run.asks(null, heard === 'declined' ? 'they declined; a further try hands the run over to a terminal' : 'nobody answered');
    }
    if (!asking.signal.aborted) approved(run, prompt, reply, { client, word, what });
    run.asks(null, 'approved');
  });
  return { kind: 'taken' };
}

function whatIsAsked(reply: AgentReply): string {
  if (reply.kind === 'settle') return `settling a doubt as "${reply.answer}"`;
  return reply.kind === 'run' ? 'a command to run' : `"${reply.kind}"`;
}

/** The reply for what a person approved, naming the program in which they did. */
function approved({ walk }: AgentRun, prompt: Prompt, reply: AgentReply, { client, word, what }: { readonly client: string; readonly word: string; readonly what: string }): void {
  if (prompt.kind === 'run-piece' && reply.kind === 'run') {
    walk.reply({ kind: 'confirm', to: prompt.id, word: prompt.ask.key === 'y' ? 'y' : word, approvedIn: client });
    return;
  }
  walk.reply({ kind: 'note', to: prompt.id, text: `approved in ${client}: ${what}` });
  walk.reply(replyOf(reply));
}

function resultOf(result: ReplyResult): Taken {
  if (result.status === 'refused') return { kind: 'refused', why: result.why, advice: result.advice };
  return result.status === 'shown' ? { kind: 'shown', look: result.look } : { kind: 'taken' };
}

/** The reply in the walk's form, without missing fields; a note says that it is from the agent. */
function replyOf(reply: AgentReply): Reply {
  if (reply.kind === 'note') return { ...reply, text: `the agent: ${reply.text}` };
  return Object.fromEntries(Object.entries(reply).filter(([, value]) => value !== undefined)) as unknown as Reply;
}
