import { stringify } from 'yaml';
import { RunbookError } from '../model/index.ts';
import { ALL_TARGETS, type Input, inputsOf } from './inputs.ts';
import { explained, refuseOddNames } from './plain-names.ts';
import { runScript, scriptVariables } from './run-script.ts';
import type { Exported } from './types.ts';

/** GitHub's limits. */
const MOST_INPUTS = 25;
const MOST_JOBS = 256;
const SET_UP = [
  { uses: 'actions/checkout@v5' },
  { uses: 'actions/setup-node@v5', with: { 'node-version': '24' } },
];

/**
 * A workflow of GitHub Actions that runs a runbook.
 * @throws RunbookError for what GitHub would not take, or would read as something else.
 */
export function githubWorkflow(exported: Exported): string {
  refuseOddNames(exported);
  const { title, call, drill, row } = exported;
  const inputs = inputsOf(exported);
  if (inputs.length > MOST_INPUTS) throw new RunbookError({ what: `${exported.file} asks for ${inputs.length} values`, why: `GitHub takes ${MOST_INPUTS} inputs`, advice: 'leave steps out with --skip, or give values a default with a pin' });
  if (exported.targets.length > MOST_JOBS) throw new RunbookError({ what: `${exported.targets.length} targets`, why: `GitHub runs at most ${MOST_JOBS} jobs of a matrix`, advice: 'name some with --target, and export a workflow for each set' });
  const workflow = {
    name: `Runbook: ${explained(title)}`,
    on: { workflow_dispatch: inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs.map(githubInput)) }, ...(drill === null ? {} : { schedule: [{ cron: drill.cron }] }) },
    permissions: { contents: row === 'none' ? 'read' : 'write', ...(row === 'pull-request' ? { 'pull-requests': 'write' } : {}) },
    defaults: { run: { shell: 'bash' } },
    jobs: { run: job(exported, inputs) },
  };
  return `# Written by: ${call}\n# Write it again rather than change it here.\n${stringify(workflow, { lineWidth: 0 })}`;
}

function githubInput({ id, description, required, fallback, options }: Input): readonly [string, object] {
  return [id, { description, required, ...(options === null ? { type: 'string' } : { type: 'choice', options }), ...(fallback === null ? {} : { default: fallback }) }];
}

function job(exported: Exported, inputs: readonly Input[]): object {
  const { targets, file, maxParallel, failFast } = exported;
  const many = targets.length > 0;
  const environment = many ? expression('matrix.target') : exported.environment;
  return {
    ...(many ? { name: expression('matrix.target') } : {}),
    'runs-on': 'ubuntu-latest',
    ...(many ? { strategy: { 'fail-fast': failFast, 'max-parallel': maxParallel, matrix: { target: matrix(exported) } } } : {}),
    ...(environment === null ? {} : { environment }),
    concurrency: { group: `runbook ${file}${many ? ` on ${expression('matrix.target')}` : ''}`, 'cancel-in-progress': false },
    env: {
      ...scriptVariables(exported),
      RUNBOOK_OPERATOR: expression("github.event_name == 'schedule' && 'scheduled drill' || github.actor"),
      ...(many ? { RUNBOOK_TARGET: expression('matrix.target') } : {}),
    },
    steps: [...SET_UP, runStep(exported, inputs), ...reportSteps(), ...rowSteps(exported)],
  };
}

/** The targets of this start, as a list. */
function matrix({ targets, drill }: Exported): string {
  const list = (names: readonly string[]): string => `'${JSON.stringify(names).replaceAll("'", "''")}'`;
  const chosen = targets.length > 1 ? `inputs.target == '${ALL_TARGETS}' && ${list(targets)} || format('[{0}]', toJSON(inputs.target))` : list(targets);
  return expression(`fromJSON(${drill === null ? '' : `github.event_name == 'schedule' && ${list(drill.targets)} || `}${chosen})`);
}

function runStep(exported: Exported, inputs: readonly Input[]): object {
  const { surface, secretNames, row, drill } = exported;
  const secrets = [...surface.secrets.map(({ variable }) => variable), ...secretNames].map((name) => [name, expression(`secrets.${name}`)] as const);
  // On a schedule nobody is asked and variables of the repository answer; an input that a person left empty stays empty.
  const values = inputs.filter(({ id }) => id !== 'target').map(({ id, variable }) => [variable, expression(drill === null ? `inputs.${id}` : `github.event_name == 'schedule' && vars.${variable} || inputs.${id}`)] as const);
  const env = Object.fromEntries([...values, ...secrets]);
  const identity = ['git config user.name "$GITHUB_ACTOR"', 'git config user.email "$GITHUB_ACTOR_ID+$GITHUB_ACTOR@users.noreply.github.com"'];
  const script = runScript(exported);
  return {
    name: 'Run the runbook',
    id: 'run',
    ...(Object.keys(env).length === 0 ? {} : { env }),
    run: `${['export XDG_STATE_HOME="$RUNNER_TEMP/runbook"', ...(row === 'none' ? [] : identity), script].join('\n')}\n`,
  };
}

function reportSteps(): readonly object[] {
  const started = "always() && steps.run.outputs.run != ''";
  return [
    {
      name: 'Write the report',
      if: started,
      env: { RUNBOOK_RUN: expression('steps.run.outputs.run') },
      run: 'export XDG_STATE_HOME="$RUNNER_TEMP/runbook"\nnpx --yes "$RUNBOOK_PACKAGE" runs report "$RUNBOOK_RUN" --format html -o "$RUNNER_TEMP/report.html"\n',
    },
    { name: 'Keep the report', if: started, uses: 'actions/upload-artifact@v4', with: { name: `runbook-report-${expression('strategy.job-index')}`, path: `${expression('runner.temp')}/report.html` } },
  ];
}

/** Puts the commit of the row on a branch of its own, if it is to be reviewed. */
function rowSteps({ row }: Exported): readonly object[] {
  if (row !== 'pull-request') return [];
  const lines = [
    'if [ "$(git rev-parse HEAD)" = "$GITHUB_SHA" ]; then exit 0; fi',
    'branch="runbook/row-$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT-$RUNBOOK_JOB"',
    'git push origin "HEAD:refs/heads/$branch"',
    'gh pr create --base "$GITHUB_REF_NAME" --head "$branch" --title "$(git log -1 --format=%s)" --body "The history row of $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"',
  ];
  return [{ name: 'Open a pull request with the row', if: 'always()', env: { GH_TOKEN: expression('github.token'), RUNBOOK_JOB: expression('strategy.job-index') }, run: `${lines.join('\n')}\n` }];
}

function expression(text: string): string {
  return `\${{ ${text} }}`;
}
