import { z } from 'zod';

/** How long a tool waits for the run to ask something; it returns as soon as it does. */
export const waitSeconds = z.number().min(0).max(50).default(20).describe('how long to wait for the next prompt; what runs goes on meanwhile, and run_state waits further');

/** A run in the form that every tool returns. */
export const runSchema = z.looseObject({
  run: z.string().nullable(),
  status: z.string().describe('asks-you, running, asks-a-person, waits-for-a-person, left, passed, failed, aborted'),
  prompt: z.looseObject({ id: z.string(), kind: z.string() }).nullable().describe('what is asked now; answer it with reply, with its id as `to`'),
  takes: z.array(z.string()).describe('the kinds of reply that the prompt takes'),
});
