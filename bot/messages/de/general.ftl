### Discord: what several commands share

discord-previous = Zurück
discord-next = Weiter
discord-not-yours = Nur wer diese Liste geöffnet hat, kann darin blättern. Mit demselben Befehl bekommst du deine eigene.
discord-stopping = Ich starte gerade neu. Versuch es bitte in einer Minute noch einmal.
discord-no-previous-page = Diese Seite gibt es nicht mehr.
confirm-leave = So lassen
confirm-left = Nichts wurde geändert.
