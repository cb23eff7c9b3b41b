### Discord: fragen, nachfragen, und wo

follow-up = Nachfragen
follow-up-title = Weiter fragen
follow-up-label = Deine nächste Frage
follow-up-example = Wer hat den Leuchtturm gebaut?
follow-up-by = { $name } fragt weiter
asking-not-here = Ein Admin dieses Servers hat mich gebeten, in diesem Kanal still zu sein. Frag mich in einem anderen oder schreib mir direkt.
asking-not-here-but = Auf diesem Server antworte ich in { $channels }. Frag mich dort oder schreib mir direkt.
asking-no-words = In dieser Nachricht stehen keine Worte, nach denen ich suchen könnte. Nimm eine mit Text, oder `/{ discord-ask.name }`.
discord-ask-the-articles-about-this = Die Artikel dazu fragen
    .name = Die Artikel dazu fragen
help-follow = **Nachfragen** kannst du mit *{ follow-up }* unter einer Antwort, indem du auf sie antwortest oder mich wieder erwähnst: Auf Englisch wird auch “And who built it?” verstanden. Im Menü einer Nachricht gibt es unter *Apps* den Punkt *{ discord-ask-the-articles-about-this.name }*.
