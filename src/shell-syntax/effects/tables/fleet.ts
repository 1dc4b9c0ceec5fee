/** Machines in racks and clusters, their storage and networks, and workers of queues. Format: see `../table.ts`. */
export const FLEET = String.raw`
reads     celery                 ** status|inspect|report
destroys  celery                 ** purge|control|multi
reads     talosctl               get|list|ls|read|logs|dmesg|health|version|services|stats|processes|containers|memory|time|mounts|events|dashboard|usage|netstat
reads     talosctl               service * $
reads     talosctl               etcd members|status
changes   talosctl               etcd snapshot
destroys  talosctl               reset|reboot|shutdown|upgrade|upgrade-k8s|apply-config|bootstrap|rollback|patch|edit|restart|wipe
destroys  talosctl               service * stop|start|restart
destroys  talosctl               etcd remove-member|leave|forfeit-leadership|defrag|alarm
reads     pvecm                  status|nodes
destroys  pvecm                  delnode|add|addnode|create|expected|updatecerts
reads     qm|pct                 list|config|status|listsnapshot|pending|showcmd
through   pct                    exec
changes   qm|pct                 start|snapshot|clone|resume
destroys  qm|pct                 stop|shutdown|reset|reboot|destroy|rollback|set|migrate|resize|restore|delsnapshot|unlink|template|suspend
reads     pveceph                status
destroys  pveceph                osd|mon|mgr|pool|fs|purge|stop|destroy
reads     cephadm                ls|version|check-host|list-networks
destroys  cephadm                rm-cluster|rm-daemon|bootstrap|adopt|deploy|zap-osds|unit
reads     k3s|rke2               --version
reads     k3s                    check-config
changes   k3s|rke2               etcd-snapshot save
reads     k3s|rke2               etcd-snapshot list|ls
destroys  k3s|rke2               etcd-snapshot delete|prune|restore
destroys  k3s|rke2               server|agent ** --cluster-reset
destroys  k3s|rke2               certificate|secrets-encrypt rotate|rotate-ca|reencrypt
reads     kops                   get|validate|version
destroys  kops                   delete|update|rolling-update|replace|upgrade|edit|create|promote|rotate|toolbox
reads     juju                   status|models|controllers|machines|show-*|list-*|debug-log|version|config $
destroys  juju                   remove-*|destroy-*|kill-controller|upgrade-*|refresh|deploy|run|run-action|resolved|scale-application|attach-resource
reads     vagrant                status|global-status|version|ssh-config
destroys  vagrant                destroy|halt|reload|provision|suspend|snapshot
reads     pcs                    status|config
destroys  pcs                    resource|cluster|node|stonith|constraint|property delete|disable|enable|move|ban|cleanup|restart|stop|start|destroy|standby|unstandby|maintenance|fence|set|create|update|kill
destroys  crm|crm_resource|crm_node|crm_standby|stonith_admin
reads     crm_mon|corosync-quorumtool|corosync-cfgtool
reads     sinfo|squeue|sacct|sshare|sprio|sdiag
reads     scontrol               show|ping|listpids
destroys  scontrol               reboot|requeue|requeuehold|shutdown|takeover|delete|suspend
destroys  scancel
reads     iocage                 list|get|df
destroys  iocage                 stop|restart|destroy|rollback|upgrade|update|clean|migrate|rename
reads     hdfs                   dfsadmin -report|-printTopology|-listOpenFiles
destroys  hdfs                   namenode -format|-rollback
destroys  hdfs                   dfs -rm|-expunge|-truncate
reads     pdnsutil               show-*|list-*|check-*
destroys  pdnsutil               delete-*|remove-*|deactivate-*|unset-*|disable-*|clear-zone|load-zone|replace-rrset|import-zone-key
reads     drbdadm                status|cstate|dstate|role|dump
destroys  drbdadm                primary|secondary|disconnect|connect|detach|attach|invalidate|down|up|create-md|wipe-md|adjust
reads     nvme                   list|smart-log|id-ctrl|id-ns|error-log
destroys  nvme                   format|sanitize|delete-ns|create-ns|reset|fw-*
reads     ipmitool               ** status|list|elist|print|info
destroys  ipmitool               ** off|on|cycle|reset|soft|clear|set|bootdev
reads     multipath              -l|-ll
destroys  multipath              -F|-f|-r
reads     tailscale              status|ip|version|ping|netcheck|whois
destroys  tailscale              up|down|logout|set|switch|lock
reads     wg                     $
reads     wg                     show
destroys  wg                     set|setconf|addconf|syncconf
destroys  wg-quick               up|down|save
reads     networkctl             list|status|$
reads     keytool                -list|-printcert|-printcertreq
destroys  keytool                -delete|-import|-importcert|-importkeystore|-storepasswd|-keypasswd|-changealias
reads     ldapsearch
destroys  ldapmodify|ldapdelete|ldapadd|ldappasswd|elasticsearch-reset-password
reads     airflow                dags|tasks|jobs|pools|version|info list|list-runs|show|state|report|check
destroys  airflow                dags|tasks|db|pools|connections|variables delete|clear|backfill|reset|clean|migrate|trigger|import|set|pause
reads     temporal               ** list|describe|show|count
destroys  temporal               ** terminate|cancel|reset|delete|signal|start
`;
