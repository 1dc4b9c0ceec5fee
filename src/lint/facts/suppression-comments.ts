import { type Runbook, typingErrors } from '../../model/index.ts';
import type { Finding } from '../rule.ts';

const DIRECTIVES = ['runbook-disable', 'runbook-enable', 'runbook-disable-next-line', 'runbook-disable-line', 'runbook-disable-file'] as const;
/** The first word of a comment that silences rules, or ends that. */
export type SuppressionDirective = (typeof DIRECTIVES)[number];

/** A comment that begins like one of ours, its first word and what follows it. */
const COMMENT = /^\s*(?<name>runbook-[\w-]*)(?=[\s:,]|$):?\s*(?<list>[\s\S]*)$/;
/** Typing errors within which a word was meant to be one of ours. */
const MOST_ERRORS = 3;

/** The first word of a comment, `''` where it is none of a kind with ours, and what follows it. */
export function readDirective(comment: string): { readonly name: string; readonly list: string } {
  const { name = '', list = '' } = COMMENT.exec(comment)?.groups ?? {};
  return { name, list };
}

/** Comments whose first word is nearly one of ours: they silence nothing, and their author believes that they do. */
export function misspeltSuppressions({ structure }: Runbook): readonly Finding[] {
  return structure.comments.flatMap(({ value, span }) => {
    const { name } = readDirective(value);
    if (name === '' || DIRECTIVES.some((directive) => directive === name)) return [];
    const near = DIRECTIVES.map((directive) => ({ directive, errors: typingErrors(name.replaceAll('_', '-'), directive) })).reduce((best, each) => (each.errors < best.errors ? each : best));
    return near.errors > MOST_ERRORS && !/^runbook-(?:disable|enable|ignore)/.test(name) ? [] : [{ message: `"${name}" silences nothing; expected one of ${DIRECTIVES.join(', ')}, and "${near.directive}" is nearest`, span }];
  });
}
