/** What prints a secret. Format: see `../table.ts`. */
export const REVEALING = String.raw`
revealing    kubectl|oc|k get secret|secrets|secret/*|secrets/*|*,secret*|secret*,* -o|--output|--template=yaml|json|jsonpath*|go-template*|custom-columns*
revealing    kubectl|oc|k get secret|secrets|secret/*|secrets/* --template
revealing    kubectl|oc|k config view --raw
revealing    kubectl|oc|k create token
revealing    kubectl view-secret
revealing    oc whoami -t|--show-token
revealing    oc extract
revealing    oc sa get-token
revealing    env $
revealing    printenv
revealing    export|declare|set|typeset $
revealing    cat|less|more|head|tail|bat|strings|tac|nl|xxd|base64 ** .env|.env.*|*/.env|*/.env.*|*.env|*.pem|*.key|*id_rsa|*id_ed25519|*id_ecdsa|*credentials|*credentials.json|*.pgpass|*.netrc|*.my.cnf|*/.kube/config|*kubeconfig|*.kubeconfig|*/shadow|*secrets.y*ml|*secret.y*ml|*secrets.json|*password|*passwords|*.htpasswd|*master.key|*/environ|*.dockercfg|*/.docker/config.json|*token|*vault.yml|*/run/secrets/*|*/etc/secrets/*
revealing    grep|egrep|zgrep|rg|awk|sed|jq|yq * ** .env|.env.*|*/.env|*/.env.*|*.env|*.pem|*.key|*id_rsa|*id_ed25519|*id_ecdsa|*credentials|*credentials.json|*.pgpass|*.netrc|*.my.cnf|*/.kube/config|*kubeconfig|*.kubeconfig|*/shadow|*secrets.y*ml|*secret.y*ml|*secrets.json|*password|*passwords|*.htpasswd|*master.key|*/environ|*.dockercfg|*/.docker/config.json|*token|*vault.yml|*/run/secrets/*|*/etc/secrets/*
revealing    heroku config|config:get|pg:credentials:url|auth:token|redis:credentials|pg:backups:url
revealing    aws secretsmanager get-secret-value|batch-get-secret-value
revealing    aws ssm get-parameter|get-parameters|get-parameters-by-path --with-decryption
revealing    aws sts assume-*|get-session-token|get-federation-token
revealing    aws iam create-access-key
revealing    aws * get-login-password|get-authorization-token|get-cluster-credentials|generate-db-auth-token|get-role-credentials
revealing    aws configure export-credentials|get
revealing    aws s3 presign
revealing    gcloud secrets versions access
revealing    gcloud auth print-access-token|print-identity-token
revealing    gcloud auth application-default print-access-token
revealing    az keyvault secret show|download
revealing    az account get-access-token
revealing    az ** list-keys|show-connection-string|list-connection-strings|keys
revealing    az acr|storage|redis|cosmosdb|webapp credential|account|keys|list-keys show|keys|list
revealing    vault kv|read|token|unwrap|write get|lookup|create
revealing    vault read|unwrap
revealing    consul acl token read|create|list
revealing    nomad var get
revealing    op read
revealing    op item|document get
revealing    pass|gopass show
revealing    sops -d|--decrypt
revealing    sops decrypt
revealing    ansible-vault view|decrypt
revealing    doppler secrets
revealing    chamber read|export|env
revealing    terraform|tofu output
revealing    terraform|tofu state show|pull
revealing    pulumi stack output --show-secrets
revealing    gh auth token
revealing    glab auth status -t|--show-token
revealing    docker|podman|nerdctl inspect
revealing    docker|podman|nerdctl container inspect
revealing    docker+compose|docker-compose config
revealing    fly|flyctl auth token
revealing    argocd admin initial-password
revealing    knife vault show
revealing    knife data bag show
revealing    git credential fill
revealing    security find-generic-password|find-internet-password
revealing    secret-tool lookup
revealing    openssl rsa|ec|pkey|pkcs12|genrsa|genpkey|rand !-out !-pubout
revealing    gpg|gpg2 --export-secret-keys|--export-secret-key
revealing    wg genkey|genpsk|showconf
revealing    patronictl show-config
revealing    redis-cli|valkey-cli config get requirepass|masterauth|\*
revealing    rails credentials:show|secrets:show
revealing    supabase status
revealing    vercel env pull
revealing    gitlab-rake gitlab:env:info
`;
