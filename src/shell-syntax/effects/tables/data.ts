/** Databases, queues, stores of secrets and of configuration. Format: see `../table.ts`. */
export const DATA = String.raw`
reads     psql|gitlab-psql|gitlab-geo-psql -l|--list|-V|--version !-c !-f !--command !--file
sql       psql|gitlab-psql|gitlab-geo-psql|pgcli|cockroach-sql|mysql|mariadb|mycli|sqlite3|litecli|duckdb|cqlsh|clickhouse-client|sqlcmd|usql|snowsql|impala-shell|beeline|hive|presto|trino|influx
reads     influx                 ping|version|query
destroys  influx                 delete|restore|write|bucket|user|auth|org
reads     pg_isready|pg_config|pg_controldata|pg_lsclusters|pg_waldump|pg_test_timing|pg_verifybackup|pg_amcheck
writes    pg_dump|pg_dumpall     -f|--file >-f|--file
reads     pg_dump|pg_dumpall     !-f !--file
writes    pg_basebackup          >-D|--pgdata
reads     pg_restore             -l|--list
destroys  pg_restore             !-l !--list
destroys  pg_ctl                 stop|restart|promote|init|initdb|kill
reads     pg_ctl                 status
changes   pg_ctl                 start|reload
destroys  pg_ctlcluster          ** stop|restart|promote
reads     pg_ctlcluster          ** status
changes   pg_ctlcluster          ** start|reload
destroys  pg_dropcluster|pg_resetwal|pg_rewind|pg_repack|pg_upgrade|pg_upgradecluster|dropdb|dropuser|createuser|reindexdb|clusterdb|initdb|pg_archivecleanup
changes   createdb|vacuumdb|pgbench
destroys  vacuumdb               -f|--full
reads     patronictl|gitlab-patronictl list|history|topology|version|show-config|dsn
destroys  patronictl|gitlab-patronictl ** failover|switchover|restart|reinit|remove|pause|resume|flush|reload|edit-config|promote-cluster|demote-cluster
reads     repmgr                 ** cluster show|crosscheck|matrix|event
reads     repmgr                 ** node|daemon|service status|check
destroys  repmgr                 ** promote|switchover|unregister|rejoin|clone|register|follow|pause|unpause|cleanup
reads     pgbackrest             ** info|check|version|verify
changes   pgbackrest             ** backup
destroys  pgbackrest             ** restore|stop|start|expire|stanza-delete|stanza-create|stanza-upgrade|archive-push|archive-get|repo-rm
reads     wal-g                  backup-list|wal-show|wal-verify|backup-show
destroys  wal-g                  delete|backup-fetch|wal-fetch|backup-push|catchup-push
reads     barman                 list-*|show-*|status|check|list-backup|replication-status|diagnose
changes   barman                 backup|switch-wal|cron
destroys  barman                 delete|recover|receive-wal|sync-backup|keep
changes   gitlab-backup          create
destroys  gitlab-backup          restore
reads     mysqladmin             status|ping|version|processlist|extended-status|variables|proc|stat
destroys  mysqladmin             ** drop|shutdown|kill|flush-*|stop-slave|start-slave|stop-replica|start-replica|password|reload|refresh|create
reads     mysqldump|mariadb-dump !-r !--result-file !-T !--tab !--flush-logs !--delete-master-logs !--source-data !--master-data
writes    mysqldump|mariadb-dump -r|--result-file >-r|--result-file
reads     mysqlshow|mysqlbinlog|perror|my_print_defaults
destroys  mysqlimport|mysqlcheck|mysql_upgrade|myisamchk|xtrabackup|mariabackup|mysql_secure_installation
lines     redis-cli|valkey-cli   !--stat !--latency !--latency-history !--latency-dist !--bigkeys !--memkeys !--hotkeys !--scan !--version !-v !--intrinsic-latency
reads     redis-cli|valkey-cli   --stat|--latency|--latency-history|--latency-dist|--bigkeys|--memkeys|--hotkeys|--scan|--version|-v|--intrinsic-latency
reads     redis-cli|valkey-cli   ping|info|get|mget|keys|scan|exists|type|ttl|pttl|strlen|getrange|hget|hgetall|hmget|hkeys|hvals|hlen|hexists|hscan|llen|lrange|lindex|scard|smembers|sismember|sscan|srandmember|zcard|zrange|zrevrange|zrangebyscore|zscore|zrank|zcount|zscan|dbsize|lastsave|time|echo|role|randomkey|xlen|xrange|xrevrange|xinfo|xpending|pfcount|bitcount|getbit|monitor|subscribe|psubscribe|expiretime|lolwut
reads     redis-cli|valkey-cli   config get
reads     redis-cli|valkey-cli   client list|info|getname|id
reads     redis-cli|valkey-cli   cluster info|nodes|slots|shards|myid|keyslot|countkeysinslot|links|replicas|slaves
reads     redis-cli|valkey-cli   --cluster check|info **
reads     redis-cli|valkey-cli   sentinel masters|master|replicas|slaves|sentinels|get-master-addr-by-name|ckquorum|myid|info-cache
reads     redis-cli|valkey-cli   slowlog get|len
reads     redis-cli|valkey-cli   latency latest|history|doctor|graph|histogram
reads     redis-cli|valkey-cli   memory usage|stats|doctor
reads     redis-cli|valkey-cli   object encoding|freq|idletime|refcount
reads     redis-cli|valkey-cli   acl list|users|whoami|getuser|cat|log
reads     redis-cli|valkey-cli   command|module count|docs|info|list|getkeys
reads     redis-cli|valkey-cli   pubsub channels|numsub|numpat
changes   redis-cli|valkey-cli   bgsave|save|bgrewriteaof|publish|select|auth
destroys  redis-cli|valkey-cli   ** flushall|flushdb|del|unlink|shutdown|failover|swapdb|rename|renamenx|replicaof|slaveof|restore|migrate|set|setex|hset|hdel|expire|expireat|persist|getdel|lpop|rpop|spop|srem|zrem|zadd|sadd|lpush|rpush|ltrim|lrem|lset|incr|decr|incrby|append|eval|evalsha|fcall|xdel|xtrim|xadd|move|copy|sort|getset|mset|debug
destroys  redis-cli|valkey-cli   ** config set|rewrite|resetstat
destroys  redis-cli|valkey-cli   ** client kill|pause|unpause
destroys  redis-cli|valkey-cli   ** cluster failover|reset|forget|addslots|delslots|setslot|meet|replicate
destroys  redis-cli|valkey-cli   --cluster create|fix|reshard|rebalance|add-node|del-node|call|set-timeout|import **
destroys  redis-cli|valkey-cli   ** sentinel failover|reset|remove|monitor|set
destroys  redis-cli|valkey-cli   ** acl deluser|setuser|load|save
destroys  redis-cli|valkey-cli   ** slowlog|latency|script|function|memory reset|flush|delete|load|restore|purge
reads     memcached-tool         * stats|display|settings|dump
js        mongo|mongosh
reads     mongostat|mongotop|bsondump
writes    mongodump|mongoexport  >-o|--out?
destroys  mongorestore|mongoimport|mongofiles
reads     nodetool               ** status|info|ring|tpstats|cfstats|tablestats|tablehistograms|netstats|compactionstats|describecluster|gossipinfo|version|getendpoints|describering|proxyhistograms|listsnapshots|getcompactionthroughput|getstreamthroughput|statusbinary|statusgossip|statusbackup|failuredetector|getlogginglevels|toppartitions|gcstats
changes   nodetool               ** flush|snapshot|enable*|resume*
destroys  nodetool               ** decommission|drain|removenode|assassinate|cleanup|stopdaemon|clearsnapshot|truncatehints|disable*|repair|rebuild|scrub|compact|upgradesstables|move|garbagecollect|refresh|set*|stop|sjk|bootstrap|invalidate*|pause*
reads     kafka-topics|kafka-topics.sh --list|--describe !--delete !--create !--alter
reads     kafka-consumer-groups|kafka-consumer-groups.sh --list|--describe !--delete !--reset-offsets !--delete-offsets
reads!    kafka-consumer-groups|kafka-consumer-groups.sh --reset-offsets !--execute !-execute
reads     kafka-configs|kafka-configs.sh|kafka-acls|kafka-acls.sh|kafka-reassign-partitions|kafka-reassign-partitions.sh|kafka-log-dirs|kafka-log-dirs.sh|kafka-features|kafka-features.sh|kafka-metadata-quorum|kafka-metadata-quorum.sh|kafka-cluster|kafka-cluster.sh|kafka-transactions|kafka-transactions.sh --list|--describe|--verify !--alter !--add !--remove !--delete !--execute
reads     kafka-metadata-quorum|kafka-metadata-quorum.sh|kafka-cluster|kafka-cluster.sh ** describe|cluster-id
reads     kafka-broker-api-versions|kafka-broker-api-versions.sh|kafka-get-offsets|kafka-get-offsets.sh
reads     kafka-console-consumer|kafka-console-consumer.sh !--group !--consumer-property !--consumer.config
changes   kafka-topics|kafka-topics.sh --create !--delete !--alter
destroys  kafka-topics|kafka-topics.sh|kafka-consumer-groups|kafka-consumer-groups.sh|kafka-acls|kafka-acls.sh|kafka-configs|kafka-configs.sh|kafka-reassign-partitions|kafka-reassign-partitions.sh --delete|--delete-offsets|--alter|--add|--remove|--execute
destroys  kafka-consumer-groups|kafka-consumer-groups.sh --reset-offsets --execute|-execute
destroys  kafka-delete-records|kafka-delete-records.sh|kafka-leader-election|kafka-leader-election.sh|kafka-server-stop|kafka-server-stop.sh|kafka-console-producer|kafka-console-producer.sh
reads     kcat|kafkacat          -L|-C|-Q !-P
destroys  kcat|kafkacat          -P
reads     rpk                    topic|cluster|group|acl|redpanda list|describe|info|health|metadata
destroys  rpk                    ** delete|create|alter|seek|add-partitions|restart|stop|decommission
reads     rabbitmqctl            ** list_*|status|cluster_status|node_health_check|environment|report|ping|help|version|await_startup
changes   rabbitmqctl            ** start_app
destroys  rabbitmqctl            ** stop|stop_app|reset|force_reset|force_boot|forget_cluster_node|purge_queue|delete_*|clear_*|set_*|add_*|change_*|rotate_logs|close_*|shutdown|join_cluster|rename_cluster_node|eval|sync_queue|cancel_sync_queue|suspend_*|resume_*|restart_vhost|hipe_compile|import_definitions
reads     rabbitmq-diagnostics   **
reads     rabbitmqadmin          ** list|show
destroys  rabbitmqadmin          ** delete|purge|declare|publish|close|import|get
changes!  rabbitmqadmin          ** get --ack-mode=ack_requeue_true|reject_requeue_true
changes!  rabbitmqadmin          ** get ** ack_requeue_true|reject_requeue_true|ackmode=ack_requeue_true|ackmode=reject_requeue_true
reads     rabbitmq-plugins       list
destroys  rabbitmq-plugins       enable|disable|set
destroys  rabbitmq-queues|rabbitmq-upgrade ** delete_member|add_member|rebalance|shrink|grow|drain|revive|post_upgrade
reads     nats                   server|stream|consumer|kv|account|rtt ls|list|info|report|ping|check|view|get
destroys  nats                   stream|consumer|kv|object|server|pub rm|delete|del|purge|add|edit|put|restore|raft|create
reads     pulsar-admin           ** list|get|stats|get-*|list-*|stats-internal|partitioned-stats
destroys  pulsar-admin           ** delete|skip|skip-all|clear-backlog|reset-cursor|unload|terminate|create|set-*|remove-*|update
reads     ceph                   status|-s|df|report|version|versions|features|fsid|quorum_status|time-sync-status
reads     ceph                   health|log $
reads     ceph                   health|log detail|last
changes   ceph                   health mute|unmute
reads     ceph                   $
reads     ceph                   osd|mon|mgr|fs|pg|mds|orch|auth|config|crash|balancer|device|pool|quorum|health|telemetry|log tree|stat|status|dump|df|ls|ls-*|list|perf|find|metadata|getmap|info|show|ps|detail|query|versions|services|module|last|dump_*|lspools|blocked-by|count-metadata|ok-to-stop|safe-to-destroy|get|ps
reads     ceph                   osd pool ls|get|stats
reads     ceph                   osd crush tree|dump|rule ** !--create
changes   ceph                   osd|pg|mds scrub|deep-scrub|set|unset|in
destroys  ceph                   osd|mon|mgr|fs|pg|mds|orch|auth|config|device rm|out|down|destroy|purge|remove|reweight|crush|fail|lost|repair|force-create-pg|set-full-ratio|set-backfillfull-ratio|set-nearfull-ratio|restart|stop|redeploy|reweight-by-utilization|del|apply|daemon|primary-affinity|blocklist|blacklist|create|add|import|caps|get-or-create|get-key|print-key|upgrade|host|zap
destroys  ceph                   config|auth|crash|orch|balancer|device|mgr set|rm|remove|off|module|upgrade|reset
destroys  ceph                   osd pool delete|rm|rmsnap|set|create|rename
destroys  ceph                   tell|daemon|injectargs|mds
reads     ceph-volume            lvm|simple list|inventory
destroys  ceph-volume            lvm|simple zap|create|prepare|activate|batch|migrate
reads     rbd                    ls|list|info|du|showmapped|status|diff|perf
reads     rbd                    snap|trash|mirror ls|list|status|info
destroys  rbd                    rm|remove|snap|trash|unmap|resize|map|create|clone|flatten|mv|import|rollback|mirror
reads     rados                  df|ls|lspools|stat|list-inconsistent-*
reads     radosgw-admin          ** list|stats|info|status|show
destroys  radosgw-admin|rados    ** rm|purge|create|modify|suspend|enable|unlink|link|reshard|delete|put|bench|cleanup
reads     gluster                volume|peer|pool|snapshot info|status|list
destroys  gluster                ** start|stop|delete|detach|remove-brick|replace-brick|reset|set|create|restore|heal|rebalance|add-brick|probe
reads     etcdctl                get|version|endpoint|watch
reads     etcdctl                member|user|role|alarm|lease|auth list|get|timetolive|status
reads     etcdctl                snapshot|endpoint status|health|hashkv
writes    etcdctl                snapshot save >2
destroys  etcdctl                del|put|defrag|compact|compaction|txn|lock|elect|move-leader|mk|mkdir|set|rm|rmdir|update|migrate|make-mirror
destroys  etcdctl                member|user|role|alarm|lease|auth|snapshot remove|restore|disarm|add|update|delete|promote|passwd|grant*|revoke*|enable|disable|revoke
reads     zkCli.sh|zookeepercli  ls|get|stat|getAcl
reads     consul                 members|info|version|monitor|rtt|validate|help
reads     consul                 catalog|kv|operator|acl|intention|config|services|namespace|connect|peering|snapshot nodes|services|datacenters|get|export|list|read|check|match|inspect|ca
reads     consul                 kv get|export
reads     consul                 operator raft|autopilot|usage list-peers|get-config|state|instances
unknown   consul                 connect|snapshot ca|get
writes    consul                 snapshot save >2
reads     consul                 maint $ !-enable !-disable
destroys  consul                 maint|leave|force-leave|join|reload|lock|exec|event|login
destroys  consul                 kv|acl|config|intention|services|snapshot|operator|connect|namespace put|delete|import|create|update|write|register|deregister|restore|remove-peer|rotate|set-config|bootstrap|set-agent-token
destroys  consul                 operator raft remove-peer|transfer-leader
reads     nomad                  status|version|monitor|agent-info|check
reads     nomad                  job|node|alloc|deployment|eval|namespace|server|operator|quota|volume|var|acl|service|system status|list|inspect|logs|history|plan|members|info|read|get|fs|allocs|validate|scaling-events
reads     nomad                  operator raft list-peers
reads     nomad                  alloc logs|status|fs
reads     nomad                  logs
through   nomad                  alloc exec
destroys  nomad                  stop|run|system|gc
destroys  nomad                  job|node|alloc|deployment|namespace|server|operator|volume|var|acl|system|service|sentinel stop|run|delete|purge|revert|restart|fail|promote|drain|eligibility|dispatch|scale|pause|resume|force-leave|join|gc|put|apply|deregister|detach|bootstrap|create|eval|periodic|tag|action|reconcile|unblock|signal
reads     vault                  status|version|list|path-help|monitor
reads     vault                  kv|secrets|auth|policy|audit|namespace|operator|token|plugin|lease get|list|metadata|read|lookup|capabilities|members|key-status|info
reads     vault                  read
reads     vault                  operator raft list-peers
reads     vault                  operator raft autopilot get-config|state
unknown   vault                  login|ssh|agent|proxy|unwrap|server
destroys  vault                  write|delete|patch
destroys  vault                  kv metadata delete|put|patch
unknown   vault                  read */creds/*|*/sts/*|*/creds
destroys  vault                  kv|secrets|auth|policy|audit|namespace|operator|token|lease|plugin|transit|pki put|delete|destroy|undelete|patch|rollback|enable|disable|move|tune|write|seal|unseal|step-down|init|rekey|rotate|generate-root|create|revoke|renew|register|deregister|reload|migrate|usage
destroys  vault                  operator raft join|remove-peer|snapshot|promote|demote
reads     rclone                 ls|lsd|lsl|lsf|lsjson|size|check|cat|about|md5sum|sha1sum|hashsum|listremotes|version|tree|ncdu
reads!    rclone                 --dry-run|-n
writes    rclone                 copy|copyto >last
destroys  rclone                 delete|deletefile|purge|sync|move|moveto|rmdir|rmdirs|cleanup|rcat|bisync|dedupe|mkdir|mount|serve|settier|touch
reads!    rsync                  -n|--dry-run|--list-only
writes    rsync                  !-e !--rsh !--rsync-path * >last
destroys  rsync                  --delete|--delete-after|--delete-before|--delete-during|--delete-excluded|--remove-source-files
reads     mc                     ls|stat|cat|head|du|tree|find|diff|ping|ready|--version
reads     mc                     admin info|trace
reads     mc                     alias|admin|quota|version ls|list|info
writes    mc                     cp|mirror !--remove !--overwrite >last
destroys  mc                     rm|rb|mv|mb|pipe|anonymous|encrypt|ilm|retention|undo|replicate
destroys  mc                     mirror --remove
destroys  mc                     admin service|user|policy|heal|config|update|prometheus|group|bucket|decommission|rebalance
reads     s3cmd                  ls|la|du|info
destroys  s3cmd                  del|rm|put|sync|mv|rb|mb|setacl|cp|modify
reads     restic                 snapshots|ls|stats|check|diff|find|cat|version|list
changes   restic                 backup
destroys  restic                 forget|prune|restore|unlock|rewrite|init|key|migrate|repair|tag|copy
reads     borg                   list|info|diff
reads     borg                   check !--repair
destroys  borg                   check --repair
changes   borg                   create
destroys  borg                   delete|prune|extract|break-lock|recreate|rename|init|compact|key
`;
