import type { CommandRun } from './parsed-args.ts';

/** What a command declares beyond what commander keeps. */
export interface About {
  /** One line. */
  readonly summary: string;
  readonly details?: string;
  /** The kind of its arguments, for completion. */
  readonly completes?: 'file' | 'folder' | 'forge' | 'path' | 'rule' | 'run' | 'shell';
  /** How help explains its arguments, if their names do not say enough. */
  readonly usage?: string;
  readonly examples: readonly { readonly command: string; readonly what: string }[];
  /** Loads the code that runs it, only when it is called. */
  readonly load: () => Promise<{ readonly run: CommandRun }>;
}
