/** What each pin of a block says, for hovers and completion. */
export const PIN_WORDS: Readonly<Record<string, string>> = {
  name: 'the id of the step',
  title: 'what the step is called',
  interactive: 'it needs the terminal',
  follow: 'it does not end by itself: it is watched until somebody stops it',
  background: 'it goes on while the next steps run',
  cwd: 'the folder that it runs in',
  timeout: 'how long it may take, e.g. 30s',
  retry: 'how many further attempts there are after a failure',
  every: 'the pause between attempts, e.g. 3s',
  expect: 'what its output must show: /a regular expression/, or words as after "# Expected:"',
  destructive: 'it destroys, whatever was read from its commands',
  effect: 'what it does to the world; raises what was read, never lowers it',
  runs: 'yes or no, where the text leaves open whether it runs',
  on: 'where it runs: here, ssh:<host>, kubectl:<namespace>/<pod>, docker:<container>',
  gate: 'passed: the sentence before it that says to stop or wait holds nobody up',
  applies: 'the targets that it is for, as names or globs',
  capture: 'a parameter taken from its output: <name>:/pattern/',
  pattern: 'what the whole value of a parameter must match: <name>:/pattern/',
  secret: 'parameters and variables whose values are never shown',
  errexit: 'false: it goes on after a command that failed',
  pipefail: 'true: a pipeline fails where any of its commands does',
  exit: 'the exit statuses that count as passed, e.g. 0,1',
  excludeFromRunAll: 'it runs only where somebody names it',
  ignore: 'it is no step at all',
  promptEnv: 'Runme: which variables are asked for',
  tag: 'Runme: words to choose steps by',
  interpreter: 'Runme: the program that reads it',
};

/** Values that a pin takes, where they can be listed. */
export const PIN_VALUES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false'],
  effect: ['reads', 'changes', 'destroys', 'unknown'],
  place: ['here', 'ssh:', 'kubectl:', 'docker:'],
  passed: ['passed'],
};
