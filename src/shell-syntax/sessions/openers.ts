/**
 * Commands that leave a session open when nothing is piped or redirected into them: `shell` on another machine, in a container
 * or as another user, `program` in a program with a language of its own. Format: see `../effects/table.ts`.
 */
export const OPENERS = String.raw`
shell     ssh|slogin|autossh * $ !-N !-T !-W !-f !-V !-G !-Q
shell     mosh|telnet|rlogin|sftp|ftp|lftp *
shell     su !-c !--command
shell     sudo -i
shell     sudo -s
shell     sudo --login
shell     sudo --shell
shell     bash|sh|zsh|fish|dash|ksh|ash $ !-c !--version !-n
shell     oc|kubectl|k rsh * $
shell     oc|kubectl|k debug -t
shell     oc|kubectl|k debug -i
shell     oc debug $
shell     oc debug * $ !-o !--dry-run
shell     docker|podman|nerdctl attach
shell     heroku run:inside
shell     heroku ps:exec
shell     heroku bash
shell     gcloud compute ssh !--command
shell     gcloud alpha|beta compute ssh !--command
shell     gcloud cloud-shell ssh !--command
shell     aws ssm start-session !--document-name
shell     aws ecs execute-command
shell     aws-vault|aws-okta exec * $
shell     tsh ssh * $
shell     tsh ssh $
shell     vagrant|multipass|limactl ssh|shell !-c !--command
shell     fly|flyctl ssh console !-C !--command
shell     cf ssh !-c
shell     bosh ssh !-c !--command
shell     az ssh vm
shell     nsenter|chroot ** bash|sh|/bin/bash|/bin/sh $
shell     ssh|slogin|autossh * bash|sh|zsh $ -t
shell     ssh|slogin|autossh * tmux|screen|byobu|zellij
shell     su -l|-|--login !-c !--command
shell     runuser|machinectl login|shell
shell     machinectl shell * $
shell     virsh console
shell     lxc|incus shell|console
shell     toolbox|distrobox enter
shell     systemd-nspawn -D|-M|--directory|--machine !-b
shell     wsl $
shell     newgrp|sg|rbash|pwsh|powershell $
shell     nsenter -t|--target $
shell     chroot * $
shell     kubectl|oc|k attach -t
shell     kubectl|oc|k debug !-o !--dry-run !-q --stdin|--tty
shell     kubectl node-shell|node_shell|ssh *
shell     nomad alloc exec * $
shell     ipmitool ** sol activate
shell     minicom|picocom|cu|screen /dev/*
shell     docker-machine ssh * $
shell     eb ssh
shell     railway ssh $
shell     railway shell
shell     *ctl|*-cli shell|console $
shell     poetry|pipenv|hatch|pixi|devbox|flox|guix shell !-c !--command
shell     nix develop|shell !-c !--command
shell     teleport|boundary connect
shell     hcloud server ssh * $
shell     doctl compute ssh
program   sqlcmd !-Q !-q !-i
program   psql|gitlab-psql|gitlab-geo-psql|pgcli !-c !--command !-f !--file !-l !--list !-V !--version
program   mysql|mariadb|mycli !-e !--execute !--version !-V
program   sqlite3 * $ !-cmd
program   redis-cli|valkey-cli $ !--bigkeys !--memkeys !--hotkeys !--latency !--stat !--scan !--eval !--rdb !--pipe !-x !--version !--cluster !--latency-history
program   mongo|mongosh !--eval !-f !--file !--version
program   cqlsh|clickhouse-client|influx $ !-e !-f !-q !--query !--execute !-execute !-Q !--version
program   python|python3|ipython|irb|pry|node|iex|ghci|lua $ !-c !-m !-e !-p !--version !-V !-v
program   rails|gitlab-rails c|console|dbconsole|db
program   gitlab-rails-console
program   python|python3 manage.py|*/manage.py shell|shell_plus|dbshell
program   manage.py|django-admin shell|shell_plus|dbshell
program   heroku pg:psql !-c !--command
program   heroku psql|redis:cli|console
program   heroku run console
program   heroku run rails console|c
program   gcloud sql connect
program   fdisk|gdisk|parted|gdb * $ !-l !-c !-s !--script
program   cqlsh * $ !-e !-f !--execute !--file !--version
program   gpg|gpg2 --edit-key|--edit-card|--card-edit
program   gdb|lldb|bc|dc|ftp
program   zkCli.sh|zookeepercli $
program   zkCli.sh -server $
program   hbase|spark-shell|pyspark|spark-sql|scala|jshell|bpython|erl|R|julia|psysh $
program   hbase shell
program   sqlplus|isql|db2|hdbsql !-s
program   usql|impala-shell|beeline|hive|presto|trino|snowsql|mycli|litecli $ !-e !-f !-q !--query !--execute
program   cockroach sql !-e !--execute
program   php artisan|bin/console tinker
program   flask shell
program   ansible-console
program   ceph $ !-s !--status !-w !-v !--version
program   fly|flyctl postgres|pg connect
program   nslookup|telnet|bluetoothctl $
program   bin/rails|script/rails c|console
program   heroku run rails|bin/rails console|c
program   kafka-shell|ksql|ksqldb-cli|pulsar-shell
`;

/** First words of lines that are shell again after a prompt that nobody closed. */
export const SHELL_AGAIN: ReadonlySet<string> = new Set(
  'kubectl oc docker podman heroku helm git curl wget ssh scp psql pg_dump pg_restore mysql mysqldump mysqladmin xtrabackup redis-cli mongo mongosh sudo cd export echo cat grep tail head ls aws gcloud az terraform systemctl journalctl ansible ansible-playbook make npm kill ps df du rm cp mv chmod chown for while if watch knife gitlab-ctl gitlab-rails'.split(' '),
);
