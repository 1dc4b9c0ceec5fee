import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cleanEnvironment, type Workspace } from '../e2e/helpers/index.ts';
import { bash, npx } from './job-shell.ts';

export type Variables = Readonly<Record<string, string>>;

interface Rule {
  readonly if: string;
  readonly when?: string;
}

interface InputSpec {
  readonly description: string;
  readonly default: string;
  readonly options?: readonly string[];
  readonly regex?: string;
}

/** A job as these tests read it, with what it extends. */
interface PipelineJob {
  readonly environment?: { readonly name: string };
  readonly resource_group: string;
  readonly needs?: readonly { readonly job: string; readonly optional: boolean }[];
  readonly rules?: readonly Rule[];
  readonly variables?: Readonly<Record<string, { readonly value: string; readonly expand: boolean }>>;
  readonly script: readonly string[];
  readonly artifacts: object;
  readonly extends?: string;
}

export interface Pipeline {
  readonly workflow: { readonly name: string; readonly rules: readonly Rule[]; readonly auto_cancel?: object };
  readonly jobs: ReadonlyMap<string, PipelineJob>;
}

/** The two documents of a file: what it asks for, and the rest as text. */
export function parts(text: string): { readonly inputs: Readonly<Record<string, InputSpec>>; readonly body: string } {
  const at = text.indexOf('\n---\n');
  if (at < 0) return { inputs: {}, body: text };
  return { inputs: (parse(text.slice(0, at)) as { spec: { inputs: Record<string, InputSpec> } }).spec.inputs, body: text.slice(at + 5) };
}

/** A file with its inputs put in, as GitLab does it: checked, put into the text, then read as YAML 1.1. A string says why it is refused. */
export function readPipeline(text: string, given: Variables = {}): Pipeline | string {
  const { inputs, body } = parts(text);
  for (const [name, { options, regex, default: fallback }] of Object.entries(inputs)) {
    const value = given[name] ?? fallback;
    if (options !== undefined && !options.includes(value)) return `${name} input: \`${value}\` cannot be used because it is not in the list of allowed options`;
    // A blank value matches nothing there, and without (?m) the ends are those of the text.
    if (regex !== undefined && (value.trim() === '' || !new RegExp(regex, 'u').test(value))) return `${name} input: provided value does not match required RegEx pattern`;
  }
  const text1 = body.replace(/\$\[\[\s*(\S.*?\S)\s*\]\]/g, (_, name: string) => {
    const id = name.replace('inputs.', '');
    return given[id] ?? inputs[id]?.default ?? `unknown ${id}`;
  });
  const { workflow, ...rest } = parse(text1, { version: '1.1' }) as Record<string, object> & { workflow: Pipeline['workflow'] };
  const named = rest as unknown as Readonly<Record<string, PipelineJob>>;
  const jobs = Object.entries(named).flatMap(([name, job]) => (job.extends === undefined ? [] : [[name, { ...named[job.extends], ...job }] as const]));
  return { workflow, jobs: new Map(jobs) };
}

/** The pipeline; a test fails where it is refused. */
export function pipelineOf(text: string, given: Variables = {}): Pipeline {
  const pipeline = readPipeline(text, given);
  if (typeof pipeline === 'string') throw new Error(pipeline);
  return pipeline;
}

/** The jobs of a start, by name; `null` where there is no pipeline. */
export function jobsOf({ workflow, jobs }: Pipeline, variables: Variables): readonly string[] | null {
  if (!applies(workflow.rules, variables)) return null;
  return [...jobs].flatMap(([name, { rules }]) => (rules === undefined || applies(rules, variables) ? [name] : []));
}

/** The first rule that holds decides. */
function applies(rules: readonly Rule[], variables: Variables): boolean {
  const rule = rules.find((each) => holds(each.if, variables));
  return rule !== undefined && rule.when !== 'never';
}

/** `&&` binds more than `||`; both sides of a comparison are a text in quotes, a variable or `null`. */
function holds(expression: string, variables: Variables): boolean {
  return expression.split(' || ').some((all) => all.split(' && ').every((one) => {
    const [, left = '', operator, right = ''] = /^("[^"]*"|\$\w+|null) (==|!=) ("[^"]*"|\$\w+|null)$/.exec(one) ?? [];
    if (operator === undefined) throw new Error(`no expression: ${one}`);
    const value = (side: string): string | null => (side === 'null' ? null : side.startsWith('$') ? (variables[side.slice(1)] ?? null) : side.slice(1, -1));
    return (value(left) === value(right)) === (operator === '==');
  }));
}

/** How a job went. */
export interface PipelineOutcome {
  readonly name: string;
  readonly status: number | null;
  readonly log: string;
}

/** Runs the lines of a job in a checkout. Variables of the project and of the start come before those of the job. */
export async function runPipelineJob(name: string, job: PipelineJob, checkout: string, folder: Workspace, given: Variables): Promise<PipelineOutcome> {
  const own = Object.fromEntries(Object.entries(job.variables ?? {}).map(([variable, { value }]) => [variable, value]));
  const script = join(checkout, '..', `${name.replaceAll(' ', '-')}.sh`);
  writeFileSync(script, job.script.join('\n'));
  const predefined = { CI: 'true', GITLAB_CI: 'true', CI_COMMIT_BRANCH: 'main', CI_PIPELINE_SOURCE: 'web', CI_JOB_ID: '7', GITLAB_USER_LOGIN: 'ada', GITLAB_USER_NAME: 'Ada', GITLAB_USER_EMAIL: 'ada@example.com' };
  const env = { ...cleanEnvironment(), ...predefined, ...own, ...given };
  return { name, ...(await bash(script, checkout, { ...env, PATH: `${npx(folder)}:${given['PATH'] ?? process.env['PATH'] ?? ''}` })) };
}

/** All jobs of a start, each as soon as those that it needs have ended; `most` is how many ran at a time. */
export async function runPipeline(pipeline: Pipeline, names: readonly string[], runOne: (name: string, job: PipelineJob) => Promise<PipelineOutcome>): Promise<{ readonly outcomes: readonly PipelineOutcome[]; readonly most: number }> {
  let now = 0;
  let most = 0;
  const ends = new Map<string, Promise<PipelineOutcome>>();
  const start = async (name: string, job: PipelineJob): Promise<PipelineOutcome> => {
    await Promise.all((job.needs ?? []).map((need) => ends.get(need.job)));
    most = Math.max(most, ++now);
    return runOne(name, job).finally(() => now--);
  };
  for (const [name, job] of pipeline.jobs) if (names.includes(name)) ends.set(name, start(name, job));
  return { outcomes: await Promise.all(ends.values()), most };
}
