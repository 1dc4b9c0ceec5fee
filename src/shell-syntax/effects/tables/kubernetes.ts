/** Kubernetes, containers, images and what delivers to them. Format: see `../table.ts`. */
export const KUBERNETES = String.raw`
reads!    kubectl|oc|k           --dry-run=client|server|true
reads     kubectl|oc|k           get|describe|logs|top|explain|version|api-resources|api-versions|diff|wait|events|completion|options|whoami|status
reads     kubectl|oc|k           cluster-info !--output-directory
reads     kubectl|oc|k           kustomize !-o !--output
reads     kubectl|oc|k           rollout status|history
reads     kubectl|oc|k           auth can-i|whoami
reads     kubectl|oc|k           config view|current-context|get-contexts|get-clusters|get-users
changes   kubectl|oc|k           config use-context|set-context|use|rename-context|set-cluster
unknown   kubectl|oc|k           config delete-*|unset|set|set-credentials
reads     kubectl|oc|k           plugin list
reads     kubectl|oc|k           port-forward
changes   kubectl|oc|k           cordon|uncordon|annotate|label|expose|autoscale|scale|proxy|run|project
changes   kubectl|oc|k           rollout pause|resume
changes   kubectl|oc|k           create namespace|ns|configmap|cm|job|cronjob|service|svc|ingress|quota|priorityclass|poddisruptionbudget|pdb
unknown   kubectl|oc|k           run|attach|debug
through   kubectl|oc|k           exec|rsh
through   kubectl|oc|k           debug|run
writes    kubectl|oc|k           cp|rsync * >last
destroys  kubectl|oc|k           delete|apply|replace|drain|taint|patch|edit
destroys  kubectl|oc|k           create !--dry-run -f|--filename|-k
destroys  kubectl|oc|k           create secret|token|clusterrolebinding|rolebinding|role|clusterrole|serviceaccount|sa|deployment|deploy
destroys  kubectl|oc|k           certificate approve|deny
destroys  kubectl|oc|k           scale --replicas=0
destroys  kubectl|oc|k           label|annotate ** *-
destroys  kubectl|oc|k           rollout undo|restart|cancel|retry|latest
destroys  kubectl|oc|k           set image|env|resources|selector|serviceaccount|subject|data|route-backends|volume|triggers|probe|build-secret|build-hook|deployment-hook|last-applied
destroys  kubectl|oc|k           adm drain|cordon|prune|taint|evict|upgrade|policy|certificate|release|reboot-machine-config-pool|restart-kubelet
destroys  oc                     start-build|cancel-build|new-app|new-build|import-image|tag|expose|rollback|process|policy|secrets|idle|deploy|new-project|extract
destroys  oc                     sa|serviceaccounts new-token|create-kubeconfig
reads     oc                     adm top|node-logs|inspect|must-gather
reads     oc                     sa|serviceaccounts get-token
reads     oc                     projects|registry
unknown   oc                     login|logout|registry
reads     kubectl                argo rollouts get|list|status|version|lint|dashboard
destroys  kubectl|oc|k           argo rollouts abort|undo|promote|restart|retry|set|terminate|delete|pause
reads     kubectl                cnpg status|version
destroys  kubectl|oc|k           cnpg promote|restart|destroy|hibernate|reload|maintenance|fencing
reads     kubectl                neat|tree|df-pv|get-all|who-can|access-matrix|view-allocations|resource-capacity $
reads     kubectl-argo-rollouts  get|list|status|version|lint
destroys  kubectl-argo-rollouts|kubectl-argo abort|undo|promote|restart|retry|set
destroys  kubectl-argo-rollouts|kubectl-argo rollouts abort|undo|promote|restart|retry|set|terminate
reads     kubectx|kubens         $
reads     kubectx|kubens         -c|--current
changes   kubectx|kubens         *
unknown   kubectx                -d
reads     stern|kubetail|kail|kubeval|kubeconform|kube-score|kubelinter|kube-linter|popeye|pluto|kubent|kubescape
reads     k9s                    --readonly
reads     argo                   list|get|logs|watch|version|lint|wait
destroys  argo                   delete|stop|terminate|submit|resubmit|retry|resume|suspend|cron
reads     argocd                 app|cluster|proj|repo|repocreds|cert|appset get|list|diff|history|logs|manifests|resources|wait
reads     argocd                 version|context $
reads     argocd                 account list|get|can-i|get-user-info
destroys  argocd                 app rollback|delete|sync|terminate-op|delete-resource|set|unset|patch|patch-resource|create|actions
destroys  argocd                 cluster|repo|proj|appset|repocreds|cert rm|delete|add|create|set|remove-*|add-*|add-tls
destroys  argocd                 account update-password|generate-token|delete-token
reads     flux                   get|logs|check|stats|tree|trace|events|version|diff|export
changes   flux                   reconcile|resume
destroys  flux                   delete|suspend|uninstall|bootstrap|install|create|push
reads!    helm|helm3             --dry-run
reads!    helm|helm3             --dry-run=client|server|true
reads     helm|helm3             list|ls|status|history|get|show|inspect|search|version|env|lint|verify|diff
reads     helm|helm3             template !--output-dir
reads     helm|helm3             repo|plugin|dependency|dep list|ls
changes   helm|helm3             repo add|update|remove
changes   helm|helm3             pull|fetch|package|create
changes   helm|helm3             dependency|dep update|build
destroys  helm|helm3             upgrade|install|uninstall|rollback|delete|del|push
unknown   helm|helm3             test|registry|plugin
reads     helmfile               list|diff|template|lint|status|build
destroys  helmfile               apply|sync|destroy|delete
reads     kustomize              build|version|cfg !-o !--output
reads     kubeadm                version
destroys  kubeadm                reset|init|join|upgrade
reads     kind|k3d               get|version|list
destroys  kind|k3d               delete|create|load
reads     minikube               status|ip|version|logs|profile
destroys  minikube               delete|stop|start
reads     eksctl                 get|info|version
destroys  eksctl                 create|delete|upgrade|scale|drain|update|set|unset|replace|enable|disable|associate
reads     rosa|ocm               list|describe|whoami|version|verify|get
destroys  rosa                   create|delete|edit|upgrade|install|uninstall|revoke|grant|link|unlink|hibernate|resume
unknown   ocm                    login|logout|backplane|tunnel
destroys  ocm                    delete|patch|post|create|edit
reads     velero                 backup|restore|schedule|backup-location|snapshot-location|repo|plugin get|describe|logs
reads     velero                 version|get|describe
changes   velero                 backup create
destroys  velero                 restore|schedule|backup-location|repo|plugin create
destroys  velero                 backup|restore|schedule|backup-location|repo|plugin delete|set|add|remove|pause|unpause
destroys  velero                 delete|install|uninstall
reads     istioctl               version|proxy-status|ps|proxy-config|pc|analyze|describe|validate|dashboard
destroys  istioctl               install|upgrade|uninstall|tag|kube-inject
reads     linkerd                check|version|stat|top|tap|routes|edges|diagnostics|viz
reads     cilium|hubble          status|version|observe|list|get
reads     calicoctl              get|version
destroys  calicoctl              delete|apply|replace|patch|create
reads     cmctl                  status|check|inspect|version
changes   cmctl                  renew
reads     kubeseal               --fetch-cert|--validate
reads     docker|podman|nerdctl  ps|logs|inspect|images|info|version|stats|top|events|port|diff|history|search|wait
reads     docker|podman|nerdctl  container|image|volume|network|node|service|stack|config|secret|plugin|context|system|swarm|manifest|buildx|builder|pod|machine ls|list|inspect|logs|ps|stats|top|port|diff|history|df|info|events|show|services|du|version|exists|tree
reads     docker|podman|nerdctl  context $
changes   docker|podman|nerdctl  pull|build|tag|create|start|unpause|commit|load|import|rename
writes    docker|podman|nerdctl  save|export >-o|--output
reads     docker|podman|nerdctl  save|export !-o !--output
writes    docker|podman|nerdctl  cp * >last
changes   docker|podman|nerdctl  image|container|volume|network|context|buildx pull|build|tag|create|start|unpause|connect|use|load
unknown   docker|podman|nerdctl  run|attach|login|logout
through   docker|podman|nerdctl  exec
through   docker|podman|nerdctl  run
destroys  docker|podman|nerdctl  rm|rmi|kill|stop|restart|push|pause|update
destroys  docker|podman|nerdctl  container|image|volume|network|system|builder|buildx|pod|machine rm|prune|kill|stop|restart|remove|push|disconnect|pause|update|reset
destroys  docker|podman|nerdctl  swarm leave|init|join|update|ca|unlock-key|join-token
destroys  docker|podman|nerdctl  service|stack|node rm|scale|update|rollback|create|deploy|down|up|demote|promote
destroys  docker|podman|nerdctl  secret|config create|rm
reads     docker+compose|docker-compose|podman+compose|podman-compose ps|logs|config|images|top|port|version|ls|events|stats|convert
changes   docker+compose|docker-compose|podman+compose|podman-compose pull|build|start|unpause|create|up
destroys  docker+compose|docker-compose|podman+compose|podman-compose down|rm|stop|kill|restart|push|pause|scale
destroys  docker+compose|docker-compose|podman+compose|podman-compose up --force-recreate|--renew-anon-volumes|-V|--remove-orphans|--build
through   docker+compose|docker-compose|podman+compose|podman-compose exec
unknown   docker+compose|docker-compose|podman+compose|podman-compose run
through   docker+compose|docker-compose|podman+compose|podman-compose run
reads     crictl                 ps|pods|images|img|inspect|inspecti|inspectp|imagefsinfo|logs|stats|statsp|info|version
reads     ctr                    info|version
through   crictl                 exec
reads     ctr                    image|images|i|container|containers|c|task|tasks|t|namespace|namespaces|ns|snapshot ls|list|info|ps|metrics
destroys  crictl|ctr             rm|rmi|rmp|stop|stopp|update
destroys  crictl|ctr             * rm|remove|delete|kill|del
changes   crictl                 pull|start
changes   ctr                    image|images|i pull|import|tag|label
reads     skopeo                 inspect|list-tags|--version
destroys  skopeo|crane|regctl|oras delete|copy|sync|push|cp|tag|append|mutate
reads     crane                  digest|manifest|ls|config|catalog|version|validate
reads     cosign                 verify|verify-attestation|verify-blob|tree|triangulate|version
destroys  cosign                 sign|attest|generate-key-pair|attach|clean|copy|upload
reads     trivy|grype|syft|dive
reads     lxc|incus              list|ls|info|version
reads     lxc|incus              config|profile|network|image|storage show|list|get|info
through   lxc|incus              exec
changes   lxc|incus              start|snapshot
destroys  lxc|incus              delete|stop|restart|restore|move|rename|init|launch|copy|publish|rebuild
reads     machinectl             $
reads     machinectl             list|status|show|list-images
destroys  machinectl             terminate|poweroff|reboot|kill|stop|remove
`;
