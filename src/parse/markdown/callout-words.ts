import type { Callout } from '../../model/index.ts';

/** Words that open a callout, and how much they weigh. */
export const CALLOUT_LEADS: readonly { readonly words: RegExp; readonly severity: Callout['severity'] }[] = [
  { words: /^(?:⚠️?\s*)?(?:caution|danger|stop|do not|don['’]t)\b/i, severity: 'caution' },
  { words: /^(?:⚠️?|:warning:)|^(?:warning|careful|beware)\b/i, severity: 'warning' },
  { words: /^(?:important|attention|authori[sz]ation mode|critical)\b/i, severity: 'important' },
  { words: /^(?:tip|hint)\b/i, severity: 'tip' },
  { words: /^(?:note|notice|info|nb|n\.b\.|fyi)\b/i, severity: 'note' },
];
