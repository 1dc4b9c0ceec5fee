import { findRule, nearestRule, RULES, shellcheckCode, shellcheckPage } from '../lint/index.ts';
import { ExitCode, RunbookError } from '../model/index.ts';
import { ruleList, ruleMarkdown, rulePage } from '../print/findings/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook explain [rule]`. */
export const run: CommandRun = async (args, io) => {
  const markdown = args.text('format') === 'markdown';
  io.stdout.write(explanation(args.positionals[0], markdown));
  return ExitCode.done;
};

/** The list of rules, or the page of one. */
function explanation(id: string | undefined, markdown: boolean): string {
  if (id === undefined) return markdown ? RULES.map(ruleMarkdown).join('\n') : ruleList(RULES);
  const rule = findRule(id);
  if (rule !== undefined) return markdown ? ruleMarkdown(rule) : rulePage(rule);
  const code = shellcheckCode(id);
  if (code !== undefined) return `shellcheck/${code} comes from shellcheck, which describes it at ${shellcheckPage(code)}\n`;
  const near = nearestRule(id);
  throw new RunbookError({ what: `cannot explain ${id}`, why: `no rule is called "${id}"`, advice: near === null ? 'runbook explain lists the rules' : `did you mean ${near}?` });
}
