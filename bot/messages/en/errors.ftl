### Discord: errors

error-title = That did not work
error-refused-title = Not possible
error-unexpected = Something went wrong that should not have. Please tell an admin this id: `{ $id }`
error-no-permission = Only people who may manage this server can do that.
error-articles-of-all = All servers that I am in share the articles, so here only whoever runs me can do that. The operator can let the admins of this server do it too: with its id, `{ $server }`, in the setting `ADMIN_SERVERS`.
error-server-only = That works only in a server.
error-command-changed = My commands have changed. Reload Discord (Ctrl+R) and try again.
error-took-too-long = That took too long and was given up. Please try again in a moment.
error-date = I cannot read “{ $text }” as a day. Write it like 2026-05-02, 2 May 2026 or May 2026.
error-date-ambiguous = “{ $text }” could be two different days. Write it like 2026-05-02 or 2 May 2026.
error-date-order = Nothing lies between the two days: “since” ({ $since }) is later than “until” ({ $until }).
error-publisher = No article is published by “{ $name }”.
error-publisher-near = No article is published by “{ $name }”. Did you mean { $near }?
error-discord = Discord did not take my reply just now. Please try again in a moment.
error-forbidden = I am missing a permission for that here. Please tell an admin of this server.
