/** Labels of blocks that are run. */
export const SHELL_LANGUAGES: ReadonlySet<string> = new Set(['bash', 'sh', 'shell', 'zsh', 'shellscript', 'shell-script', 'ksh', 'dash', 'azurecli']);

/** Labels of blocks that show a terminal. */
export const SESSION_LANGUAGES: ReadonlySet<string> = new Set(['console', 'shell-session', 'shellsession', 'terminal', 'sh-session', 'bash-session', 'session', 'screen']);

/** Labels that say nothing of what stands in a block: only prompts make it one of commands. */
export const PLAIN_LANGUAGES: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'none', 'no-highlight', 'nohighlight']);

/** Labels of blocks that show what a command prints. */
export const OUTPUT_LANGUAGES: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'none', 'output', 'log', 'logs', 'console', 'json', 'yaml', 'yml', 'xml', 'csv', 'html', 'terminal', 'bash', 'sh', 'shell']);

/** The label in a fence's info string as written, `''` where there is none. */
export function languageOf(info: string): string {
  return /^\{?\s*\.?(?<name>[^\s{},="]+)(?![\w-]*=)/.exec(info)?.groups?.['name'] ?? '';
}

/** The language of `bash:deploy.sh`, `azurecli-interactive`, `sh,linenos`. */
export function plainLabel(label: string): string {
  return label.toLowerCase().replace(/[:,].*$/, '').replace(/-interactive$/, '');
}
