import { Alias, Scalar, stringify } from 'yaml';
import { RunbookError } from '../model/index.ts';
import { gitlabHead } from './gitlab-head.ts';
import { gitlabScript, REPORT_JUNIT, REPORT_PAGE, targetLine } from './gitlab-script.ts';
import { ALL_TARGETS, type Input, inputsOf, NOT_GIVEN } from './inputs.ts';
import { explained, refuseNames, refuseOddNames, refuseSameNames } from './plain-names.ts';
import { BY_TARGET } from './run-script.ts';
import type { Exported } from './types.ts';

/** GitLab's limits. */
const MOST_INPUTS = 20;
const MOST_JOBS = 500;
const LONGEST_NAME = 255;
/** The hidden job that the others extend. */
const SHARED = '.runbook';
const LINES = 'lines';

/**
 * GitLab inserts a value into this file as text before it parses it; on one line, in a block of its own, the value cannot change anything else. In patterns GitLab takes `^` and `$` as the ends of the whole value.
 * The pattern refuses line breaks, tabs and other control characters.
 */
const ONE_LINE = String.raw`^[ -~\p{L}\p{N}\p{M}]+$`;
/** Started by a person, a program or a schedule; never by a push. */
const SOURCES = ['web', 'api', 'trigger', 'chat', 'parent_pipeline', 'pipeline'];

/**
 * A pipeline of GitLab that runs a runbook: a job for each target.
 * @throws RunbookError for what GitLab would not take, or would read as something else.
 */
export function gitlabPipeline(exported: Exported): string {
  refuseOddNames(exported);
  const { targets, file, environment } = exported;
  refuseNames('the target', targets, noEnvironment);
  refuseNames('the environment', environment === null ? [] : [environment], noEnvironment);
  const inputs = inputsOf(exported).map(answered);
  if (inputs.length > MOST_INPUTS) throw new RunbookError({ what: `${file} asks for ${inputs.length} values`, why: `GitLab takes ${MOST_INPUTS} inputs`, advice: 'leave steps out with --skip, or give values a default with a pin' });
  if (targets.length > MOST_JOBS) throw new RunbookError({ what: `${targets.length} targets`, why: `GitLab takes ${MOST_JOBS} deployments in a pipeline`, advice: 'name some with --target, and export a pipeline for each set' });
  const header = { spec: inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs.map(gitlabInput)) } };
  const jobs = targets.length === 0 ? [['run the runbook', job(exported, null)] as const] : targets.map((target) => [jobName(target), job(exported, target)] as const);
  const body = { workflow: workflow(exported, inputs), default: { image: exported.image }, [SHARED]: shared(exported, inputs), ...Object.fromEntries(jobs) };
  return `${gitlabHead(exported)}${inputs.length === 0 ? '' : `${written(header)}---\n`}${written(body)}`;
}

function noEnvironment(name: string): string | null {
  if (name.length > LONGEST_NAME - jobName('').length) return 'it is too long for an environment of GitLab';
  return /^[\w. -](?:[\w./ -]*[\w. -])?$/.test(name) ? null : 'an environment of GitLab takes letters, digits, blanks and . _ - and / between them';
}

function written(part: object): string {
  return stringify(part, { lineWidth: 0 });
}

/**
 * GitLab also evaluates a pipeline when nobody is asked, so every input needs a default, if only the one for "not given".
 * @throws RunbookError where that is an answer already.
 */
function answered(input: Input): Input {
  const { id, options, fallback, required, description } = input;
  if (options?.[0] === BY_TARGET) return { ...input, fallback: BY_TARGET };
  const usable = options === null && fallback !== null && new RegExp(ONE_LINE, 'u').test(fallback) && fallback.trim() !== '';
  const offered = options === null ? null : [NOT_GIVEN, ...options];
  refuseSameNames(`answers to ${id}`, offered ?? []);
  return { ...input, description: required ? `${description} (must be given)` : description, options: offered, fallback: usable ? fallback : NOT_GIVEN };
}

function gitlabInput({ id, description, fallback, options }: Input): readonly [string, object] {
  return [id, { description, default: fallback, ...(options === null ? { regex: ONE_LINE } : { options }) }];
}

/** Refuses pipelines started with variables of our names, since those would override the inputs. */
function workflow({ title, failFast, drill }: Exported, inputs: readonly Input[]): object {
  const foreign = inputs.map(({ variable }) => ({ if: `$${variable} != null`, when: 'never' }));
  const sources = [...SOURCES, ...(drill === null ? [] : ['schedule'])];
  return {
    // A name may contain variables.
    name: `Runbook: ${explained(title).replaceAll('$', '')}`,
    ...(failFast ? { auto_cancel: { on_job_failure: 'all' } } : {}),
    rules: [...foreign, { if: sources.map((source) => `$CI_PIPELINE_SOURCE == "${source}"`).join(' || ') }],
  };
}

/** What the jobs share. */
function shared(exported: Exported, inputs: readonly Input[]): object {
  const lines = block(gitlabScript(exported, inputs));
  lines.anchor = LINES;
  const carried = inputs.filter(({ id }) => id !== 'target').map(({ id, variable }) => [variable, { value: block(`$[[ inputs.${id} ]]`), expand: false }] as const);
  return {
    ...(carried.length === 0 ? {} : { variables: Object.fromEntries(carried) }),
    script: [lines],
    artifacts: { when: 'always', paths: [REPORT_PAGE], reports: { junit: REPORT_JUNIT } },
  };
}

function job(exported: Exported, target: string | null): object {
  const { file, failFast } = exported;
  const on = target ?? exported.environment;
  const onTarget = target === null ? null : { needs: previous(exported, target), rules: rules(exported, target, failFast ? 'on_success' : 'always') };
  return {
    extends: SHARED,
    resource_group: groupName(`runbook ${file}${target === null ? '' : ` on ${target}`}`),
    ...(on === null ? {} : { environment: { name: on } }),
    ...onTarget,
    script: [...(target === null ? [] : [targetLine(target)]), new Alias(LINES)],
  };
}

/** A text in a form in which YAML takes it literally, whatever is inserted into its line. */
function block(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

function jobName(target: string): string {
  return `on ${target}`;
}

/** Distributes the targets over as many lanes as may run at a time: each target waits for the one before it in its lane, if that runs too. A drill has fewer targets, and lanes of its own. */
function previous({ targets, drill, maxParallel }: Exported, target: string): readonly object[] {
  const before = [targets, drill?.targets ?? []].flatMap((line) => line[line.indexOf(target) - maxParallel] ?? []);
  return [...new Set(before)].map((name) => ({ job: jobName(name), optional: true }));
}

/** When the job of a target runs. The answer is inserted as text too, but only offered answers are accepted. */
function rules({ targets, drill }: Exported, target: string, when: string): readonly object[] {
  const is = (name: string): string => `"$[[ inputs.target ]]" == "${name}"`;
  const chosen = targets.length > 1 ? `${is(target)} || ${is(ALL_TARGETS)}` : is(target);
  return [...(drill === null ? [] : [{ if: '$CI_PIPELINE_SOURCE == "schedule"', when: drill.targets.includes(target) ? when : 'never' }]), { if: chosen, when }];
}

/** A name that GitLab accepts for a `resource_group`. Two targets with the same name wait for each other. */
function groupName(name: string): string {
  return name.replace(/[^\w./ -]/g, '_').slice(-LONGEST_NAME).replace(/^\/|\/$/g, '_');
}
