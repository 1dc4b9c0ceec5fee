import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { cutText, type DoubtKind, isSamePiece, visible, visibleLine } from '../../model/index.ts';
import type { Prompt, Walk } from '../../walk/index.ts';

/** The result of asking; only a word typed by a person lets anything run. */
type Heard = 'approved' | 'declined' | 'no answer';

/** Asks the person at the client, in a dialog that its agent does not see. */
export type AskPerson = (message: string, word: string, signal: AbortSignal) => Promise<Heard>;

const PATIENCE_MS = 600_000;
/** Nobody reads a longer text in a dialog, so it has to be asked in a terminal. */
const LONGEST_CODE = 3_000;

/** Uses the client's dialog; `null` if it has none. */
export function clientDialog({ server }: McpServer): AskPerson | null {
  if (server.getClientCapabilities()?.elicitation === undefined) return null;
  return async (message, word, signal) => {
    try {
      const { action, content } = await server.elicitInput({ message, requestedSchema: { type: 'object', properties: { typed: { type: 'string', title: `Type ${word}`, description: 'as it stands; anything else runs nothing' } }, required: ['typed'] } }, { timeout: PATIENCE_MS, signal });
      const typed = content?.['typed'];
      if (action === 'accept') return typeof typed === 'string' && typed.trim() === word ? 'approved' : 'declined';
      return action === 'decline' ? 'declined' : 'no answer';
    } catch {
      return 'no answer';
    }
  };
}

/** The text of the question: who asks, for what, on what, and the whole command, each line marked so that it cannot imitate the dialog. `null` if it is too long. */
export function questionFor(walk: Walk, prompt: Prompt, { agent, what, why, word }: { readonly agent: string; readonly what: string; readonly why: string; readonly word: string }): string | null {
  const code = 'code' in prompt ? visible(prompt.code) : '';
  if (code.length > LONGEST_CODE) return null;
  const { runbook, target } = walk.plan;
  const place = 'position' in prompt ? [`Step ${prompt.position} of ${prompt.of}: ${short(prompt.title)}`] : [];
  const production = prompt.kind === 'run-piece' && prompt.production.yes ? ` (production: ${visibleLine(prompt.production.why)})` : '';
  return [
    `${agent} asks for ${what}: ${short(why)}.`,
    `Runbook: ${short(runbook.path)}`,
    ...place,
    `Target: ${target === null ? 'none' : visibleLine(target.name)}${production}`,
    ...settledFor(walk, prompt).map(({ doubt, text, answer, by, who }) => `Was held: ${doubt}, "${short(text)}"; settled as "${answer}" by ${visibleLine(who ?? by)}`),
    ...doubtsIn(prompt).map(({ kind, text }) => `Doubt: ${kind}, "${short(text)}"`),
    ...(code === '' ? [] : ['', ...code.split('\n').map((line) => `| ${line}`), '']),
    `To allow it, type ${word}. Whatever else you do, it does not run.`,
  ].join('\n');
}

/** What held the command before, which an agent may have settled. */
function settledFor({ state }: Walk, prompt: Prompt): Walk['state']['doubts'] {
  return prompt.kind === 'run-piece' ? state.doubts.filter((doubt) => isSamePiece(doubt, prompt)) : [];
}

/** What the reply would settle. */
function doubtsIn(prompt: Prompt): readonly { readonly kind: DoubtKind; readonly text: string }[] {
  if (prompt.kind === 'settle-doubt') return prompt.doubts;
  return prompt.kind === 'piece-failed' && prompt.gate !== undefined ? [{ kind: 'gate', text: prompt.gate.text }] : [];
}

function short(text: string): string {
  return cutText(visibleLine(text.replace(/\s+/g, ' ')), 200);
}
