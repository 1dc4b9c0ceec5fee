/** What needs a terminal, and what does not end by itself (`ends`: what does, although a row for any program says otherwise). Format: see `../table.ts`. */
export const MARKS = String.raw`
interactive  ssh|autossh|slogin * $ !-N !-T !-W
interactive  ssh|autossh|slogin -t
interactive  mosh|telnet|ftp|sftp|lftp|minicom|rlogin <tty !-c
interactive  vi|vim|nvim|view|nano|emacs|pico|joe|micro|vimdiff|visudo|vipw|ed|ranger|k9s|lazydocker|ncdu|cfdisk|tig|gdb|lldb <tty !--batch !-batch !-c !-l
interactive  less|more|most|man|info
interactive  passwd|chsh|chfn|login|ssh-copy-id|kinit|adduser <tty
interactive  read <tty !-t
interactive  read -p <tty
interactive  select <tty
interactive  su !-c !--command <tty
interactive  sudo -i
interactive  sudo -s
interactive  sudo --login
interactive  sudo --shell
interactive  bash|sh|zsh|fish|dash|ksh|ash $ !-c !--version <tty
interactive  bash|sh|zsh|fish|dash|ksh|ash -i
interactive  python|python3|ipython|irb|pry|node|iex|ghci|lua|jshell|scala|bpython $ !-c !-m !-e !-p !--version !-V !-v !-h <tty
interactive  python|python3|ipython -i
interactive  python|python3|ipython manage.py|*/manage.py shell|shell_plus|dbshell|createsuperuser|changepassword !-c
interactive  manage.py|django-admin shell|shell_plus|dbshell|createsuperuser|changepassword !-c <tty
interactive  rails|gitlab-rails|gitlab-rails-console c|console|dbconsole|db <tty
interactive  sqlcmd !-Q !-q !-i <tty
interactive  psql|gitlab-psql|gitlab-geo-psql|pgcli|cockroach-sql !-c !--command !-f !--file !-l !--list !-V !--version <tty
interactive  mysql|mariadb|mycli !-e !--execute !--version !-V <tty
interactive  redis-cli|valkey-cli $ !--bigkeys !--memkeys !--hotkeys !--latency !--stat !--scan !--eval !--rdb !--pipe !-x !--version !--cluster !--latency-history <tty
interactive  mongo|mongosh !--eval !-f !--file !--version <tty
interactive  sqlite3 * $ !-cmd <tty
interactive  cqlsh|clickhouse-client|influx|bq|usql|impala-shell|beeline|hbase|spark-shell|pyspark|spark-sql $ !-e !-f !-q !--query !--execute !-execute !-Q !--version <tty
interactive  cqlsh|clickhouse-client|influx|bq|usql|impala-shell|beeline|hbase|spark-shell|pyspark|spark-sql shell <tty
interactive  kubectl|oc|k exec -t
interactive  kubectl|oc|k exec --tty
interactive  kubectl|oc|k edit <tty
interactive  kubectl|oc|k attach -t
interactive  kubectl|oc|k run -t
interactive  kubectl|oc|k debug -t
interactive  kubectl|oc|k rsh * $
interactive  kubectl|oc|k debug !--dry-run
interactive  oc login !--token !-p !-u !--password
interactive  oc rsh
interactive  docker|podman|nerdctl exec|run|attach|start -t
interactive  docker|podman|nerdctl exec|run|start -i
interactive  docker|podman|nerdctl exec|run --interactive
interactive  docker|podman|nerdctl attach
interactive  docker|podman|nerdctl login !-p !--password !--password-stdin <tty
interactive  docker+compose|docker-compose|podman-compose exec !-T
interactive  docker+compose|docker-compose|podman-compose run !-T !-d
interactive  docker+compose|docker-compose|podman-compose attach
interactive  crictl|ctr exec -i
interactive  crictl|ctr exec -t
interactive  heroku run|run:inside|console|bash|ps:exec|login|auth:login|redis:cli
interactive  heroku pg:psql|psql !-c !--command
interactive  bosh|cf ssh !-c !--command
interactive  fly|flyctl ssh console
interactive  fly|flyctl console
interactive  fly|flyctl postgres|pg connect
interactive  fly|flyctl auth login
interactive  gcloud compute ssh !--command
interactive  gcloud auth login
interactive  gcloud auth application-default login
interactive  gcloud init
interactive  gcloud sql connect
interactive  gcloud alpha|beta compute ssh !--command
interactive  gcloud cloud-shell ssh !--command
interactive  aws ssm start-session
interactive  aws ecs execute-command
interactive  aws configure $
interactive  aws sso login
interactive  aws configure sso
interactive  az ssh vm
interactive  az login !--service-principal !--identity
interactive  az aks|container exec
interactive  tsh ssh * $
interactive  tsh login
interactive  tsh kube exec -t
interactive  tsh db connect
interactive  vagrant|multipass|lxc|limactl ssh|shell !-c
interactive  gitlab-ctl|teleport|boundary|cf|railway ssh
interactive  gitlab-ctl|teleport|boundary|cf|railway connect ssh
interactive  git rebase -i|--interactive
interactive  git add -p|-i|--patch|--interactive
interactive  git commit !-m !--message !-F !--file !-C !--no-edit !--amend <tty
interactive  git commit --amend !--no-edit !-m !--message <tty
interactive  git mergetool|difftool|bisect|citool|gui
interactive  git checkout|reset|stash -p|--patch
interactive  crontab -e
interactive  systemctl edit
interactive  terraform|tofu|terragrunt apply $ !-auto-approve !--auto-approve <tty
interactive  terraform|tofu|terragrunt destroy !-auto-approve !--auto-approve !-force <tty
interactive  terraform|tofu|terragrunt console <tty
interactive  pulumi up|destroy !-y !--yes <tty
interactive  eksctl|helmfile|knife * edit
interactive  knife * edit
interactive  knife ssh ** interactive|tmux|screen|macterm|csshx
interactive  screen !-d !-ls !-list !-wipe !-X
interactive  tmux $
interactive  tmux attach|a|attach-session|at
interactive  tmux new|new-session !-d
interactive  gpg --edit-key|--gen-key|--full-generate-key|--generate-key|--full-gen-key !--batch
interactive  vault login $ <tty
interactive  gh auth login !--with-token
interactive  gh run watch $
interactive  gh pr create !-t !--title !-f !--fill
interactive  gh issue create !-t !--title
interactive  npm login|adduser
interactive  npm init !-y !--yes
interactive  dialog|whiptail|fzf|dpkg-reconfigure|nmtui <tty !-f
follow       tail -f
follow       tail -F
follow       tail --follow
follow       tail --retry
follow       watch|htop|btop|glances|atop|nload|iftop|nethogs|bmon|bwm-ng|slabtop|powertop|innotop|pgtop|pg_top|mytop|ctop|stern|kubetail
follow       top !-b !-n !-l !-bn*
follow       iotop !-n !-b
follow       kubectl|oc|k logs -f|--follow
follow       kubectl|oc|k port-forward|proxy
follow       kubectl|oc|k get -w|--watch|--watch-only
follow       kubectl|oc|k events -w|--watch
follow       kubectl|oc|k rollout status -w|--watch
follow       kubectl|oc|k argo rollouts get|status -w|--watch
follow       kubectl|oc|k argo rollouts dashboard
follow       kubectl|oc|k ** -w|--watch
follow       kubectl-argo-rollouts get|status -w|--watch
follow       kubectl-argo-rollouts dashboard
follow       docker|podman|nerdctl logs -f|--follow
follow       docker|podman|nerdctl stats !--no-stream
follow       docker|podman|nerdctl events !--until
follow       docker|podman|nerdctl service logs -f|--follow
follow       docker|podman|nerdctl container logs -f|--follow
follow       docker|podman|nerdctl container stats !--no-stream
follow       docker|podman|nerdctl system events !--until
follow       docker+compose|docker-compose|podman-compose logs -f|--follow
follow       docker+compose|docker-compose|podman-compose up !-d !--detach !--no-start !--wait
follow       docker+compose|docker-compose|podman-compose watch|events
follow       crictl logs -f|--follow
follow       crictl stats -w|--watch
follow       heroku logs -t|--tail
follow       heroku local|local:start
ends         rm|rmdir|unlink|ls|cp|mv|ln|mkdir|touch|cat|head|grep|egrep|fgrep|rg|find|du|df|stat|file|tar|zip|unzip|gzip|gunzip|zcat|shred|truncate|chown|chmod|chgrp|rsync|scp|tee|sed|awk|sort|wc|cut|test|echo|printf|readlink|realpath logs
follow       * logs --tail~
follow       * logs -f|--follow
follow       fly|flyctl logs !-n !--no-tail
follow       fly|flyctl proxy
follow       fly|flyctl status -w|--watch
follow       journalctl -f|--follow
follow       dmesg -w|-W|--follow|--follow-new
follow       ping|ping6 !-c !-w !-W !-n
follow       mtr !-r !-c !--report !--report-wide !-rw
follow       tcpdump|tshark|ngrep !-c !-r !-D !--version !-h
follow       strace|ltrace|perf -p !-c
follow       strace|ltrace|perf top
follow       strace|ltrace|perf trace
follow       vmstat|iostat|mpstat|sar|pidstat * $ !-f !-V !--version
follow       sleep infinity|inf
follow       ssh|autossh -N !-f
follow       gcloud ** logs tail
follow       gcloud app logs tail
follow       gcloud beta|alpha logging tail
follow       gcloud logging tail
follow       gcloud beta|alpha run services logs tail
follow       aws logs tail --follow
follow       aws ssm start-session --document-name=AWS-StartPortForwardingSession
follow       az webapp log tail
follow       az containerapp logs show --follow
follow       az aks browse
follow       nc|ncat|netcat|socat -l
follow       socat ** *LISTEN:*
follow       python|python3 -m=http.server
follow       python|python3 -m=SimpleHTTPServer
follow       redis-cli|valkey-cli ** monitor|subscribe|psubscribe|ssubscribe
follow       redis-cli|valkey-cli --stat|--latency|--latency-history
follow       argocd app logs -f|--follow
follow       argocd admin dashboard
follow       argo logs -f|--follow
follow       argo watch
follow       nomad alloc logs -f
follow       nomad monitor
follow       consul monitor
follow       consul watch
follow       cf logs !--recent
follow       kafka-console-consumer|kafka-console-consumer.sh !--max-messages !--timeout-ms
follow       kcat|kafkacat -C !-e !-c
follow       kail|kubefwd|cloud_sql_proxy|cloud-sql-proxy|sshuttle
follow       ngrok http|tcp|tls|tunnel|start
follow       cloudflared tunnel run
follow       cloudflared tunnel --url|--hello-world
follow       cloudflared access tcp|ssh|rdp|smb
follow       cloudflared proxy-dns
follow       telepresence --swap-deployment|--new-deployment|--deployment
follow       vercel|netlify|railway|wrangler logs -f|--follow
follow       vercel|netlify|railway|wrangler tail|dev
follow       gitlab-ctl tail
follow       pm2 logs !--nostream
follow       pm2 monit
follow       inotifywait -m|--monitor
follow       fswatch|entr|nodemon
follow       minikube tunnel
follow       minikube mount
follow       minikube dashboard !--url
follow       rabbitmq-diagnostics observer|consume_event_stream
follow       npm|yarn|pnpm|bun start|dev|serve|watch $
follow       npm|yarn|pnpm|bun run dev|start|serve|watch|dev:*|start:*|serve:*|watch:*
follow       uvicorn|gunicorn|hypercorn|daphne|puma|unicorn|waitress-serve !--version !--help
follow       celery ** worker|beat|events|flower !--version !--help
follow       rails s|server !-d !--daemon
follow       flask run
follow       manage.py|django-admin runserver
follow       python|python3 manage.py|*/manage.py runserver
follow       vite|webpack-dev-server|http-server|live-server|ng $
follow       next|nuxt|astro|gatsby|remix dev|start|develop
follow       hugo|jekyll|mkdocs serve|server
follow       php -S
`;
