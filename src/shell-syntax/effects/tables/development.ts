/** Version control, forges, web requests, builds and languages. Format: see `../table.ts`. */
export const DEVELOPMENT = String.raw`
reads     git                    log|show|diff|status|blame|annotate|shortlog|describe|rev-parse|rev-list|ls-files|ls-tree|ls-remote|cat-file|merge-base|grep|for-each-ref|name-rev|cherry|range-diff|whatchanged|count-objects|var|check-ignore|check-attr|show-ref|show-branch|diff-tree|diff-index|diff-files|fsck|verify-commit|verify-tag|version|help|merge-tree|patch-id !--output !-c !--config-env !--exec-path !--ext-diff !-O !--open-files-in-pager !--upload-pack !--textconv !--lost-found
reads     git                    config $ !-e !--edit !-c
reads     git                    config --get|--list|-l|--get-all|--get-regexp|--get-urlmatch !-c !--unset !--add !--replace-all
reads     git                    config get|list !-c
reads     git                    remote $ !-c
reads     git                    remote show|get-url !-c
reads     git                    branch $ !-c !-C !-m !-M !-d !-D !--edit-description !--unset-upstream !--set-upstream-to !-u
reads     git                    branch --list|-l|-a|-r|--all|--remotes|--contains|--merged|--no-merged|--show-current|--points-at !-D !-d !--delete !-m !-M !-f !--force !-c !-C
reads     git                    tag $ !-d !-c
reads     git                    tag -l|--list|-n|--contains|--points-at|--merged|-v|--verify !-d !-f !--delete !-c !-a !-s
reads     git                    stash|worktree|notes|submodule|bisect|reflog|lfs|bundle|sparse-checkout|rerere list|show|status|log|summary|ls-files|env|verify|exists !-c
reads     git                    submodule|reflog|notes $ !-c
reads     git                    symbolic-ref * $ !-d !-c
changes   git                    pull|fetch|clone|add|commit|checkout|switch|stash|merge|rebase|init|cherry-pick|revert|mv|rm|am|apply|submodule|worktree|notes|bisect|restore|lfs|sparse-checkout|maintenance|pack-refs|update-index|read-tree|write-tree|archive|format-patch|bundle|reset !-c
changes   git                    switch -c *
changes   git                    branch|tag|config * !-c
changes   git                    branch|config -m|-u|--set-upstream-to|--unset-upstream|-c|-e|--edit|--unset
changes   git                    remote add|rename|set-url|update|set-head|set-branches !-c
reads!    git                    push|add|clean|fetch|commit -n|--dry-run
destroys  git                    push|filter-branch|filter-repo|gc|prune|send-pack|send-email|svn|replace
destroys  git                    reset --hard
destroys  git                    reset --merge|--keep
destroys  git                    clean
destroys  git                    branch|tag -D|-d|--delete|-f|--force|-M
destroys  git                    checkout|switch -f|--force|-B|-C|--discard-changes
destroys  git                    checkout|restore .|--
destroys  git                    restore ** !--staged
destroys  git                    rebase|merge|am|cherry-pick --skip
destroys  git                    update-ref
destroys  git                    stash drop|clear
destroys  git                    reflog expire|delete
destroys  git                    worktree|remote|submodule|notes remove|rm|prune|deinit
destroys  git                    rm -f|--force|-r
destroys  git                    config credential.*|core.hookspath|core.sshcommand *
reads!    git-filter-repo        --dry-run
reads     gh                     pr|issue|release|run|workflow|repo|gist|label|cache|secret|variable|ruleset|project|codespace|org|extension|config|search|ssh-key|gpg-key|alias|attestation list|ls|view|status|diff|checks|watch|get|check|verify|prs|issues|repos|code|commits
reads     gh                     status|version
reads     gh                     auth status
reads     gh                     api !-X !--method !-f !-F !--field !--raw-field !--input
reads     gh                     api -X=GET
reads     gh                     api --method=GET
writes    gh                     release|run download >-D|--dir|-O?
changes   gh                     repo clone|fork|sync|set-default
changes   gh                     pr checkout|create|comment|edit|ready|review|reopen
changes   gh                     issue create|comment|edit|reopen|develop|pin
unknown   gh                     auth login|logout|refresh|setup-git|switch|token
destroys  gh                     api -X=DELETE|PUT|PATCH
destroys  gh                     api --method=DELETE|PUT|PATCH
destroys  gh                     release|repo|run|secret|variable|cache|codespace|ruleset|ssh-key|gpg-key delete|edit|create|upload|set|remove|add|archive|rename|deploy-key
destroys  gh                     gist|issue|label|project delete|transfer|close|lock|unlink
changes   gh                     issue|gist|label|project create|edit
destroys  gh                     pr close|merge|lock|revert|update-branch
destroys  gh                     run cancel|rerun|delete
destroys  gh                     workflow run|enable|disable
reads     glab                   mr|issue|ci|pipeline|release|repo|variable|label|user|incident|schedule|snippet|runner list|ls|view|status|get|trace|diff|lint|events|issues|search|contributors|approvers
reads     glab                   api !-X !--method !-f !-F !--field !--raw-field !--input
reads     glab                   auth status
destroys  glab                   api -X=DELETE|PUT|PATCH
destroys  glab                   api --method=DELETE|PUT|PATCH
destroys  glab                   * delete|rm|remove|set|update|run|retry|cancel|trigger|close|archive|transfer|upload|create
changes   glab                   mr|issue create|note|checkout|reopen|update
destroys  glab                   mr merge|close|delete|rebase|approve|revoke
reads     curl                   !-X !--request !-d !--data !--data-raw !--data-binary !--data-urlencode !--data-ascii !--json !-F !--form !--form-string !-T !--upload-file !-o?/dev/null|-|/dev/stdout|/dev/stderr !--output?/dev/null|-|/dev/stdout|/dev/stderr !-O !--remote-name !--remote-name-all !-J !-K !--config !-c !--cookie-jar !-D?-|/dev/stdout|/dev/stderr|/dev/null !--dump-header?-|/dev/stdout|/dev/stderr|/dev/null !--trace !--trace-ascii !--stderr !--libcurl !--hsts !--alt-svc !--etag-save !-Q !--quote !--next
reads     curl                   -X|--request=GET|HEAD|OPTIONS|PROPFIND !-F !--form !-T !--upload-file !-o?/dev/null|-|/dev/stdout|/dev/stderr !--output?/dev/null|-|/dev/stdout|/dev/stderr !-O !--remote-name !--remote-name-all !-J !-K !--config !-c !--cookie-jar !-D?-|/dev/stdout|/dev/stderr|/dev/null !--dump-header?-|/dev/stdout|/dev/stderr|/dev/null !--trace !--trace-ascii !--stderr !--libcurl !--hsts !--alt-svc !--etag-save !-Q !--quote !--next
reads     curl                   -G|--get !-X !--request !-F !--form !-T !--upload-file !-o?/dev/null|-|/dev/stdout|/dev/stderr !--output?/dev/null|-|/dev/stdout|/dev/stderr !-O !--remote-name !-J !-K !--config !-c !--cookie-jar !-D?-|/dev/stdout|/dev/stderr|/dev/null !--dump-header?-|/dev/stdout|/dev/stderr|/dev/null !--trace !--trace-ascii !--stderr !--libcurl !--hsts !--alt-svc !--etag-save !-Q !--quote !--next
writes    curl                   -o|--output !-X !-d !--data !--data-raw !--data-binary !--json !-F !--form !-T !-K !--config >-o|--output
changes   curl                   -O|--remote-name|-J !-X !-d !--data !--data-raw !--data-binary !--json !-F !--form !-T !-K !--config !--output-dir
destroys  curl                   -X|--request=DELETE|PUT|PATCH
destroys  curl                   -T|--upload-file
posts     curl                   -X|--request=POST
gets      curl                   !-X !--request !-I !--head !-d !--data !--data-raw !--data-binary !--data-urlencode !--data-ascii !--json !-F !--form !-T !--upload-file
gets      curl                   -X|--request=GET
gets      curl                   -G|--get
posts     curl                   -d|--data|--data-raw|--data-binary|--data-urlencode|--data-ascii|--json|-F|--form !-X !--request !-G !--get
reads     wget                   --spider !--post-data !--post-file !--method !--body-data !--body-file !-i !-o !--output-file !--save-cookies !--use-askpass !-e !--execute
reads     wget                   -O|--output-document=-|/dev/null|/dev/stdout !--post-data !--post-file !--method !--body-data !--body-file !-i !-o !--output-file !--save-cookies !--use-askpass !-e !--execute
writes    wget                   -O|--output-document !--post-data !--post-file !--method >-O|--output-document
writes    wget                   !-O !--output-document !--post-data !--post-file !--method !--delete-after >-P|--directory-prefix?
destroys  wget                   --method=DELETE|PUT|PATCH
posts     wget                   --post-data|--post-file
gets      wget                   !--spider !--post-data !--post-file !--method !--body-data !--body-file
gets      wget                   --method=GET
posts     wget                   --method=POST
reads     http|https|xh|httpie   GET|HEAD|OPTIONS ** !-d !--download !-o !--output
reads     http|https|xh|httpie   * $ !-d !--download !-o !--output !--raw !-f !--form !-m !--multipart
destroys  http|https|xh|httpie   DELETE|PUT|PATCH
posts     http|https|xh|httpie   POST
gets      http|https|xh|httpie   * $
gets      http|https|xh|httpie   GET
posts     http|https|xh|httpie   * *
reads     grpcurl                ** list|describe
reads     hey|ab|wrk|vegeta      --version
reads     openssl                version|ciphers|dgst|rand|speed|errstr|prime|asn1parse|verify|s_client|crl|crl2pkcs7|x509|req|rsa|ec|pkey|pkcs7|pkcs12|ocsp|storeutl|list|passwd !-out !-keyout !-writerand !-sess_out !-signkey !-CA !-newkey !-new
unknown   openssl                * -engine|-provider|-provider-path
writes    openssl                * -out|-keyout >-out|-keyout
changes   openssl                genrsa|genpkey|ecparam|dhparam !-out
through   ssh|autossh|slogin     *
through   pdsh|clush|pssh|parallel-ssh *
unknown   ssh|autossh|slogin     -o=ProxyCommand*|LocalCommand*|PermitLocalCommand*|KnownHostsCommand*
changes   ssh                    -L|-R|-D -N
changes   ssh                    -O
reads     ssh                    -V|-G|-Q
reads     ssh-add                -l|-L
changes   ssh-add                !-l !-L
reads     ssh-keygen             -l|-F|-B|-y !-R
destroys  ssh-keygen             -R
writes    ssh-keygen             !-l !-F !-R >-f?
reads     ssh-agent
writes    scp                    * >last
unknown   sftp|mosh
reads     gpg|gpg2               --list-keys|--list-secret-keys|-k|-K|--fingerprint|--verify|--list-sigs|--list-packets|--check-sigs|--version
destroys  gpg|gpg2               --delete-keys|--delete-secret-keys|--delete-key|--edit-key|--gen-key|--full-generate-key|--generate-key|--import|--send-keys|--gen-revoke|--quick-generate-key
writes    gpg|gpg2               -o|--output >-o|--output
reads     certbot                certificates|plugins|--version|show_account
reads!    certbot                --dry-run
destroys  certbot                renew|certonly|delete|revoke|run|register|update_account|enhance|rollback|reconfigure
reads     nginx                  -t|-T|-v|-V !-s
destroys  nginx                  -s
reads     apachectl|apache2ctl|httpd configtest|-t|-S|-M|-v|-V|status|fullstatus
destroys  apachectl|apache2ctl   stop|restart|graceful|graceful-stop|start
reads     haproxy                -c|-v|-vv
reads     caddy                  version|validate|list-modules|fmt !--overwrite
destroys  caddy                  reload|stop|start|run
reads     varnishadm             status|ping|backend.list|vcl.list|ban.list|param.show
destroys  varnishadm             ban|stop|start|vcl.use|vcl.discard|vcl.load|param.set|backend.set_health
reads     promtool|amtool        check|query|test|--version
reads     amtool                 alert|silence|config|cluster|template $
reads     amtool                 alert|silence|config|check-config|cluster query|show|routes|test
changes   amtool                 silence|alert add|update
destroys  amtool                 silence expire|import
reads     logcli|promql|jaeger   query|labels|series|instant-query|stats|volume
reads     java|javac|go|cargo|rustc|ruby|python|python3|node|php|perl|dotnet|deno|bun|npm|yarn|pnpm|pip|pip3|gem|bundle|make|mvn|gradle|rails|docker|podman|kubectl|oc|helm|gcc|clang|cmake -v|--version|-version|version $
reads     python|python3         -V $
reads     python|python3         -m=json.tool $
reads     python|python3         -m=json.tool * $
reads     java                   -XshowSettings
script    python|python2|python3|node|nodejs|ruby|php|perl|java|deno|bun|ts-node|tsx|Rscript|lua|swift|groovy|elixir *
reads     jps|jstat|jstack|jinfo
reads     jcmd                   $
reads     jcmd                   * VM.*|Thread.print|GC.heap_info|GC.class_histogram|help
reads     npm|yarn|pnpm          list|ls|outdated|view|info|show|audit|why|explain|ping|whoami|root|prefix|bin|doctor|search|licenses !--fix
reads     npm                    config|profile|token list|get|ls
reads     npm|yarn|pnpm          run $
changes   npm|yarn|pnpm          audit fix
changes   npm|yarn|pnpm          install|ci|i|add|update|up|dedupe|prune|link|cache|init|rebuild|pack|fetch
destroys  npm|yarn|pnpm          publish|unpublish|deprecate|dist-tag|owner|access|token
unknown   npm|yarn|pnpm          fix|exec|x|dlx
task      npm|yarn|pnpm          run|run-script|rum|urn
task      npm|yarn|pnpm          *
reads     pip|pip3|uv|pipx       list|show|freeze|check|index|search|config|inspect|debug|tree
changes   pip|pip3|pipenv|poetry|pipx|conda|mamba install|download|wheel|add|update|lock|sync|upgrade|create|init
changes   pip|pip3               config set|unset|edit
destroys  pip|pip3|pipenv|poetry|pipx|conda|mamba uninstall|remove|publish|purge
reads     poetry                 show|check|version|env|search
reads     conda|mamba            list|info|search
reads     gem                    list|search|info|environment|env|query|outdated|which|contents|dependency|specification
changes   gem                    install|update|fetch|build
destroys  gem                    uninstall|push|yank|cleanup|owner
reads     bundle|bundler         list|show|info|outdated|check|platform|env|audit|licenses
changes   bundle|bundler         install|update|lock|add|package|cache|config
reads     go                     env|list|version|doc|vet !-w
changes   go                     get|install|build|mod|fmt|clean|download
reads     cargo                  tree|metadata|search|locate-project|verify-project|version
changes   cargo                  build|check|fetch|update|add|install|clippy|fmt|clean
destroys  cargo                  publish|yank|uninstall|owner
reads     composer               show|outdated|validate|diagnose|licenses|why|status|about|audit
changes   composer               install|update|require|dump-autoload
reads     terraform-docs|tflint|tfsec|checkov|actionlint|shellcheck|yamllint|markdownlint|hadolint|gitleaks|trufflehog|semgrep|bandit|rubocop|eslint|flake8|pylint|mypy !--fix !-a !-A !--autocorrect !--report-path !-r !--output-file
writes    gitleaks               --report-path|-r >--report-path|-r
reads     make|gmake             -n|-p|-q|--dry-run|--just-print|--question|--recon
task      make|gmake|rake|just|task|ant|mvn|gradle|gradlew|mvnw|invoke|inv|fab|mix|tox|nox|mage|bazel|lerna|nx|turbo|grunt|gulp|cap|dep|artisan|lein|sbt|pants|pdm|hatch|gitlab-rake *
reads     rake                   -T|-P|-n|--tasks|--dry-run
reads     rails|rake|gitlab-rake db:version|db:migrate:status|db:abort_if_pending_migrations|routes|about|stats|notes|gitlab:check|gitlab:env:info|gitlab:*:check|cache_digests:*|middleware|initializers
reads     rails                  db:version|db:migrate:status|routes|about|stats|notes
unknown   rails                  runner|r|c|console|dbconsole|db|server|s
destroys  rails|rake             db:migrate|db:migrate:up*|db:migrate:down*|db:migrate:redo*|db:migrate:reset*|db:migrate:primary|db:schema:load|db:seed:replant|db:reset|db:setup|db:seed|db:prepare|db:structure:load|assets:clobber
task      rails                  *
destroys  cap                    ** deploy|deploy:rollback|deploy:restart|*:restart|*:stop
destroys  manage.py|django-admin migrate|flush|sqlflush|reset_db|loaddata|createsuperuser|changepassword|collectstatic|clearsessions|remove_stale_contenttypes
destroys  python|python3         *manage.py migrate|flush|reset_db|loaddata|createsuperuser|changepassword|clearsessions
reads!    python|python3         manage.py|*/manage.py showmigrations|check|diffsettings|sqlmigrate|inspectdb|findstatic|version
reads     manage.py|django-admin showmigrations|check|diffsettings|sqlmigrate|inspectdb|version
reads!    python|python3         manage.py|*/manage.py migrate --plan|--check
reads!    manage.py|django-admin --plan
destroys  alembic|flyway|liquibase|knex|goose|dbmate|migrate|sqitch|atlas|prisma|typeorm|sequelize|sequelize-cli|drizzle-kit|phinx|diesel|refinery|yoyo ** downgrade|upgrade|clean|rollback|undo|migrate|update|repair|down|reset|drop|up|dropAll|drop-all|down-to|migrate:rollback|migrate:down|migrate:latest|migrate:up|deploy|revert|apply|push|baseline|stamp|redo|force|db:migrate|db:migrate:undo|rebase
reads     alembic                ** current|history|heads|show|branches|check
reads     flyway                 ** info|validate|version
reads     liquibase              ** status|history|validate|update-sql|diff
reads     goose|dbmate|atlas     ** status|version
task      php                    artisan|*/artisan|bin/console
reads!    php                    artisan|*/artisan route:list|migrate:status|about|list|env|queue:failed|schedule:list|db:show|--version $
destroys  flask                  db upgrade|downgrade|stamp|migrate
reads     flask                  db current|history|heads|show
reads     flask                  routes
reads     sops                   -d|--decrypt|decrypt|filestatus !-i !--in-place !--output
reads     ansible-vault          view
destroys  ansible-vault          encrypt|decrypt|rekey|edit|create
reads     pass|gopass            ls|list|find|show|grep
destroys  pass|gopass            rm|insert|generate|edit|mv|cp|init
reads     op                     item|vault|document|account|read|whoami|user get|list
reads     op                     read|whoami
destroys  op                     item|vault|document|user create|edit|delete|share|move
reads     doppler                secrets|configs|projects|environments|activity|me $
reads     doppler                secrets get
destroys  doppler                secrets set|delete|upload
reads     chamber                list|read|history|services|env|find
destroys  chamber                write|delete|import
reads     sentry-cli             info|projects
reads     pagerduty|pd|opsgenie|datadog|dog|newrelic --version
reads     logrotate              -d|--debug
destroys  logrotate
reads     postqueue|mailq        -p
reads     mailq
destroys  postsuper|postqueue    -d|-r|-f|-h|-H
reads     exim                   -bp|-bpc|-bt
destroys  exim                   -M|-Mrm|-qf|-Mf
unknown   mail|mailx|sendmail|mutt
`;
