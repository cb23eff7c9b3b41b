### Discord: die Knöpfe unter einer Antwort

reply-gone = Diese Antwort ist älter als { $days } Tage, darum gehen ihre Knöpfe nicht mehr. Stell die Frage noch einmal, dann bekommst du sie nach dem heutigen Stand der Artikel.
reply-share = Teilen
reply-shared-by = Geteilt von { $who }
reply-shared-already = Diese Antwort ist schon geteilt.
reply-share-may-not = Du darfst hier nicht schreiben, darum kann ich die Antwort nicht in deinem Namen teilen.
reply-share-bot-may-not = Ich darf in diesem Kanal nicht schreiben. Frag dort, wo ich es darf, oder bitte einen Admin, es mir zu erlauben.
reply-delete = Löschen
reply-delete-not-yours = Nur wer gefragt hat und die Moderation können diese Antwort löschen.
reply-no-embeds = Hier kann ich keine Antworten zeigen: Mir fehlt in diesem Kanal die Berechtigung „Links einbetten“. Ein Admin kann sie mir geben; bis dahin geht `/{ discord-ask.name }`.
