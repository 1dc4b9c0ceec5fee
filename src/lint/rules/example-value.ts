import { markdown } from '../facts/index.ts';
import { textRule } from '../rule.ts';

export const exampleValue = textRule({
  id: 'example-value',
  severity: 'warning',
  onceAFile: 'by message',
  summary: 'A command would run with a value that the prose calls an example.',
  scope: 'runbook',
  docs: {
    why: 'Someone in a hurry pastes the command as it stands and rolls back to last year\'s release. A placeholder cannot be pasted by mistake; `run` asks for the value in either case.',
    bad: { get text() { return markdown(`
      # Rollback

      Note the version of the known-good release (e.g., \`v84\`).

      '''bash
      heroku rollback v84 -a shop-api
      '''
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      Note the version of the known-good release (e.g., \`v84\`).

      '''bash
      heroku rollback <known-good-release> -a shop-api
      '''
    `); } },
  },
  check: ({ parameters, steps }) =>
    parameters
      .filter(({ kind }) => kind === 'example')
      .flatMap(({ name, from: words, span: from }) => {
        const slots = steps.flatMap((step) => (step.kind === 'command' ? step.slots.filter((slot) => slot.kind === 'parameter' && slot.parameter === name) : []));
        // Where a command itself is what shows that it is an example, nothing else says so of the others.
        const ownPlace = slots.some(({ span }) => span.start.offset === from.start.offset);
        return slots.map(({ literal, span }) => {
          const where = words.startsWith(`${literal} `) ? ` (${words.slice(literal.length + 1)})` : '';
          const said = ownPlace ? `an example${where}` : `which line ${from.start.line} ${/\b(?:replac|substitut)/i.test(words) ? 'says to replace' : 'gives as an example'}`;
          return {
            message: `this would run "${literal}", ${said}; expected a placeholder in its place, which a run asks for`,
            span,
            ...(ownPlace ? {} : { related: { message: 'called an example here', span: from } }),
          };
        });
      }),
});
