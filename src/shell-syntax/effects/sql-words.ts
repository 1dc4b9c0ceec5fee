import type { Effect } from '../../model/index.ts';

/** What a statement does, by its first words; a statement that begins with none of them is `unknown`. */
export const STATEMENTS: readonly (readonly [RegExp, Effect])[] = [
  [/^(?:select|with|explain|values|table)\b/, 'reads'],
  [/^(?:show|describe|desc|pragma\s+\w+\s*(?:\(|$)|use|begin|start\s+transaction|commit|end|rollback|abort|savepoint|release|fetch|declare|close|help|status|print|list)\b/, 'reads'],
  [/^copy\b[\s\S]*\bprogram\b/, 'unknown'],
  [/^set\s+(?:global|persist|password|persist_only)\b/, 'destroys'],
  [/^set\s[^;]*@@(?:global|persist|persist_only)\b|^reset\s+(?:master|slave|replica|binary|persist)\b/, 'destroys'],
  [/^(?:set|reset)\b/, 'reads'],
  [/^insert\b[\s\S]*\bon\s+(?:duplicate\s+key\s+update|conflict\b[\s\S]*\bdo\s+update)\b/, 'destroys'],
  [/^create\s+or\s+replace\b/, 'destroys'],
  [/^create\s+(?:user|role|login|subscription|publication|server)\b/, 'destroys'],
  [/^(?:create|insert|analyze|vacuum\s+(?!full\b)\w*|vacuum$|comment|optimize|checkpoint|notify|copy\s+\S+(?:\s*\([^)]*\))?\s+from\b)/, 'changes'],
  [/^copy\b[\s\S]*\bto\s+stdout\b/, 'reads'],
  [/^(?:drop|truncate|delete|update|alter|reindex|vacuum|grant|revoke|merge|replace|upsert|rename|kill|flush|purge|shutdown|restart|stop|start|change|refresh|reassign|discard|lock|load|import|restore|system|detach|attach|cluster|move|stepdown|security|rotate|resume|pause|reconnect|reload|disable|enable|suspend|wait_close)\b/, 'destroys'],
];

/** Words in a query that change something although it begins like a question: a common table expression that writes, `SELECT … INTO`, row locks. */
export const CHANGING_PARTS: readonly (readonly [RegExp, Effect])[] = [
  [/\b(?:delete\s+from|update\s+[\w."]+\s+(?:as\s+\w+\s+|\w+\s+)?set|merge\s+into|truncate|drop\s+\w+|alter\s+\w+)\b/, 'destroys'],
  [/\binsert\s+into\b/, 'changes'],
  [/\binto\b|\bfor\s+(?:no\s+key\s+)?(?:update|share|key\s+share)\b/, 'unknown'],
];

/** Functions of a query that destroy. */
export const DESTROYING_FUNCTIONS = /^(?:pg_terminate_backend|pg_cancel_backend|pg_promote|pg_drop_replication_slot|pg_replication_slot_advance|pg_switch_wal|pg_switch_xlog|pg_reload_conf|pg_rotate_logfile|pg_wal_replay_\w+|pg_advisory_unlock_all|pg_stat_reset\w*|pg_stat_statements_reset|pg_create_\w+|lo_unlink|lo_import|lo_export|setval|dblink_exec|pg_file_write|pg_logical_emit_message|set_config)$/;

/** Functions that only compute or look; any other makes a query `unknown`. */
export const READING_FUNCTIONS: ReadonlySet<string> = new Set(
  ('count sum avg min max now coalesce nullif greatest least round ceil ceiling floor abs mod power sqrt sign trunc length char_length octet_length lower upper initcap trim ltrim rtrim btrim lpad rpad substring substr left right replace reverse repeat split_part strpos position concat concat_ws format quote_ident quote_literal ' +
    'string_agg array_agg group_concat json_agg jsonb_agg json_object_agg jsonb_object_agg json_build_object jsonb_build_object to_json to_jsonb row_to_json json_extract json_extract_path_text jsonb_array_elements jsonb_array_elements_text jsonb_pretty json_array_elements jsonb_each jsonb_object_keys jsonb_array_length array_length array_to_string unnest cardinality any all some exists ' +
    'date_trunc date_part date_add date_sub datediff timestampdiff date_format strftime datetime date time extract age interval to_char to_date to_timestamp to_number unix_timestamp from_unixtime current_date current_time current_timestamp clock_timestamp statement_timestamp transaction_timestamp localtimestamp getdate sysdate curdate curtime year month day hour minute second make_interval julianday ' +
    'row_number rank dense_rank ntile lag lead first_value last_value nth_value over partition filter within percentile_cont percentile_disc stddev variance bool_and bool_or every corr generate_series ' +
    'cast convert try_cast if ifnull iif case when then decode nvl isnull in not and or as from where on using values select with having by limit distinct union except intersect join like ilike similar between md5 sha1 sha2 hex unhex encode crc32 cume_dist typeof pg_typeof regexp_replace regexp_matches regexp_match regexp_like regexp_substr ' +
    'version database schema user current_user session_user current_database current_schema current_schemas current_setting connection_id inet_server_addr inet_server_port inet_client_addr pg_backend_pid pg_postmaster_start_time pg_conf_load_time pg_is_in_recovery pg_is_wal_replay_paused pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp pg_last_xlog_receive_location pg_last_xlog_replay_location pg_current_wal_lsn pg_current_wal_insert_lsn pg_current_wal_flush_lsn pg_current_xlog_location pg_wal_lsn_diff pg_xlog_location_diff pg_lsn pg_walfile_name pg_xlogfile_name ' +
    'pg_size_pretty pg_size_bytes pg_database_size pg_relation_size pg_total_relation_size pg_table_size pg_indexes_size pg_tablespace_size pg_column_size pg_blocking_pids pg_safe_snapshot_blocking_pids pg_get_indexdef pg_get_viewdef pg_get_functiondef pg_get_constraintdef pg_get_expr pg_get_userbyid pg_stat_get_activity pg_stat_get_backend_pid pg_ls_waldir pg_ls_logdir pg_show_all_settings pg_stat_get_wal_senders pg_tablespace_location pg_encoding_to_char pg_relation_filepath has_table_privilege has_schema_privilege has_database_privilege obj_description col_description to_regclass regclass txid_current_if_assigned pg_control_checkpoint pg_control_system pg_stat_statements_info ' +
    'toint32 toint64 touint64 tostring todate todatetime tostartofhour tostartofday tostartofminute uniq uniqexact quantile arrayjoin hostname formatreadablesize formatreadablequantity dictget token writetime ttl blobastext toyyyymm').split(' '),
);

/** The own commands of psql and sqlite3 that only look, or change how output looks. */
export const LOOKING_META = /^\.(?:tables|schema|databases|headers?|mode|indexes|indices|quit|exit|width|dbinfo|show|timer|help)\b[^|]*$|^\\(?:d\w*\+?|l\+?|x|q|quit|timing|conninfo|pset|a|t|H|z|sf\+?|sv\+?|h|\?|encoding|echo|c|connect|dn|gx|watch|set|unset|prompt)(?:[ \t][^\\;|]*)?$/;
