/** Services, packages, users, the network and the machine itself. Format: see `../table.ts`. */
export const SYSTEM = String.raw`
reads     systemctl              status|show|cat|list-*|is-*|get-default|show-environment|help
reads     systemctl              $
changes   systemctl              start|enable|reenable|reload|daemon-reload|daemon-reexec|unmask|reset-failed|preset
destroys  systemctl              stop|restart|reload-or-restart|try-restart|try-reload-or-restart|condrestart|kill|disable|mask|isolate|reboot|poweroff|halt|kexec|rescue|emergency|suspend|hibernate|edit|revert|set-property|set-default|clean|link|set-environment|unset-environment
reads     journalctl             !--vacuum-size !--vacuum-time !--vacuum-files !--rotate !--flush !--sync !--relinquish-var !--update-catalog !--setup-keys
destroys  journalctl             --vacuum-size|--vacuum-time|--vacuum-files|--rotate
reads     service                * status
reads     service                --status-all
changes   service                * start|reload
destroys  service                * stop|restart|force-reload|force-restart|try-restart|condrestart
reads     /etc/init.d/*          status
destroys  /etc/init.d/*          stop|restart|force-reload|reload
destroys  stop|restart|initctl   *
reads     initctl                list|status|version
changes   start                  *
reads     supervisorctl          status|tail|avail|pid|version
changes   supervisorctl          start|reread|add
destroys  supervisorctl          stop|restart|reload|update|remove|shutdown|signal|clear
reads     sv                     s|status
changes   sv                     u|up|start
destroys  sv                     d|down|stop|restart|hup|term|kill|t|h|k|x|exit|shutdown|force-stop|force-restart|once|o|1|2|i|q|a|p|c
reads     monit                  status|summary|report
destroys  monit                  stop|restart|unmonitor|quit|reload
reads     rc-service|rc-status   * status
reads     rc-status
destroys  rc-service             * stop|restart|reload
reads     gitlab-ctl             status|tail|show-config|service-list|get-redis-master|help
destroys  gitlab-ctl             stop|restart|kill|hup|term|once|reconfigure|cleanse|uninstall|promote*|upgrade|remove-accounts|deploy-page|set-*
changes   gitlab-ctl             start
reads     pm2                    list|ls|status|show|describe|logs|prettylist|jlist|monit|info
destroys  pm2                    stop|restart|delete|kill|reload|flush|scale|reset|start|deploy
destroys  reboot|poweroff|halt|shutdown|init|telinit|kexec
reads     launchctl              list|print|print-*|blame|version
destroys  launchctl              unload|remove|kickstart|bootout|stop|kill|disable|load|bootstrap
reads     dmesg                  !-c !-C !--clear !--read-clear !-n !-D !-E !--console-level !--console-on !--console-off
destroys  dmesg                  -c|-C|--clear|--read-clear
reads     sysctl                 -a|--all|-n|--values|-N|--names !-w !--write !-p !--load !--system ** 
reads     sysctl                 * $ !-w !--write !-p !--load !--system
destroys  sysctl                 ** *=*
destroys  sysctl                 -w|--write|-p|--load|--system
destroys  modprobe|rmmod|insmod|depmod|grub-install|grub-mkconfig|update-grub|dracut|update-initramfs
reads     crontab                -l !-r !-e
destroys  crontab                -r|-e
destroys  crontab                * !-l
reads     atq
reads     apt|apt-get|apt-cache  list|show|search|policy|depends|rdepends|madison|showsrc|changelog|check|showpkg|stats|dumpavail|pkgnames
reads!    apt|apt-get            -s|--simulate|--dry-run|--just-print|--no-act
changes   apt|apt-get            update|download|clean|autoclean
destroys  apt|apt-get            install|upgrade|reinstall|full-upgrade|dist-upgrade|remove|purge|autoremove|satisfy|build-dep|edit-sources
reads     apt-mark               showhold|showmanual|showauto
changes   apt-mark               hold|unhold|auto|manual
reads     dpkg                   -l|-L|-s|-S|-p|--list|--listfiles|--status|--search|--print-avail|--get-selections|--audit|--compare-versions|--print-architecture|-V|--verify|-I|--info|-c|--contents
destroys  dpkg                   -i|-r|-P|--install|--remove|--purge|--configure|--unpack|--set-selections
reads     dpkg-query|rpmquery
reads     yum|dnf|microdnf|tdnf  list|info|search|provides|whatprovides|repolist|check-update|deplist|repoquery|updateinfo
reads     yum|dnf                history|list-* $
reads     yum|dnf                history list|info
changes   yum|dnf|microdnf|tdnf  makecache|clean
destroys  yum|dnf|microdnf|tdnf  install|update|upgrade|remove|erase|downgrade|reinstall|autoremove|groupinstall|localinstall|swap|distro-sync|update-minimal
reads     rpm                    -q|-V|-K|--query|--verify|--checksig !-e !-i !-U !-F !--erase !--install !--upgrade
destroys  rpm                    -e|-U|-F|--erase|--install|--upgrade|-Uvh|-ivh
reads     zypper                 search|se|info|if|list-updates|lu|repos|lr|packages|pa|patches|lp
destroys  zypper                 install|in|remove|rm|update|up|patch|dup|dist-upgrade
reads     apk                    info|search|list|policy|version|dot|stats
changes   apk                    update|fetch
destroys  apk                    add|del|upgrade|fix
reads     brew                   list|ls|info|search|outdated|doctor|config|deps|uses|leaves|home|desc|cat|--prefix|--version
changes   brew                   install|update|tap|fetch|reinstall|link
destroys  brew                   uninstall|remove|rm|upgrade|cleanup|untap|unlink|autoremove
reads     snap                   list|info|find|changes|services|version|connections
destroys  snap                   install|remove|refresh|revert|restart|stop|disable|set|unset
changes   snap                   start|enable
reads     flatpak                list|info|search
destroys  useradd|adduser|usermod|userdel|deluser|groupadd|addgroup|groupmod|groupdel|delgroup|gpasswd|passwd|chpasswd|chsh|chfn|vipw|newusers|ssh-copy-id|pam_tally2
reads     passwd                 -S|--status
reads     chage                  -l|--list
reads     faillock               $ !--reset
destroys  faillock               --reset
reads     getenforce|sestatus|seinfo|sesearch|ausearch|aureport|matchpathcon
reads     auditctl               -l|-s
destroys  setenforce|setsebool|restorecon|semanage|auditctl
reads     getsebool
reads     visudo                 -c|--check
reads     ip                     $
reads     ip                     addr|address|a|link|l|route|r|rule|ru|neigh|neighbour|n|maddr|tunnel|netns|nexthop|vrf|xfrm $
reads     ip                     addr|address|a|link|l|route|r|rule|ru|neigh|neighbour|n|maddr|tunnel|netns|nexthop|vrf show|list|ls|lst|get|sh|s|identify|pids ** !-b !-batch !--batch
changes   ip                     link|l set ** up
destroys  ip                     link|l|addr|address|a|route|r|rule|ru|neigh|neighbour|n|netns|tunnel del|delete|flush|replace|change|add|append
destroys  ip                     link|l set ** down
destroys  ifdown|ifup
reads     ifconfig               $
reads     ifconfig               * $
destroys  ifconfig               * *
reads     route                  $
destroys  route                  add|del|delete|flush|change
reads     arp                    !-d !-s !-f
destroys  arp                    -d|-s|-f
reads     ethtool                * $ !-s !-K !-G !-L !-A !-C !-E !-f !-r !-t !-p
reads     ethtool                -i|-S|-k|-g|-l|-a|-c|-m * $
destroys  ethtool                -s|-K|-G|-L|-A|-C|-E|-f|-r|-p|--change|--features|--offload|--set-*|--pause|--coalesce|--change-eeprom|--flash|--negotiate|--reset
reads     iw                     dev|list|phy|reg
reads     bridge                 link|fdb|vlan|mdb $
reads     bridge                 link|fdb|vlan|mdb show
reads     nmcli                  $
reads     nmcli                  device|dev|d|connection|con|c|general|g|radio $
reads     nmcli                  device|dev|d|connection|con|c|general|g status|show
destroys  nmcli                  device|dev|d|connection|con|c|networking|radio down|delete|modify|disconnect|off|reload|up
reads     resolvectl|systemd-resolve status|query|statistics|dns|domain $
reads     resolvectl             status|query **
changes   resolvectl             flush-caches
reads     iptables|ip6tables     -L|--list|-S|--list-rules !-F !-X !-D !-A !-I !-R !-Z !-P
destroys  iptables|ip6tables     -F|--flush|-X|-D|--delete|-A|-I|-R|-Z|-P|--append|--insert|--policy|--zero|-N
reads     iptables-save|ip6tables-save|ebtables-save
destroys  iptables-restore|ip6tables-restore
reads     nft                    list
destroys  nft                    flush|delete|add|insert|replace|reset|create
destroys  nft                    -f|--file
reads     netplan                get|status|info|ip
destroys  netplan                apply|try|set|rebind
reads     ufw                    status|show|version
destroys  ufw                    enable|disable|allow|deny|reject|limit|delete|reset|reload|route
reads     firewall-cmd           --state|--list-all|--list-ports|--list-services|--get-active-zones|--get-zones|--list-all-zones|--get-default-zone|--query-port|--query-service|--list-rich-rules
destroys  firewall-cmd           --add-port|--remove-port|--add-service|--remove-service|--reload|--panic-on|--add-rich-rule|--remove-rich-rule|--set-default-zone|--complete-reload|--runtime-to-permanent
reads     fail2ban-client        status|get|ping|version
destroys  fail2ban-client        set|stop|unban|reload|restart
reads     ipset                  list|save|test
destroys  ipset                  add|del|destroy|flush|create|restore
reads     conntrack              -L|-C|-S|--dump|--count|--stats
destroys  conntrack              -D|-F|--delete|--flush
reads     dig|nslookup|host|whois|ping|ping6|fping|traceroute|tracepath|traceroute6|mtr|netstat|ipcalc|sipcalc|delv|drill|kdig|dog|doggo|ssh-keyscan|arping|ntpstat|nstat
reads     ss                     !-K !--kill
destroys  ss                     -K|--kill
reads     nmap                   !-oN !-oX !-oG !-oA !--script
reads     nc|ncat|netcat         -z
unknown   nc|ncat|netcat|socat|telnet|ftp|tftp|lftp
reads     ntpq|chronyc           -p|-pn|tracking|sources|sourcestats|activity|ntpdata
destroys  chronyc                makestep|settime|burst|offline|online|reset|shutdown
destroys  ntpdate|hwclock
reads     tcpdump|tshark|ngrep   !-w !-z
writes    tcpdump|tshark         -w >-w
reads     capinfos
reads     lpstat|lpq
reads     virsh                  list|dominfo|domstate|domblklist|domiflist|dumpxml|nodeinfo|pool-list|vol-list|net-list|snapshot-list|domstats|version
changes   virsh                  start|snapshot-create|snapshot-create-as|resume
destroys  virsh                  destroy|shutdown|reboot|undefine|reset|suspend|snapshot-revert|snapshot-delete|vol-delete|pool-destroy|net-destroy|define|edit|migrate|detach-*|attach-*|managedsave
reads     virtctl                version|guestosinfo|userlist|fslist
destroys  virtctl                stop|restart|migrate|pause|removevolume|start
reads     chef-client    --version
destroys  chef-client|puppet|salt-call
reads     puppet                 config|facts|lookup|--version
reads!    chef-client            --why-run|-W
reads!    puppet                 --noop
reads     knife                  node|role|environment|data|cookbook|client|user|status|search list|show
reads     knife                  status|search
reads     knife                  data bag list|show
destroys  knife                  node|role|environment|client|user|cookbook|data|tag|vault|bootstrap delete|edit|create|upload|run_list|from|set|bulk|bag|environment_set|policy|update|remove
destroys  knife                  bootstrap
through   knife                  ssh
reads     ansible-inventory|ansible-doc|ansible-config|ansible-lint
reads!    ansible-playbook       --check
reads!    ansible-playbook       -C
reads!    ansible-playbook       --syntax-check|--list-hosts|--list-tasks|--list-tags
destroys  ansible-playbook|ansible-pull
reads     ansible                -m|--module-name=ping|setup|gather_facts|debug|stat
reads     ansible                --list-hosts
through   ansible                -m|--module-name=shell|command|raw
through   ansible                -a !-m !--module-name
destroys  ansible                -m|--module-name=service|systemd|file|copy|apt|yum|user|reboot|package|template|lineinfile|dnf|unarchive|git|replace|cron|mount|sysctl
reads     salt                   * test.ping|test.version|grains.items|grains.get|grains.item|pillar.items|pillar.get|status.uptime|status.loadavg|disk.usage|service.status|network.interfaces|cmd.which|pkg.version
destroys  salt                   * state.*|service.*|pkg.*|file.*|system.*|user.*|cp.*|cron.*|saltutil.*
through   salt                   * cmd.run|cmd.run_all|cmd.shell
reads     salt-run               jobs.*|manage.up|manage.down|manage.status
reads     salt-key               -L|-l|-f|-F|--list|--list-all|--finger
destroys  salt-key               -d|-D|-A|-a|-r|-R
`;
