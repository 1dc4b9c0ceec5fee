import type { Exported } from './types.ts';

/** Comments at the head of the pipeline that say what has to be set up in the project. */
export function gitlabHead(exported: Exported): string {
  const { call, drill, row, targets, environment, secretNames, surface } = exported;
  const secrets = [...surface.secrets.map(({ variable }) => variable), ...secretNames];
  const points = [
    'Make it the pipeline of a project (17.11 or later): Settings > CI/CD > General pipelines > CI/CD configuration file. Start it with Build > Pipelines > New pipeline.',
    'Set "Minimum role to use pipeline variables" (ci_pipeline_variables_minimum_override_role) to no_one_allowed: variables of a start, and of a job started by hand, come before what stands here. Who may give some can change the values that were approved, and what bash, Node and git do.',
    ...(targets.length === 0 && environment === null ? [] : ['Protect the environments whose runs have to be approved (Premium): GitLab makes one that is not there, open to all. An approved job is then started by hand.']),
    ...(secrets.length === 0 ? [] : [`Set these variables of the project, masked and protected: ${secrets.join(', ')}.`]),
    ...(row === 'none' ? [] : ['Allow jobs to push the row (18.4 or later): Settings > CI/CD > Job token permissions > Allow Git push requests to the repository.']),
    ...(drill === null ? [] : [`Make the schedule, as none can stand in a pipeline: Build > Pipeline schedules, "${drill.cron}" in UTC, with the values as its inputs. It acts on ${drill.targets.length === 0 ? 'nothing but what the runbook names' : drill.targets.join(', ')}.`]),
  ];
  return [`Written by: ${call}`, 'Write it again rather than change it here.', 'What has to be set in GitLab:', ...points.map((point) => `- ${point}`)].map((line) => `# ${line}\n`).join('');
}
