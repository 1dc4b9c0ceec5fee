/** First words of a script's or task's name, and parts of an address, that say that something is taken away, put down, overwritten or released. */
export const DESTROYING_WORDS: ReadonlySet<string> = new Set(
  ('rollback rollbacks roll delete del destroy drop truncate push apply restart reload reboot kill purge wipe clean clear flush terminate failover switchover decommission shutdown undeploy uninstall remove rm stop ' +
    'restore reset deploy redeploy release publish promote demote migrate migrations migration down revert undo upgrade downgrade cancel abort rotate revoke evict drain disable halt poweroff reinit reindex replace overwrite prune nuke teardown').split(' '),
);

/** Namespaces before the word that counts: `db-reset`, `pg_restore.sh`. */
const NAMESPACES: ReadonlySet<string> = new Set(['db', 'database', 'schema', 'pg', 'do', 'run', 'run_all']);

/** Last words of a task that only looks: `db:migrate:status`. */
const LOOKS = /:(?:status|check|list|show|plan|dry-run|test|validate|info|version)$/i;

/** Whether the name of a task or script (`db:reset`, `deploy.sh`, `scripts/rollback-app`) says so with its first word. */
export function namesDestruction(name: string): boolean {
  const base = name.replace(/^.*\//s, '').replace(/\.(?:sh|bash|zsh|py|rb|pl|js|mjs|ts|php|sql|lua|exs?|yml|yaml)$/i, '');
  return !LOOKS.test(base) && base.toLowerCase().split(':').some((task) => {
    const words = task.split(/[_.-]/).filter(Boolean);
    const first = NAMESPACES.has(words[0] ?? '') ? words[1] : words[0];
    return DESTROYING_WORDS.has(first ?? '');
  });
}
