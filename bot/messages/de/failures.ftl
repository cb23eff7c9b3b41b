### Discord: was ein eigener Fehler des Bots für jemanden bedeutet, der nur fragt

failure-search = Die Suche ist gerade nicht da. Versuche es in einer Minute noch einmal.
failure-index = Ich habe gerade keine Artikel, aus denen ich antworten kann. Wer mich betreibt, muss nach dem Index sehen.
failure-storage = Ich kann gerade nichts speichern: Meine Festplatte ist voll oder darf nicht beschrieben werden. Wer mich betreibt, muss danach sehen.
failure-settings = Ich kann gerade nicht lesen, was die Admins dieses Servers festgelegt haben, und beantworte hier deshalb nichts, bis es wieder geht. Wer mich betreibt, muss danach sehen.
failure-busy = An den Artikeln wird gerade gearbeitet. Versuche es später noch einmal.
failure-other = Das ging gerade nicht. Versuche es später noch einmal.
failure-id = -# Fehler `{ $id }`: Unter dieser Nummer findet, wer mich betreibt, die Einzelheiten im Protokoll.
