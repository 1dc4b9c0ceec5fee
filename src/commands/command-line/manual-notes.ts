/** What the manual page says about a command beyond its help, for those who set it up once. */
export const MANUAL_NOTES: Readonly<Record<string, readonly string[]>> = {
  run: [
    'A parameter has the first value of these: --set or --set-file, RUNBOOK_SET_<NAME>, the row of the target, the environment (variables of commands only), a question. It must be a plain word or match its own pattern; a secret may hold any character.',
    'In the full-screen walk, ? shows all keys.',
  ],
  lint: [
    'In a file, <!-- runbook-disable-line rule --> silences a rule on its line, runbook-disable-next-line on the next, runbook-disable-file in the file, runbook-disable up to runbook-enable. A reason may follow after " -- ".',
    'Settings are read from .runbook.yaml at the root of the repository and in the folders down to the file; a lower one adds to those above it.',
  ],
  mcp: [
    'Tools: find_runbooks, show_runbook, lint_runbook, read_history, list_runs, run_report, start_run, reply, run_state, stop_run. Resources: runbook://<path> and run://<id>/report, to which a client can subscribe. Prompts: walk-me-through, drill.',
    'An agent runs only what is as in the HEAD of git (rows of the history aside) or as in runbook.lock. Pins settle no doubt for it.',
  ],
  worker: [
    'The server is that of TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY and TEMPORAL_TLS_..., or of the profile file of Temporal. A secret is API_TOKEN in the environment of the worker, or RUNBOOK_SET_API_TOKEN for a placeholder.',
    'A block that is pinned to another place (on=) is reached from the worker, by its ssh, kubectl or docker and its configuration.',
    'Outputs stay whole on the machine of the worker: runbook runs show <run> --engine temporal prints them as long as it is there. Their last 8 KB go into the history of the run. What a piece writes is seen as it runs, a second behind.',
    'What its runs wrote is in $XDG_STATE_HOME/runbook/temporal/<queue>/<run>/. A worker that starts removes there what ended 180 days ago; the folder of a run whose end it never saw can be deleted by hand.',
    'A piece is tried once. Where the worker dies, what it left running is ended when a worker is started there again, and the run asks: it ran to its end, run it again, or skip. A new worker must be of the same version while runs go on.',
  ],
  export: [
    'Names with an expression or a line break in them are refused. The example of a parameter is the description of its input. The values of a scheduled run are the variables RUNBOOK_SET_<NAME> of the repository.',
    'Where nothing depends on a target there is one job, without an environment unless --environment names one. Steps with on= run from the job, which needs the program and its access (ssh keys and known hosts, a kubeconfig); such places are named in a warning. A name there that is a target follows the chosen target.',
    'GitHub: a further run on a target that has one waits, and GitHub gives up a waiting one for a newer.',
    'GitLab (17.11 or later): inputs are those of "New pipeline". All have the answer "not given", since GitLab also reads the file on a push; then no job runs, and a value that is missing is said before the first command. A value is one line of printable ASCII or letters and digits of any script; GitLab itself refuses line breaks, tabs and control characters.',
    'GitLab lets the variables of a project, of a start, of a schedule and of a job started by hand come before those of the file. Therefore the target, the file, the steps and the choices stand in the own lines of each job; a pipeline in whose variables an answer is given is not made; and a job drops every RUNBOOK_SET_ variable that it does not ask for. Who may give variables can still change the values of a job that waits, and what bash, Node and git do (PATH, NODE_OPTIONS): set "Minimum role to use pipeline variables" to no_one_allowed.',
    'On GitLab each target is a job with its environment and resource_group. Protected environments with approvals are Premium; an approved job is then started by hand. Where several wait for the same target none is given up, but GitLab may fail one that is older than the last ("Prevent outdated deployment jobs").',
    'GitLab has no limit on jobs side by side: targets stand in as many lanes as --max-parallel says, and each waits for the one before it, also for its approval. --fail-fast cancels the pipeline (auto_cancel); without it a lane goes on after a failure. There are at most 500 targets and 20 inputs.',
    'A schedule cannot stand in a file of GitLab: make it in the project (the head of the file says when), with the values as its inputs. It acts on the targets of the drill alone.',
    'Secrets are variables of the GitLab project, masked and protected. The report is an artifact, as a page and as JUnit. The row is pushed with the token of the job, which the project has to allow (18.4 or later), or comes as a merge request.',
  ],
};
