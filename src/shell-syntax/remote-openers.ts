import type { HazardTable } from './hazard-words.ts';

/** Commands after which one types into another machine or shell; patterns as in the hazard tables. */
export const SESSION_OPENERS: HazardTable = {
  'ssh|slogin|autossh': ['* $ !-N !-W !-f !-V !-G !-Q'],
  'mosh|telnet|rlogin|sftp|ftp|lftp': ['*'],
  'su': ['!-c !--command'],
  'sudo': ['-i', '-s', '--login', '--shell'],
  'bash|sh|zsh|fish|dash|ksh|ash': ['$ !-c !--version !-n'],
  'oc|kubectl|k': ['rsh * $', 'debug -t', 'debug -i'],
  'oc': ['debug $', 'debug * $ !-o !--dry-run'],
  'docker|podman|nerdctl': ['attach'],
  'heroku': ['run:inside', 'ps:exec', 'bash'],
  'gcloud': ['compute ssh !--command', 'alpha|beta compute ssh !--command', 'cloud-shell ssh !--command'],
  'aws': ['ssm start-session !--document-name', 'ecs execute-command'],
  'tsh': ['ssh * $', 'ssh $'],
  'vagrant|multipass|limactl': ['ssh|shell !-c !--command'],
  'fly|flyctl': ['ssh console !-C !--command'],
  'cf': ['ssh !-c'],
  'az': ['ssh vm'],
  'nsenter|chroot': ['** bash|sh|/bin/bash|/bin/sh $'],
};

/** Commands after which one types into a program with a language of its own. */
export const PROMPT_OPENERS: HazardTable = {
  'psql|gitlab-psql|gitlab-geo-psql|pgcli': ['!-c !--command !-f !--file !-l !--list !-V !--version'],
  'mysql|mariadb|mycli': ['!-e !--execute !--version !-V'],
  'sqlite3': ['* $ !-cmd'],
  'redis-cli|valkey-cli': ['$ !--bigkeys !--memkeys !--hotkeys !--latency !--stat !--scan !--eval !--rdb !--pipe !-x !--version !--cluster !--latency-history'],
  'mongo|mongosh': ['!--eval !-f !--file !--version'],
  'cqlsh|clickhouse-client|influx|sqlcmd': ['$ !-e !-f !-q !--query !--execute !-execute !-Q !--version'],
  'python|python3|ipython|irb|pry|node|iex|ghci|lua': ['$ !-c !-m !-e !-p !--version !-V !-v'],
  'rails|gitlab-rails': ['c|console|dbconsole|db'],
  'gitlab-rails-console': [''],
  'python|python3': ['manage.py|*/manage.py shell|shell_plus|dbshell'],
  'manage.py|django-admin': ['shell|shell_plus|dbshell'],
  'heroku': ['pg:psql !-c !--command', 'psql|redis:cli|console', 'run console', 'run rails console|c'],
  'gcloud': ['sql connect'],
  'fdisk|gdisk|parted|gdb': ['* $ !-l !-c !-s !--script'],
};

/** First words of lines that are shell again after a prompt that nobody closed. */
export const SHELL_AGAIN: ReadonlySet<string> = new Set(
  'kubectl oc docker podman heroku helm git curl wget ssh scp psql mysql redis-cli mongo mongosh sudo cd export echo cat grep tail head ls aws gcloud az terraform systemctl journalctl ansible ansible-playbook make npm kill ps df du rm cp mv chmod chown for while if watch knife gitlab-ctl gitlab-rails'.split(' '),
);
