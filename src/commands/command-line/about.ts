import type { CommandRun } from './parsed-args.ts';

/** What a command says of itself beyond what commander keeps. */
export interface About {
  /** One line. */
  readonly summary: string;
  readonly details?: string;
  /** What its arguments are, for completion. */
  readonly completes?: 'file' | 'folder' | 'path' | 'rule' | 'run' | 'shell';
  /** Its arguments in help, where they do not say it by themselves. */
  readonly usage?: string;
  readonly examples: readonly { readonly command: string; readonly what: string }[];
  /** What runs it is loaded only when it is called. */
  readonly load: () => Promise<{ readonly run: CommandRun }>;
}
