### Discord: the settings of a server

discord-settings = What I do in this server: where and how I answer, who looks after me (for admins)
settings-filter-without = left out in this server: { $names }
settings-title = Settings of this server
settings-intro = What you set here holds at once, in this server only.
settings-choose = What would you like to change?
settings-back = All settings
settings-line = **{ $field }:** { $value }
settings-warning = ⚠️ { $text }
settings-done = ✅ { $changes }
settings-same = That is how it was already.
settings-change = { $field }: { $before } → { $after }
settings-audit = { $who } changed the settings.
    { $changes }
settings-topic = { $topic ->
    [where] Where I answer
    [how] How I answer
    [who] Who looks after me
    [articles] Articles
    [language] Language
   *[backup] Backup
}
settings-hint = { $topic ->
    [where] Channels that are answered, silent, or answered unasked
    [how] Short or whole, privately or for all, in threads
    [who] Admin roles, audit channel, whom to turn to, question log
    [articles] Publishers in or out
    [language] One language for all, or each person's own
   *[backup] Everything as a file, from a file, or as at the beginning
}
settings-about = { $topic ->
    [where] A category stands for all its channels, a channel or forum for its threads. Where I stay silent I answer nobody, wherever else it is chosen.
    [how] For the answers in this server. With `/ask` everybody can choose for themselves whether others see the answer.
    [who] Admin roles may use `/settings`, and the commands for the articles where the operator lets this server's admins do so; only people who may manage the server choose them. A refusal names the role or channel to turn to and pings nobody.
    [articles] Answers, suggestions and `/sources` in this server keep to these publishers. A publisher that is in both lists is out.
    [language] For what everyone in a channel sees. What only one person sees is in that person's language, and a quote stays as it was written.
   *[backup] A file holds all settings of this server. Reading one in shows first what it would change.
}
settings-field = { $field ->
    [answer_in] Answers only in
    [silent_in] Silent in
    [every_question_in] Every question answered in
    [style] Style
    [private] Answers to /ask
    [threads] Answers to mentions
    [admin_roles] Admin roles
    [audit_channel] Audit channel
    [escalation_role] Role to turn to
    [escalation_channel] Channel to turn to
    [log_questions] Question log
    [publishers_only] Only these publishers
    [publishers_never] Never these publishers
   *[language] Language
}
settings-empty = { $field ->
    [answer_in] everywhere
    [silent_in] nowhere
    [every_question_in] nowhere
    [admin_roles] none, only who may manage the server
    [publishers_only] all
   *[rest] none
}
settings-switch = { $field ->
    [private] { $on ->
        [yes] for whoever asks, unless they say otherwise
       *[no] for everyone, unless whoever asks says otherwise
    }
    [threads] { $on ->
        [yes] in a thread named after the question
       *[no] in the channel
    }
   *[log_questions] { $on ->
        [yes] on
       *[no] off
    }
}
settings-turn = { $field ->
    [private] { $on ->
        [yes] Answers privately: on
       *[no] Answers privately: off
    }
    [threads] { $on ->
        [yes] Answers in threads: on
       *[no] Answers in threads: off
    }
   *[log_questions] { $on ->
        [yes] Question log: on
       *[no] Question log: off
    }
}
settings-style = { $style ->
    [full] whole answers
    [short] short answers
   *[quotes] quotes only
}
settings-style-hint = { $style ->
    [full] All that the articles say to the question
    [short] The first statement, and what it needs
   *[quotes] Word for word from the articles, nothing reworded
}
settings-language = { $locale ->
    [en] English
    [de] Deutsch
    [es-ES] Español
    [fr] Français
    [pt-BR] Português do Brasil
    [uk] Українська
   *[none] each person's own
}
settings-pick = { $field ->
    [answer_in] Answer only in … (none: everywhere)
    [silent_in] Stay silent in … (none: nowhere)
    [every_question_in] Answer every question in … (none: nowhere)
    [admin_roles] Admin roles
    [audit_channel] Audit channel: a line for each change
    [escalation_role] Role that a refusal names
    [escalation_channel] Channel that a refusal names
    [publishers_only] Only these publishers (none: all)
   *[publishers_never] Never these publishers
}
settings-write = { $field ->
    [publishers_only] Only these publishers …
   *[publishers_never] Never these publishers …
}
settings-names = Publishers
settings-names-hint = One on each line, as /sources list names them; empty for none
settings-too-many-names = A list holds at most { $limit } publishers. Name those that are fewer: the ones in, or the ones out.
settings-and-more = { $names } + { $count }
settings-gone-channel = *deleted channel*
settings-gone-role = *deleted role*
settings-gone = { $kind ->
    [role] { $field }: a role that was chosen has been deleted since. Choose again to take it off the list.
   *[channel] { $field }: a channel that was chosen has been deleted since. Choose again to take it off the list.
}
settings-missing = In { $channel } I lack: { $permissions }. Give my role that permission there, or choose another channel.
settings-permission = { $name ->
    [view_channel] View Channel
    [send_messages] Send Messages
    [embed_links] Embed Links
    [read_message_history] Read Message History
    [create_public_threads] Create Public Threads
   *[send_messages_in_threads] Send Messages in Threads
}
settings-both = In { $channels } I stay silent, although they are chosen to be answered in.
settings-titles-only = My operator has not let me read messages that do not mention me. So of the channels where every question is answered I see only the titles of forum posts; elsewhere I answer when I am mentioned.
settings-not-everyone = @everyone cannot be chosen here: it would mean every member.
settings-no-such-channel = That channel is not there any more. Choose another one.
settings-no-such-role = That role is not there any more. Choose another one.
settings-out-of-date = This panel is out of date. Use `/settings` to open a new one.
settings-reset = { $all ->
    [yes] Reset everything
   *[no] Reset these
}
settings-reset-ask = This is how it would be afterwards:
settings-reset-confirm = Yes, reset
settings-reset-nothing = There is nothing to reset: all of this is as at the beginning.
settings-log-notice = { $who } has turned on this server's question log: from now on the questions that I am asked here are kept, so that the admins see what the articles do not answer. `/privacy` says what is kept and for how long, and takes it back.
settings-log-untold = The question log stays off: everyone has to be told of it, and I may not write in this channel. Open `/settings` in a channel where I may.
settings-export = Save as a file
settings-import = Read in a file
settings-exported = The file holds all settings of this server. Channels and roles go by their ids; the names beside them are for you.
settings-import-form-modal = Read in a file
settings-import-label = File
settings-import-hint = As “Save as a file” gave it
settings-import-too-large = The file has more than { $kilobytes } kB, and no settings are that large. Nothing was changed.
settings-import-unreadable = { $why ->
    [json] That is no JSON file, so nothing was changed. I read what “Save as a file” gives.
    [format] That is no file of settings, or one of a newer version of me, so nothing was changed. I read what “Save as a file” gives.
   *[field] I cannot use what the file says under “{ $where }”, so nothing was changed. I read what “Save as a file” gives.
}
settings-import-not-fetched = Discord did not give me the file. Please try again.
settings-import-ask = This would change:
settings-import-nothing = Everything in the file is set like that already.
settings-import-left-out = Left out of { $field }, since this server has no such channel or role: { $names }
settings-import-unindexed = No article of these publishers is there just now; they are kept on the list: { $names }
settings-import-confirm = Yes, set it so
settings-none-let-in = No article is of a publisher that this server’s admins let in.
settings-publisher-out = This server’s admins have left “{ $name }” out. Ask without it.
settings-help = **Set me up** for this server with `/settings`: where and how I answer, who looks after me, publishers, language.
settings-unreadable = What the servers’ admins chose cannot be read, so no question is answered in any server. The log says why; it is looked for again by itself.
settings-readable-again = What the servers’ admins chose can be read again, and questions are answered.
