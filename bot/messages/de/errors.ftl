### Discord: errors

error-title = Das hat nicht geklappt
error-refused-title = Nicht möglich
error-unexpected = Etwas ist schiefgegangen, das nicht hätte schiefgehen dürfen. Bitte nenn einem Admin diese Kennung: `{ $id }`
error-no-permission = Das können nur Leute, die diesen Server verwalten dürfen.
error-articles-of-all = Alle Server, auf denen ich bin, haben dieselben Artikel; deshalb kann das hier nur, wer mich betreibt. Auch die Admins dieses Servers können es, wenn seine ID `{ $server }` in der Einstellung `ADMIN_SERVERS` steht.
error-server-only = Das geht nur auf einem Server.
error-command-changed = Meine Befehle haben sich geändert. Lade Discord neu (Strg+R) und versuch es noch einmal.
error-took-too-long = Das hat zu lange gedauert und wurde aufgegeben. Versuch es bitte gleich noch einmal.
error-date = „{ $text }“ kann ich nicht als Tag lesen. Schreib ihn so: 2.5.2026, 2. Mai 2026 oder Mai 2026.
error-date-ambiguous = „{ $text }“ könnten zwei verschiedene Tage sein. Schreib ihn so: 2.5.2026 oder 2. Mai 2026.
error-date-order = Zwischen den beiden Tagen liegt nichts: „{ discord-ask-since.name }“ ({ $since }) ist später als „{ discord-ask-until.name }“ ({ $until }).
error-publisher = Kein Artikel hat „{ $name }“ als Herausgeber.
error-publisher-near = Kein Artikel hat „{ $name }“ als Herausgeber. Meinst du { $near }?
error-discord = Discord hat meine Antwort gerade nicht angenommen. Bitte versuch es gleich noch einmal.
error-forbidden = Dafür fehlt mir hier eine Berechtigung. Bitte sag es einem Admin dieses Servers.
