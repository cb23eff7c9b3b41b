"""Beside the doctor: every word that it says. `_MEND` tells what to do about the phrase before it."""

NONE = "none"

PORTAL = "https://discord.com/developers/applications"
ACCOUNT_NONE = "DISCORD_TOKEN is not set, so nothing of Discord was looked at."
ACCOUNT_NONE_MEND = f"Create an application at {PORTAL}, reset its token under Bot, and put it into .env."
ACCOUNT_OK = "It is that of {name} ({id})."
ACCOUNT_REFUSED = "Discord does not know DISCORD_TOKEN."
ACCOUNT_REFUSED_MEND = f"Copy the bot's token again from {PORTAL} (Bot, Reset Token)."
DISCORD_REFUSES = "Discord answers {status}: {message}."
DISCORD_ELSEWHERE_MEND = "{base} was asked: if DISCORD_API_URL is set, check it; otherwise try again later."
DISCORD_AWAY = "{base} cannot be reached: {reason}."
DISCORD_AWAY_MEND = "Check this machine's connection and name service, then run the doctor again."

INTENTS_OK = "Privileged intents that it needs: {names}; no others are on."
INTENTS_MISSING = (
    "The settings need the privileged intent {names}, which is off: Discord closes the connection."
)
INTENTS_MISSING_MEND = f"Turn it on at {PORTAL} (Bot, Privileged Gateway Intents), or change the settings."
INTENTS_SPARE = "The privileged intent {names} is on, and the settings do not need it."
INTENTS_SPARE_MEND = f"Turn it off at {PORTAL} (Bot, Privileged Gateway Intents)."
TITLES_ONLY = (
    "Channels whose every question is answered are chosen in {count}; without MESSAGE_CONTENT the bot reads"
    " only the titles of forum posts there."
)
TITLES_ONLY_MEND = f"For other channels set MESSAGE_CONTENT=yes, and turn its intent on at {PORTAL} (Bot)."
INSTALL_OK = "Servers and persons can install it."
INSTALL_PRIVATE = "Only its owner can install it, in servers and for themselves."
CODE_GRANT = "Requires OAuth2 Code Grant is on, so the invite link does not work."
CODE_GRANT_MEND = f"Turn it off at {PORTAL} (Bot)."
NO_SERVER_INSTALL = "It cannot be installed in servers."
NO_USER_INSTALL = "Persons cannot install it for themselves; in servers it works."
INSTALL_MEND = f"Tick Guild Install and User Install at {PORTAL} (Installation)."
GATEWAY_AWAY = "Discord's gateway cannot be asked for: {reason}."
SESSIONS = "{left} of {total} connections are left, renewed within {hours} h."
SESSIONS_MEND = "Something starts the bot again and again: look at its log before Discord refuses it."
SHARDS = "This process runs {share}; Discord recommends {recommended}. Servers: {servers}."
SHARDS_MEND = "Take SHARD_COUNT away, or set it to {recommended} or more in all processes."
SHARDS_TOO_FEW_MEND = (
    "Discord refuses more than 2,500 servers a shard: set SHARD_COUNT to {recommended} or more."
)

SHARED = (
    "It is in {count}, and the admins of each may add and remove the articles of all: ADMIN_SERVERS"
    " names none."
)
SHARED_MEND = "Set ADMIN_SERVERS to the ids of the servers whose admins look after the articles."
NO_SERVERS = "It is in no server yet."
NO_SERVERS_MEND = "Open {invite}"
SERVERS_OK = "It has what it needs in each of them: {count}."
SERVER_LACKS = "In {name} it lacks {names} (to {whys})."
SERVER_LACKS_MEND = "Give that to the bot's role under Server Settings, Roles; or invite it again: {invite}"
SERVERS_MORE = "In {count} more of its {of} servers it lacks permissions."
AUDIT_OK = "It can write to #{name}."
AUDIT_AWAY = "The channel {id} cannot be seen: {reason}."
AUDIT_NO_CHANNEL = "{id} is no channel of a server."
AUDIT_LACKS = "In #{name} it lacks {names}."
AUDIT_MEND = "Allow the bot {names} there, or name another channel in AUDIT_CHANNEL or /settings."

DISK = "{folder} can be written; it takes {used}, and {free} are free."
DISK_MEND = "Check who owns {folder} and whether its disk is mounted for writing; or set DATA_DIR elsewhere."
DISK_TIGHT_MEND = "A build writes a new index beside the old one: make room, or lower KEEP_GENERATIONS."
OWN_FILE_NONE = "{file} is made at the first start."
OWN_FILE_OK = "{file} is whole."
OWN_FILE_DAMAGED = "{file} is damaged: {reason}."
OWN_FILE_MEND = (
    "Stop the bot, keep a copy of {file}, and put a backup in its place, or let it be made anew without one:"
    " then servers' settings and the buttons of old answers are lost."
)
OWN_FILE_NEWER = "{file} was written by a newer version of the bot."
OWN_FILE_NEWER_MEND = "Run that version, or put back the file from before."
EXAMINING = "Examining"
INDEX_OK = "{articles} in {chunks}, published on {day}; every part is whole."
INDEX_MEND = (
    "`python -m index doctor --repair` mends what can be mended; `python -m index build` makes it anew."
)
NO_INDEX = "Nothing is indexed yet; the first start does it."
NO_INDEX_MEND = "Put articles into {folder}, or run `python -m index build` now."
OTHER_MODEL = "It was built with the embedding model {built}, and the settings name {named}."
OTHER_MODEL_MEND = "Set EMBEDDING_MODEL back, or run `python -m index build`."
CHROMA_OK = "{url} answers and takes the token; {count}."
EMBEDDINGS_OK = "{model} answers ({dimensions} dimensions)."
EMBEDDINGS_AWAY = "EMBEDDING_BASE_URL does not give vectors: {reason}."
EMBEDDINGS_MEND = "Check EMBEDDING_BASE_URL, EMBEDDING_MODEL and EMBEDDING_API_KEY, and that the server runs."

NO_MODEL = "None is set: answers are quotes."
MODEL_OK = "{model} answers."
MODEL_SILENT = "{model} was asked and said nothing; answers may be quotes."
MODEL_FAILS = "{model} does not answer: {why}. Answers are quotes meanwhile."
MODEL_SLOW = "nothing within {seconds:g} s"
MODEL_AWAY_MEND = "Check LLM_BASE_URL and that the server runs."
MODEL_REJECTS_MEND = "Check LLM_MODEL and LLM_API_KEY: the server does not know one of them."

INVITE = "Invite it with exactly what it needs: {invite}"
HEALTHY = "Healthy: {ok} as it should be, {warnings} worth a look."
UNHEALTHY = "Not healthy: {broken} broken, {warnings} worth a look."
