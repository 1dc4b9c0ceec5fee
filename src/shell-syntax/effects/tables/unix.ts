/** The usual Unix tools: what they read, and where they write. Format: see `../table.ts`. */
export const UNIX = String.raw`
reads     echo|printf|true|false|:|test|[|seq|expr|sleep|wait|pwd|cd|pushd|popd|dirs|exit|return|break|continue|shift|let|set|shopt|umask|ulimit|hash|times|getopts|read|mapfile|readarray|local|declare|typeset|readonly|export|unset|alias|unalias|jobs|disown|bg|fg|logout|compgen|complete|caller|help|history
destroys  history                -c|-d|-w
unknown   hash                   -p
unknown   declare|typeset|local  -n
unknown   mapfile|readarray      -C
unknown   compgen                -F|-C
unknown   let|test|[             *[$(*
reads     cat|tac|head|tail|grep|egrep|fgrep|zgrep|zegrep|bzgrep|xzgrep|ag|ack|zcat|bzcat|xzcat|zstdcat|zless|zmore|zdiff|wc|cut|tr|nl|rev|fold|fmt|paste|join|comm|cmp|diff|diff3|colordiff|column|expand|unexpand|strings|od|hexdump|hd|bat|csvlook|csvcut|csvstat
reads     rg                     !--pre !--hostname-bin
reads     less|more|most
unknown   less|more|most         ** +*
reads     man                    !-P !--pager !-C !-H !--html
reads     exec                   $
reads     sdiff                  !-o !--output
reads     base64|base32|basename|dirname|realpath|readlink|stat|file|namei|numfmt|factor|cal|locale|getent|getconf|tty|logname|md5sum|sha1sum|sha224sum|sha256sum|sha384sum|sha512sum|shasum|b2sum|cksum|sum|md5|getfacl|getfattr|lsattr|jq|xq|tsort|cowsay|figlet|bc|dc|units|which|whereis|type|whatis|apropos|info|locate|tldr
reads     ls|ll|la|dir|vdir|exa|eza|lsd|df|du|dust|duf|ncdu|free|uptime|w|who|whoami|id|groups|users|last|lastb|lastlog|finger|uname|arch|nproc|lscpu|lsmem|lsblk|lspci|lsusb|lsmod|modinfo|lsof|lsns|lslocks|lsipc|blkid|findmnt|mountpoint|pgrep|pidof|ps|pstree|pmap|pwdx|prtstat|vmstat|iostat|mpstat|pidstat|nfsstat|numastat|dstat|top|slabtop|iotop|iftop|nethogs|atop|glances|smem|sensors|acpi|dmidecode|lshw|inxi|hwinfo|systemd-analyze|systemd-cgls|systemd-cgtop|systemd-detect-virt|lsb_release|hostid|runlevel|printenv|pathchk|mesg|sw_vers|system_profiler|vm_stat|neofetch
reads     htop|btop
reads     sar                    !-o
reads     yq                     !-i !--inplace !-s !--split-exp
writes    yq                     -i|--inplace >all
reads     tree                   !-o !-R
reads     uniq                   $
reads     uniq                   * $
writes    uniq                   * * >1
reads     sort                   !-o !--output !--compress-program
writes    sort                   -o|--output >-o|--output
reads     shuf                   !-o !--output
reads     iconv                  !-o !--output
reads     xxd                    !-r $
reads     xxd                    !-r * $
reads     date                   $ !-s !--set
reads     date                   +* $ !-s !--set
destroys  date                   -s|--set
reads     hostname               $ !-F !--file
destroys  hostname               *
reads     hostnamectl            $
reads     hostnamectl            status|hostname $
reads     timedatectl            $
reads     timedatectl            status|show|list-timezones|timesync-status|show-timesync
destroys  timedatectl            set-time|set-timezone|set-ntp|set-local-rtc
reads     localectl|loginctl     $
reads     localectl|loginctl     status|list-*|show-*|session-status|user-status|seat-status
destroys  loginctl               terminate-*|kill-*
reads     env                    $
reads     find                   !-delete !-fprint !-fprint0 !-fprintf !-fls
destroys  find                   -delete
unknown   find                   -fprint|-fprint0|-fprintf|-fls
reads     fd|fdfind              !-x !--exec !-X !--exec-batch
awk       awk|gawk|mawk|nawk
sed       sed|gsed
reads     xargs|time|nice $
unknown   sudo|doas              -i|-s|-e|--login|--shell|--edit
unknown   su                     !-c !--command
through   su|runuser             -c|--command
through   runuser                -u|--user *
through   bash|sh|zsh|dash|ksh|ash -c
through   bash|sh|zsh|dash|ksh|ash $
through   bash|sh|zsh|dash|ksh|ash -s
script    bash|sh|zsh|dash|ksh|ash|fish|source|. *
through   eval
reads     trap                   $
reads     trap                   EXIT|INT|TERM|ERR|HUP|SIG*|-
through   trap                   *
reads     command                -v|-V *
reads     kill                   -l|-0|-L
destroys  kill                   !-l !-0 !-L
destroys  killall|pkill|skill|xkill
reads     fuser                  !-k !--kill
destroys  fuser                  -k|--kill
reads     renice                 --version
changes   renice|taskset|ionice|chrt|numactl
reads     mount                  $ !-a !--all
changes   mount                  *
changes   mount                  -a|--all
destroys  umount|swapoff|fsck|fsck.*|e2fsck|xfs_repair|resize2fs|xfs_growfs|growpart|tune2fs|mkfs|mkfs.*|mke2fs|mkswap|wipefs|shred|blkdiscard|badblocks|hdparm|sgdisk|cryptsetup|dmsetup
reads     losetup                $ !-d !-D !-f
reads     losetup                -l|--list|-a|--all
reads     mdadm                  --detail|-D|--examine|-E|--query|-Q
destroys  mdadm                  --stop|-S|--fail|-f|--remove|-r|--zero-superblock|--create|-C|--assemble|-A|--grow|-G|--add|-a|--re-add
changes   swapon                 *
reads     swapon                 -s|--show
reads     fdisk|sfdisk|parted|gdisk -l|--list
destroys  fdisk|sfdisk|parted|gdisk !-l !--list
reads!    parted                 * print $
reads!    parted                 * print free|all|devices $
reads     smartctl               -a|-A|-H|-i|-l|-x|--all|--health|--info !-t !--test !-s !--smart
reads     pvs|vgs|lvs|pvdisplay|vgdisplay|lvdisplay|pvscan|vgscan|lvscan
destroys  lvremove|vgremove|pvremove|lvreduce|vgreduce|lvresize|lvextend|vgextend|pvmove|lvconvert|pvcreate|vgcreate|lvcreate|lvchange|vgchange
reads     zfs                    list|get|diff|holds|userspace|groupspace
changes   zfs                    snapshot|snap|hold|bookmark|mount|create
destroys  zfs                    destroy|rollback|receive|recv|set|inherit|promote|rename|unmount|release|clone
unknown   zfs                    send
reads     zpool                  status|list|get|iostat|history|events
changes   zpool                  scrub|online
destroys  zpool                  destroy|detach|offline|remove|replace|export|import|clear|labelclear|create|add|attach|split|upgrade|set
changes   mkdir|touch|rmdir|sync|logger|mktemp|mkfifo
destroys  rm                     -r
destroys  rm                     -R
destroys  rm                     --recursive
destroys  rm                     $
destroys  rm                     ** *\**
destroys  rm|unlink              ** *$*
writes    rm|unlink              * >all
writes    mv                     >all
writes    cp|install|ln          * >last
writes    cp|mv                  -t|--target-directory >-t|--target-directory
writes    tee                    >all
reads     tee                    $
writes    split|csplit           * * >last
changes   split|csplit           * $
changes   split                  $
destroys  truncate
destroys  dd                     ** of=*$*
writes    dd                     ** of=* >of=
reads     dd                     
writes    chmod|chown|chgrp|chattr|setfacl * >all
destroys  chmod|chown|chgrp      -R|--recursive
writes    patch                  !--dry-run >all
reads     patch                  --dry-run
reads     tar                    -t|--list !-x !-c !-I !--to-command !--checkpoint-action !--use-compress-program
reads     tar                    t*f* ** !-x !-c !-I !--to-command !--checkpoint-action !--use-compress-program
writes    tar                    -c|--create !--remove-files >-f|--file
writes    tar                    c*f* * >1
writes    tar                    -x|--extract|--get !-P !--to-command >-C|--directory?
writes    tar                    x*f* * !-P !--to-command >-C|--directory?
reads     zipinfo|lsar
reads     unzip                  -l|-t|-v|-Z|-p
writes    unzip                  !-l !-t !-v !-Z !-p >-d?
writes    zip                    * >0
reads     gzip|gunzip|bzip2|bunzip2|xz|unxz|zstd|unzstd|lz4 -l|-t|-c|--list|--test|--stdout|--to-stdout
reads     gzip|gunzip|bzip2|bunzip2|xz|unxz|zstd|unzstd|lz4 $
writes    gzip|gunzip|bzip2|bunzip2|xz|unxz|zstd|unzstd|lz4 !-l !-t !-c !--list !--test !--stdout !--to-stdout * >all
reads     pv|envsubst|gettext|ts
writes    sponge                 * >0
reads     watch                  $
reads     nano|vi|vim|nvim|view|emacs|ed|ex|pico|joe|micro --version
unknown   nano|vi|vim|nvim|emacs|ed|ex|pico|joe|micro|visudo|vipw|vigr|sudoedit
reads     view
unknown   open|xdg-open|code|script|screen|expect|at|batch|gdb|strace|ltrace|perf|bpftrace|crash
reads     tmux|screen            ls|list-sessions|-ls|-list
unknown   tmux
`;
