import { planRun } from '../../plan/index.ts';
import type { Plan, PlanRequest, Question } from '../../plan/index.ts';
import type { Prompter } from './prompter.ts';

/** Asks for the target and for the choice among alternatives, until none is open. Parameters are asked for where they are needed. */
export async function settleChoices(plan: Plan, prompter: Prompter): Promise<Plan> {
  for (let current = plan; ; ) {
    const question = current.questions.find((candidate) => candidate.kind === 'target' || candidate.kind === 'alternative');
    if (question === undefined) return current;
    const chosen = await chooseOne(question, prompter);
    const request: PlanRequest = question.kind === 'target' ? { ...current.request, target: chosen } : { ...current.request, sections: [...current.request.sections, chosen] };
    const { plan: next, problems } = planRun(current.runbook, request);
    if (problems[0] === undefined) current = next;
    else prompter.say(`${problems[0].what}: ${problems[0].why}`);
  }
}

async function chooseOne(question: Extract<Question, { readonly choices: readonly string[] }>, prompter: Prompter): Promise<string> {
  prompter.say(`\n${question.kind === 'target' ? 'Which target?' : `${question.name}: which one?`} (line ${question.span.start.line})`);
  question.choices.forEach((choice, index) => prompter.say(`  ${index + 1}  ${choice}`));
  for (;;) {
    const given = await prompter.ask('number or name: ');
    const byNumber = /^\d+$/.test(given) ? question.choices[Number(given) - 1] : undefined;
    const matching = question.choices.filter((choice) => given !== '' && choice.toLowerCase().includes(given.toLowerCase()));
    const chosen = byNumber ?? question.choices.find((choice) => choice === given) ?? (matching.length === 1 ? matching[0] : undefined);
    // A glob stands for names that only the operator knows.
    if (chosen !== undefined && !/[*?]/.test(chosen)) return chosen;
    if (question.kind === 'target' && given !== '' && question.choices.some((choice) => /[*?]/.test(choice)) && matching.length === 0) return given;
    prompter.say(matching.length > 1 ? `several match: ${matching.join(', ')}` : 'give the number or the name of one');
  }
}
