/** Wrappers: programs that run the command in their arguments. Values: options that take a value; `+n` arguments come before the command. */
export const WRAPPERS: Readonly<Record<string, { readonly values: string; readonly skip: number }>> = {
  sudo: { values: '-u -g -h -p -C -D -R -T -U -r -t --user --group --host --prompt --chdir', skip: 0 },
  doas: { values: '-u -C', skip: 0 },
  env: { values: '-u -C -S --unset --chdir', skip: 0 },
  xargs: { values: '-I -n -P -L -d -a -s -E --max-args --max-procs --delimiter --arg-file --replace', skip: 0 },
  time: { values: '-f -o --format --output', skip: 0 },
  nohup: { values: '', skip: 0 },
  nice: { values: '-n --adjustment', skip: 0 },
  ionice: { values: '-c -n -p --class --classdata', skip: 0 },
  timeout: { values: '-s -k --signal --kill-after', skip: 1 },
  gtimeout: { values: '-s -k --signal --kill-after', skip: 1 },
  watch: { values: '-n -q --interval', skip: 0 },
  command: { values: '', skip: 0 },
  builtin: { values: '', skip: 0 },
  exec: { values: '-a', skip: 0 },
  stdbuf: { values: '-i -o -e', skip: 0 },
  setsid: { values: '', skip: 0 },
  unbuffer: { values: '', skip: 0 },
  strace: { values: '-p -e -o -s -f', skip: 0 },
  caffeinate: { values: '-t -w', skip: 0 },
  flock: { values: '-w --timeout -E', skip: 1 },
  chroot: { values: '', skip: 1 },
  be: { values: '', skip: 0 },
};

/** Wrappers of two words, as `bundle exec`. */
export const TWO_WORD_WRAPPERS: ReadonlySet<string> = new Set(['bundle exec', 'poetry run', 'uv run', 'pipenv run', 'direnv exec', 'op run', 'mise exec']);

/** Options that take a value in the next argument, by program; what is not listed here takes none. */
export const VALUE_OPTIONS: Readonly<Record<string, string>> = {
  kubectl: '-n -l -o -f -c -p -L -k -s --namespace --context --kubeconfig --cluster --user --selector --output --filename --container --patch --type --replicas --field-selector --as --server --token --since --tail --timeout --image --grace-period --from --for --overrides --to-revision --revision',
  helm: '-n -f --namespace --kube-context --kubeconfig --values --set --set-string --version --timeout --revision --repo -o --output',
  docker: '-H -c --context --host --log-level --name -f --filter --format -n --tail --since --time -e -v -p -w -u --env --volume --publish --user --network --entrypoint --workdir --env-file -l --label -m --memory --mount --hostname --add-host --cpus --rm-dist --signal',
  'docker compose': '-f -p --file --project-name --profile --env-file --timeout --tail -e -u -w --scale --workdir --user --index',
  heroku: '-a --app -r --remote -n --num -p --ps -d --dyno -s --source --size --confirm -c --command',
  git: '-C -c --git-dir --work-tree -m --message -F -b -B --author --depth -n --format --since --until --strategy --onto',
  ssh: '-i -p -l -L -R -D -o -J -F -W -E -B -b -c -e -m -O -Q -S -w -I',
  scp: '-i -P -o -F -J -c -l -S',
  psql: '-h -p -U -d -v -c -f -o -P -F -R -T -L --host --port --username --dbname --command --file --set --variable --output --pset',
  mysql: '-h -P -u -D -e -S --host --port --user --database --execute --socket --defaults-file',
  'redis-cli': '-h -p -a -n -s -u -r -i -d --user --pass --rdb --eval --cacert --cert --key --sni',
  mongo: '-u -p --host --port --username --password --eval --authenticationDatabase',
  curl: '-X -H -d -o -u -w -F -A -b -c -e -T -m -x -K -E -C -D -r -Y -y -z --request --header --data --data-raw --data-binary --data-urlencode --output --user --write-out --form --url --cacert --cert --key --max-time --connect-timeout --retry --resolve --proxy --cookie --user-agent',
  wget: '-O -o -P --header --method --post-data --output-document --timeout',
  ping: '-c -i -w -W -s -t -I',
  tail: '-n -c -s --lines --bytes --pid',
  head: '-n -c',
  journalctl: '-u -n -o -p -S -U -t -g --unit --since --until --output --lines --priority --identifier -D',
  systemctl: '-H -M -p -t -n -o --host --machine --property --type --state',
  top: '-n -d -p -u -U -o -s -l',
  make: '-C -f -j -o -W -I --directory --file',
  aws: '--profile --region --output --query --endpoint-url',
  gcloud: '--project --zone --region --account --format --configuration --filter --cluster --command',
  az: '-g -n -o --subscription --resource-group --name --output --query',
  ansible: '-i -m -a -u -l -e -f -t --limit --inventory --become-user',
  'ansible-playbook': '-i -u -l -e -f -t --limit --tags --inventory --extra-vars --skip-tags',
  python: '-c -m -W -X',
  node: '-e -p -r --eval --print --require',
  ruby: '-e -r -I',
  perl: '-e -E -M -I',
  bash: '-c -O +O -o --rcfile --init-file',
  su: '-c -s -g -G -w --command --shell --group',
  tcpdump: '-i -c -w -r -s -C -G -W -B',
  dmesg: '-l -n -s',
  kinit: '-k_ -t -c',
  knife: '-c -E -u -x -C -P --config --environment -a -i -F',
  tsh: '-l -p -i --proxy --cluster --user --login --auth',
  vault: '-address -namespace -format -field',
  nomad: '-address -region -namespace -token',
  crontab: '-u',
  read: '-a -d -i -n -N -p -t -u',
  flyctl: '-a --app -c --config -r --region -C',
  tmux: '-L -S -f -s -t -n -c -F',
  screen: '-S -p -c -t',
  vagrant: '-c --command',
  crictl: '-r --runtime-endpoint --tail --since',
  argocd: '--server --auth-token --revision --grpc-web-root-path -N -l -o --context',
  pdsh: '-w -g -x -R -l',
};

/** Programs that share another's options. */
export const SAME_OPTIONS: Readonly<Record<string, string>> = {
  oc: 'kubectl', k: 'kubectl', 'kubectl-argo-rollouts': 'kubectl', podman: 'docker', nerdctl: 'docker', 'docker-compose': 'docker compose', 'podman compose': 'docker compose', 'podman-compose': 'docker compose', helm3: 'helm',
  autossh: 'ssh', mosh: 'ssh', sh: 'bash', zsh: 'bash', dash: 'bash', ksh: 'bash', ash: 'bash', python3: 'python', mongosh: 'mongo', mariadb: 'mysql', mysqldump: 'mysql', pg_dump: 'psql', 'gitlab-psql': 'psql', 'valkey-cli': 'redis-cli', fly: 'flyctl', ping6: 'ping', tofu: 'terraform', gmake: 'make', bq: 'gcloud', runuser: 'su',
};

/** Programs whose arguments are data or which only look: no word of theirs is a command of its own. */
export const DATA_PROGRAMS: ReadonlySet<string> = new Set(
  ('echo printf cat tac grep egrep fgrep zgrep rg ag ack awk gawk sed jq yq xq man which whereis type head tail less more most sort uniq wc cut tr diff cmp comm ls ll cd pushd popd test [ [[ export set unset source . tee date sleep ' +
    'basename dirname realpath readlink column history help stat file dig nslookup host ping true false : read declare local readonly typeset alias unalias du df ps pgrep top free uptime who w id hostname uname env printenv openssl base64 md5sum sha256sum ' +
    'touch mkdir cp mv ln scp tar gzip gunzip zip unzip curl wget nc telnet ssh ftp logger mail xdg-open open code vi vim nano emacs return exit break continue trap wait jobs fg bg seq expr let paste join fold nl rev strings xxd od mktemp tree info apropos pbcopy xclip ssh-keygen ssh-add lsof netstat ss ip ifconfig route traceroute dmesg journalctl vmstat iostat crontab at find xargs locate pv split').split(' '),
);

/** Words that in place of a subcommand of any other program mean that something is changed for good or goes down. */
export const DESTRUCTIVE_WORDS: ReadonlySet<string> = new Set('rollback delete destroy drop truncate push apply restart kill purge wipe terminate failover switchover decommission reboot shutdown undeploy uninstall stop'.split(' '));

/** First words that only look, after which no word counts. */
export const LOOKING_WORDS: ReadonlySet<string> = new Set('get list ls describe show logs log status info history diff help version events explain search view inspect plan check validate lint test config whoami ps top'.split(' '));
