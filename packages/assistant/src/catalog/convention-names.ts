/**
 * What people call the attributes of OpenTelemetry's conventions, whose names say it otherwise; each with its older name.
 * Words in their one form, without spaces.
 */
export const CONVENTION_NAMES: readonly (readonly [name: RegExp, words: readonly string[]])[] = [
  [/^messaging\.destination(?:\.name)?$/, ['queue', 'topic', 'queuename', 'topicname', 'messagequeue', 'destination']],
  [/^messaging\.message\.(?:body|envelope|payload)[._]?size/, ['messagesize', 'payloadsize', 'sizeofmessage']],
  [/^messaging\.system$/, ['broker', 'messagebroker', 'messagingsystem']],
  [/^messaging\.operation(?:\.(?:type|name))?$/, ['messagingoperation', 'messageoperation']],
  [/^messaging\.consumer\.group(?:\.name)?$/, ['consumergroup']],
  [
    /^db\.(?:collection\.name|sql\.table|mongodb\.collection)$/,
    ['table', 'tablename', 'dbtable', 'databasetable', 'collection'],
  ],
  [
    /^db\.operation(?:\.name)?$/,
    ['dboperation', 'databaseoperation', 'sqloperation', 'sqlcommand', 'sqlverb', 'querytype'],
  ],
  [/^db\.(?:query\.text|statement)$/, ['sql', 'statement', 'querytext', 'sqlstatement', 'dbstatement']],
  [/^db\.response\.returned_rows$/, ['row', 'rowcount', 'returnedrow', 'rowreturned', 'numberofrow']],
  [
    /^db\.system(?:\.name)?$/,
    ['dbsystem', 'databasesystem', 'databasetype', 'databaseengine', 'dbengine', 'typeofdatabase'],
  ],
  [/^rpc\.method$/, ['rpcmethod', 'grpcmethod']],
  [/^rpc\.service$/, ['rpcservice', 'grpcservice']],
  [
    /^(?:server\.address|net\.peer\.name|peer\.service)$/,
    ['remotehost', 'externalhost', 'upstreamhost', 'downstreamhost', 'calledhost', 'targethost', 'thirdparty'],
  ],
  [
    /^(?:client\.address|source\.address|net\.(?:sock\.)?peer\.(?:ip|addr)|http\.client_ip|remote_?addr(?:ess)?)$/,
    ['ip', 'ipaddress', 'clientip', 'sourceip', 'remoteip', 'clientaddress'],
  ],
  [/^rpc\.grpc\.status_code$/, ['grpcstatuscode', 'grpcstatus', 'rpcstatus', 'rpcstatuscode', 'grpccode']],
  [/^user_agent\.original$|^http\.user_agent$/, ['useragent', 'browser']],
  [
    /^http\.response\.(?:body\.size|size)$|^http\.response_content_length$/,
    ['responsesize', 'bodysize', 'sizeofresponse'],
  ],
  [/^http\.request\.(?:body\.size|size)$|^http\.request_content_length$/, ['requestsize', 'sizeofrequest']],
  [/^feature_flag\.key$/, ['featureflag', 'flag']],
  [/^feature_flag\.(?:result\.)?variant$/, ['flagvariant', 'featureflagvariant', 'variant']],
  [
    /^(?:edge|cdn)[._]?(?:pop|site|location)$|^pop$/,
    ['edge', 'edgelocation', 'edgesite', 'edgenode', 'pop', 'pointofpresence', 'cdnlocation'],
  ],
  [/^deployment\.environment(?:\.name)?$/, ['env', 'stage']],
];
