/** Command-line tools of clouds and hosting platforms. Format: see `../table.ts`. */
export const CLOUD = String.raw`
reads!    aws                    --dryrun|--dry-run
reads     aws                    * describe-*|list-*|get-*|head-*|lookup-*|search-*|batch-get-*|filter-*|scan|query|view-*|estimate-*|simulate-*|validate-*|test-event-pattern|test-metric-filter|test-dns-answer|check-* !--cli-input-json
unknown   aws                    s3api|apigateway get-object|get-export
unknown   aws                    * get-login*|get-authorization-token|get-cluster-credentials|generate-*|get-credentials*|get-id-token|get-role-credentials
reads     aws                    s3 ls
reads     aws                    sts get-caller-identity
unknown   aws                    sts assume-*|get-session-token|get-federation-token|decode-*
unknown   aws                    s3 presign
reads     aws                    configure list|get|list-profiles
reads     aws                    logs tail|filter-log-events|start-query|get-query-results
reads     aws                    * wait
reads     aws                    * wait *
reads     aws                    help|--version
changes!  aws                    eks update-kubeconfig
changes   aws                    * tag-*|start-instances|start-db-*|create-snapshot|create-db-snapshot|create-db-cluster-snapshot|create-image|create-tags|create-backup
changes   aws                    * create-bucket|create-table|create-volume|create-log-group|create-queue|create-topic|create-repository
writes    aws                    s3 cp|sync !--delete >last
destroys  aws                    * delete-*|terminate-*|remove-*|reboot-*|stop-*|deregister-*|purge-*|failover-*|detach-*|revoke-*|disable-*|reset-*|restore-*|rollback-*|modify-*|cancel-*|put-*|update-*|set-*|rotate-*|promote-*|attach-*|authorize-*|associate-*|disassociate-*|replace-*|register-*|run-*|untag-*|import-*|upload-*|send-command|start-build|start-pipeline-execution|start-deployment|start-execution|enable-*|switchover-*|force-*|abort-*|batch-delete-*|create-deployment|create-access-key|create-login-profile|create-secret|create-user|create-role|create-policy*|create-stack|create-invalidation|invoke|execute-*|change-*|release-*|copy-*|complete-*|continue-*|unassign-*|retire-*|schedule-*|transfer-*|publish|publish-*
destroys  aws                    s3 rm|rb|mv
destroys  aws                    s3 sync --delete
destroys  aws                    cloudformation deploy|execute-change-set
destroys  aws                    eks|ecs update-* --force-new-deployment
reads     bosh                   env|envs|vms|instances|releases|stemcells|deployments|tasks|errands|locks|events|configs|disks
destroys  bosh                   clean-up|delete-*|recreate|restart|stop|start|deploy|run-errand|upload-*|update-*|cloud-check|cck|attach-disk|orphan-disk|create-env
reads     eb                     status|health|events|logs|list
destroys  eb                     deploy|terminate|swap|restore|scale|setenv|abort|create|upgrade
reads     cdk                    diff|list|ls|synth|synthesize|doctor|metadata|notices
destroys  cdk|sls|serverless|sam destroy|delete|remove|rollback|deploy|bootstrap|import
reads     sam                    logs|validate|list
reads     sls|serverless         info|logs|print
reads     gcloud                 *s|config|auth|info|version|topic|help $
reads     gcloud                 *s|config list|describe|get-iam-policy|get-value|get|read|tail|search
reads     gcloud                 config configurations list|describe
reads     gcloud                 auth list
reads     gcloud                 logging read|tail
reads     gcloud                 logging *s list|describe
reads     gcloud                 * *s list|describe|get-health|list-*|get-iam-policy|get-server-config|get-value|read|tail|get-serial-port-output|get-status|get-named-ports|list-instances
reads     gcloud                 * *s|log *s|log list|describe|read|tail
reads     gcloud                 alpha|beta * *s list|describe|get-health|list-*|get-iam-policy
reads     gcloud                 * get-server-config
changes   gcloud                 config set|unset
changes   gcloud                 config configurations activate|create
changes   gcloud                 container clusters get-credentials
changes   gcloud                 ** snapshot|create-snapshot|start
changes   gcloud                 sql backups create
unknown   gcloud                 ** ssh|scp|login|activate-service-account|print-access-token|print-identity-token|access|connect|revoke|create|submit|call|run-command
through   gcloud                 compute|alpha|beta ssh --command
destroys  gcloud|bq              ** delete|destroy|remove|rm|terminate|stop|restart|reset|reboot|failover|purge|rollback|deploy|set-traffic|update-traffic|abandon-instances|recreate-instances|resize|rolling-action|update|set-*|add-iam-policy-binding|remove-iam-policy-binding|disable|enable|restore|import|patch|promote-replica|drain|undelete|move|replace|suspend|detach-disk|clone|cancel|execute|publish|seek|upgrade|add-*|remove-*|switchover
destroys  gcloud                 secrets|iam versions|create|service-accounts add|keys
destroys  gcloud                 iam service-accounts keys create
reads     gsutil                 ls|du|stat|cat|hash|version|help
reads     gsutil                 -m ls|du|stat|cat
writes    gsutil                 cp|rsync !-d >last
writes    gsutil                 -m cp|rsync !-d >last
destroys  gsutil                 rm|rb|mv|setmeta|rewrite|compose|defacl|lifecycle|versioning|web|label|retention|iam|acl|mb
destroys  gsutil                 rsync -d
reads     bq                     ls|show|head|version|info
sql       bq                     query
unknown   bq                     query --destination_table|--replace|--append_table
destroys  bq                     rm|load|cp|insert|mk|partition|extract|truncate|update
reads     az                     ** show|list|list-*|exists|check-*|show-* $
reads     az                     version|find|account $
reads     az                     account show|list
changes!  az                     account set
changes   az                     aks get-credentials
changes   az                     ** start|snapshot
unknown   az                     login|logout|rest|ssh|interactive
unknown   az                     ** get-access-token|list-keys|show-connection-string|list-connection-strings
destroys  az                     ** delete|delete-*|remove-*|update-*|set-*|upload-*|copy-*|sync|destroy|remove|stop|restart|deallocate|reset|purge|rollback|deploy|create|update|set|failover|redeploy|scale|swap|up|import|restore|add|renew|regenerate|invoke|invoke-action|run|upgrade|reimage|disable|enable|detach|attach|move|cancel|revoke|assign
reads     doctl|linode-cli|hcloud|exo|scw|civo|vultr-cli ** get|list|ls|list-* $
reads     doctl|hcloud           * list|get|describe|ls **
reads     doctl                  * * list|get|ls **
reads     doctl                  account get
destroys  doctl|linode-cli|oci|ibmcloud|hcloud|exo|scw|civo|vultr-cli ** delete|destroy|remove|rm|terminate|stop|restart|reset|reboot|failover|purge|rollback|deploy|resize|rebuild|shutdown|poweroff|power-off|power-cycle|create|update|rotate
reads     oci                    ** list|get
reads     openstack              server|image|network|volume|flavor|port|router|subnet|hypervisor|project|user|keypair|stack|floating|aggregate|quota|catalog|endpoint|service|host list|show
reads     openstack              server event list|show
reads     nova|cinder|glance|neutron|heat|keystone|ironic *-list|*-show|list|show|help
destroys  nova|cinder|glance|neutron|heat|ironic ** evacuate|host-evacuate|live-migration|host-evacuate-live|migrate|resize|rebuild|delete|*-delete|reboot|stop|suspend|reset-state|service-disable|force-delete|*-update|update|*-detach
destroys  openstack              ** delete|remove|unset|stop|reboot|rebuild|resize|migrate|evacuate|set|shelve|suspend|pause|lock|create|failover
reads     fly|flyctl             status|logs|info|version|doctor|history|releases|services
reads     fly|flyctl             apps|app|machine|machines|m|volumes|volume|vol|releases|secrets|scale|ips|postgres|pg|certs|checks|regions|orgs|image|config|ext|redis|tokens|dns-records|domains list|ls|show|status|check|display|view
destroys  fly|flyctl             destroy|restart|deploy|suspend|launch|resume|move
destroys  fly|flyctl             apps|app|machine|machines|m|volumes|volume|vol|releases|secrets|scale|ips|postgres|pg|certs|regions|image|tokens|redis|orgs|extensions|ext destroy|delete|stop|restart|kill|rollback|unset|set|remove|rm|release|failover|import|add|create|count|vm|memory|update|run|clone|start|extend|fork|detach|attach|deploy|revoke|suspend|cordon|uncordon|leases
through   fly|flyctl             ssh console -C|--command
reads!    heroku                 releases|releases:info|releases:output|ps|ps:type|logs|config|config:get|info|apps|apps:info|addons|addons:info|addons:plans|addons:services|status|domains|domains:info|certs|certs:info|access|drains|features|features:info|pipelines|pipelines:info|pipelines:diff|regions|stack|version|notifications|members|orgs|teams|maintenance|buildpacks|buildpacks:info|buildpacks:versions|ci|ci:info|reviewapps|spaces|spaces:info|webhooks|webhooks:info|sessions|keys|labs|labs:info|auth:whoami|container|ps:wait|labs|dyno:list|dyno|auth
reads!    heroku                 pg|pg:info|pg:ps|pg:locks|pg:blocking|pg:bloat|pg:diagnose|pg:outliers|pg:long-running-queries|pg:backups|pg:backups:info|pg:backups:schedules|pg:backups:url|pg:credentials|pg:cache-hit|pg:index-size|pg:index-usage|pg:calls|pg:table-size|pg:total-table-size|pg:total-index-size|pg:unused-indexes|pg:vacuum-stats|pg:seq-scans|pg:records-rank|pg:maintenance|pg:maintenance:window|pg:settings|pg:wait|pg:mandelbrot|pg:user-connections|pg:links|pg:extensions
reads!    heroku                 redis|redis:info|redis:maintenance|redis:timeout|kafka|kafka:info|kafka:topics|kafka:topics:info|kafka:consumer-groups
changes   heroku                 pg:backups:capture|maintenance:off|ps:start
writes    heroku                 pg:backups:download >-o|--output?
sql       heroku                 pg:psql|psql
through   heroku                 run|run:detached
unknown   heroku                 login|auth:login|auth:token|authorizations:create|run:inside|console|bash|ps:exec|local
destroys  heroku                 rollback|restart|releases:rollback|releases:retry|destroy|apps:destroy|apps:delete|container:release|container:push|container:rm|dyno:restart|dyno:kill|dyno:stop|dyno:resize
destroys  heroku                 config:set|config:unset|config:remove|config:edit|config:add|maintenance:on|ps:restart|ps:stop|ps:kill|ps:scale|ps:resize|ps:update|dyno:scale|scale|pipelines:promote|pipelines:destroy|pipelines:*|create|apps:create|apps:rename|apps:stacks:set|stack:set|buildpacks:set|buildpacks:add|buildpacks:clear|buildpacks:remove
destroys  heroku                 pg:reset|pg:promote|pg:kill|pg:killall|pg:restore|pg:copy|pg:push|pg:pull|pg:unfollow|pg:upgrade|pg:backups:restore|pg:backups:delete|pg:backups:cancel|pg:backups:unschedule|pg:credentials:*|pg:maintenance:run|pg:maintenance:window:set|pg:settings:*|pg:connection-pooling:*|pg:detach|pg:attach
destroys  heroku                 addons:*|domains:remove|domains:clear|domains:add|certs:remove|certs:update|certs:add|certs:auto:*|drains:remove|drains:add|features:disable|features:enable|access:*|redis:promote|redis:credentials|redis:maintenance:*|redis:upgrade|run:stop|redis:cli|kafka:topics:*|keys:add|keys:remove|keys:clear|labs:*|webhooks:*|members:*|authorizations:*
reads     cf                     apps|app|services|service|logs|events|routes|target|env|orgs|spaces|domains|buildpacks|stacks|quotas|version|revisions
destroys  cf                     delete|delete-*|push|restart|restage|stop|start|scale|rollback|cancel-deployment|unbind-*|purge-*|set-env|unset-env|create-*|update-*|bind-*|map-route|unmap-route|restart-app-instance|run-task
reads     vercel                 ls|list|inspect|logs|whoami|teams
reads     vercel                 env|domains|dns|certs|alias|projects|project|secrets ls|list
destroys  vercel                 rollback|remove|rm|delete|promote|deploy|redeploy|bisect|link
destroys  vercel                 --prod|--prebuilt
destroys  vercel                 $
destroys  vercel                 env|domains|dns|certs|alias|projects|project|secrets add|rm|remove|set|pull|import|buy|move|transfer-in|issue
reads     netlify|railway|render status|logs|whoami|list|version|services
destroys  netlify|railway|render|wrangler rollback|remove|rm|delete|promote|deploy|down|redeploy|restart|up|publish
destroys  netlify|railway        env:set|env:unset|env:import|variables|sites:delete
destroys  wrangler               secret|kv:key|kv:namespace|kv:bulk|d1|r2|versions|deployments put|delete|bulk|create|execute|rollback|deploy
reads     wrangler               whoami|tail|deployments|--version
reads     supabase               status|projects|migration|functions|secrets|--version $
reads     supabase               projects|migration|functions|secrets|branches|orgs list
destroys  supabase               db|migration|functions|secrets|projects|branches|stop|seed|storage reset|push|up|down|repair|deploy|delete|set|unset|remote|squash|rm|create|restore
destroys  supabase               stop
reads     cloudflared|flarectl   version
reads     pulumi                 preview|stack|config|logs|whoami|version|about $
reads     pulumi                 stack|config ls|output|history|graph|get
destroys  pulumi                 up|update|destroy|cancel|refresh|import|watch
destroys  pulumi                 stack|state|config rm|delete|import|rename|set|init|unprotect
reads     terraform|tofu|terragrunt plan|show|output|validate|version|providers|graph|metadata !-out
reads     terraform|tofu|terragrunt state list|show|pull
reads     terraform|tofu|terragrunt workspace list|show
reads     terraform|tofu|terragrunt fmt -check
writes    terraform|tofu|terragrunt plan >-out
changes   terraform|tofu|terragrunt init|get|fmt
changes   terraform|tofu|terragrunt workspace select|new
destroys  terraform|tofu|terragrunt init -migrate-state|-force-copy
destroys  terraform|tofu|terragrunt apply|destroy|taint|untaint|import|force-unlock|login|refresh
destroys  terraform|tofu|terragrunt state rm|mv|push|replace-provider
destroys  terraform|tofu|terragrunt workspace delete
destroys  terraform|tofu|terragrunt run-all|run apply|destroy
destroys  terraform|tofu|terragrunt apply-all|destroy-all
reads     packer                 validate|inspect|version
reads     tsh                    status|ls|clusters|apps|version
reads     tsh                    kube|db|apps|request|requests ls|list|show
reads     tsh                    kube|db|apps ls
unknown   tsh                    login|ssh|logout|scp|play|proxy
through   tsh                    ssh
reads     tctl                   status|get|nodes|version
reads     tctl                   users|nodes|requests|request|tokens|auth|apps|db|kube|devices ls|export|list
destroys  tctl                   users|requests|request|tokens|auth|nodes|create|rm|lock|edit|apps add|rm|reset|approve|deny|rotate|create|sign|update
destroys  tctl                   create|rm|lock|edit
reads     cloud-platform         version
`;
