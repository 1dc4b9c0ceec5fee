import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { parse } from 'yaml';
import { cleanEnvironment, type Workspace } from '../e2e/helpers/index.ts';
import { bash, npx } from './job-shell.ts';

/** A step of a workflow's job, as far as these tests run it. */
interface WorkflowStep {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
}

/** A workflow as YAML reads it. */
export interface Workflow {
  readonly on: { readonly workflow_dispatch: { readonly inputs: Readonly<Record<string, { readonly required: boolean; readonly type: string; readonly description: string; readonly options?: readonly string[]; readonly default?: string }>> }; readonly schedule?: readonly { readonly cron: string }[] };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly run: {
      readonly strategy: { readonly 'fail-fast': boolean; readonly 'max-parallel': number; readonly matrix: { readonly target: string } };
      readonly environment: string;
      readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
      readonly env: Readonly<Record<string, string>>;
      readonly steps: readonly WorkflowStep[];
    };
  };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What expressions read: `inputs`, `github`, `matrix` … */
type Contexts = Readonly<Record<string, Json>>;

export function readWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}

/** A text with its expressions evaluated by GitHub's own library. */
export function evaluated(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => expressionValue(expression, contexts).coerceString());
}

/** The targets of a start. */
export function targetsOf(workflow: Workflow, contexts: Contexts): readonly string[] {
  const value = expressionValue(workflow.jobs.run.strategy.matrix.target.slice(3, -2), contexts);
  if (!(value instanceof data.Array)) throw new Error('the matrix is no list');
  return value.values().map((each) => each.coerceString());
}

function expressionValue(expression: string, contexts: Contexts): data.ExpressionData {
  const always = { name: 'always', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(true) };
  const read = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), [always]).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(read, values, new Map([['always', always]])).evaluate();
}

/** How a job went. */
export interface JobOutcome {
  readonly target: string;
  readonly passed: boolean;
  readonly log: string;
  readonly summary: string;
  readonly temp: string;
}

/** Runs the job of one target in a checkout, its `run:` lines by bash as GitHub's runner calls it; `uses:` steps are left out. */
export async function runJob(workflow: Workflow, checkout: string, folder: Workspace, { contexts, env }: { readonly contexts: Contexts; readonly env: Readonly<Record<string, string>> }): Promise<JobOutcome> {
  const { run } = workflow.jobs;
  const target = String((contexts['matrix'] as { target: string }).target);
  const temp = join(checkout, '..', `temp-${target}`);
  mkdirSync(temp);
  const files = { GITHUB_OUTPUT: join(temp, 'output'), GITHUB_STEP_SUMMARY: join(temp, 'summary') };
  for (const path of Object.values(files)) writeFileSync(path, '');
  const outputs: Record<string, string> = {};
  let passed = true;
  let log = '';
  for (const step of run.steps) {
    const now = { ...contexts, steps: { run: { outputs } }, strategy: { 'job-index': 0 }, runner: { temp } };
    if (step.run === undefined || (step.if === undefined ? !passed : expressionValue(step.if, now).coerceString() !== 'true')) continue;
    const variables = Object.fromEntries(Object.entries({ ...run.env, ...step.env }).map(([name, value]) => [name, evaluated(value, now)]));
    const script = join(temp, 'script.sh');
    writeFileSync(script, step.run);
    const done = await bash(script, checkout, { ...cleanEnvironment(), ...env, PATH: `${npx(folder)}:${env['PATH'] ?? ''}`, CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_TEMP: temp, ...files, ...variables });
    log += done.log;
    passed &&= done.status === 0;
    for (const line of readFileSync(files.GITHUB_OUTPUT, 'utf8').split('\n').filter((each) => each !== '')) outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return { target, passed, log, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), temp };
}
