import { type FreshReading, type TextInput, textReader } from '../../lint/index.ts';
import type { LintOptions } from '../../settings/index.ts';
import type { Job } from '../threads/job.ts';

/** Reads a text and runs the rules over it. */
export const lintJob: Job<LintOptions, TextInput, FreshReading> = { name: 'lint', worthAThread: 1_500_000, begin: textReader };
