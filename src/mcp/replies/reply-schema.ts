import { z } from 'zod';
import { DOUBT_ANSWERS, type DoubtAnswer, type DoubtKind } from '../../model/index.ts';

const to = z.string().describe('id of the prompt that it answers');
const reason = z.string().min(1).max(500);
const KINDS = Object.keys(DOUBT_ANSWERS) as DoubtKind[];
const ANSWERS = [...new Set(Object.values(DOUBT_ANSWERS).flat())].filter((answer): answer is Exclude<DoubtAnswer, 'edit'> => answer !== 'edit');

/** The replies for agents: those of the walk, except those that write a command or act for a person. */
export const replySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['run', 'done', 'holds', 'fails', 'unsure', 'retry', 'until-it-holds', 'stop', 'ran']), to }),
  z.strictObject({ kind: z.literal('choose'), to, choice: z.string().nullable() }),
  z.strictObject({ kind: z.literal('answer'), to, value: z.string().max(4_000) }),
  z.strictObject({ kind: z.literal('settle'), to, doubt: z.enum(KINDS), answer: z.enum(ANSWERS), reason: reason.optional() }),
  z.strictObject({ kind: z.literal(['skip', 'accept']), to, reason }),
  z.strictObject({ kind: z.literal('write'), to, cells: z.array(z.string().max(1_000)).max(50).describe('one for each column; cells that are filled stay as they are') }),
  z.strictObject({ kind: z.literal('note'), to, text: z.string().min(1).max(1_000) }),
  z.strictObject({ kind: z.literal('look'), to, step: z.string(), piece: z.number().int().min(0).optional() }),
  z.strictObject({ kind: z.literal('go-to'), to, place: z.string(), piece: z.number().int().min(0).optional() }),
  z.strictObject({ kind: z.literal('change'), to, of: z.literal(['parameter', 'alternative']), name: z.string(), value: z.string().nullable() }),
]);

/** A reply of an agent. */
export type AgentReply = z.infer<typeof replySchema>;
