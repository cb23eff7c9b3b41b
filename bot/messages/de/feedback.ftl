### Discord: was Leute von Antworten halten, und was in den Artikeln fehlt

discord-feedback = Was Leute von meinen Antworten halten, und was in den Artikeln fehlt (für Admins)
    .name = rückmeldungen
discord-feedback-summary = Hilfreich oder nicht, welche Artikel in der Kritik standen, und warum
    .name = überblick
discord-feedback-summary-days = Über wie viele Tage; 30, wenn du es weglässt
    .name = tage
discord-feedback-unanswered = Fragen, die die Artikel nicht beantwortet haben: was in ihnen fehlt
    .name = unbeantwortet
discord-feedback-export = Testfragen aus echten Fragen, um die Antworten zu messen
    .name = exportieren
answer-logged = Fragen werden auf diesem Server aufgezeichnet · /{ discord-privacy.name } { discord-privacy-show.name }
feedback-helpful = Hilfreich
feedback-not-helpful = Nicht hilfreich
feedback-title = Was war nicht hilfreich?
feedback-label = Dein Grund
feedback-label-note = Darf leer bleiben. Wer sich um mich kümmert, liest ihn, ohne deinen Namen.
feedback-example = Die Zahl ist die des alten Leuchtturms.
feedback-thanks = Danke! Mit denselben Knöpfen kannst du es dir anders überlegen. { $question ->
    [logged] Ich behalte { $time } lang deine Stimme, deinen Grund, den Tag und die zitierten Artikel; auch die Frage, da dieser Server Fragen aufzeichnet.
    [agree] Ich behalte { $time } lang deine Stimme, deinen Grund, den Tag und die zitierten Artikel, nicht aber deine Frage. Wenn du zustimmst, behalte ich auch sie: Dann können Admins mich an ihr messen.
   *[none] Ich behalte { $time } lang deine Stimme, deinen Grund, den Tag und die zitierten Artikel, nicht aber die Frage.
}
feedback-keep-question = Auch meine Frage behalten
feedback-question-kept = Danke! Ich behalte diese Frage { $time } lang bei deiner Stimme: „{ $question }“
feedback-question-gone = Ich erinnere mich nicht mehr an deine Frage und kann sie deshalb nicht behalten. Deine Stimme zählt trotzdem.
feedback-summary-title = { $days ->
    [one] Rückmeldungen des letzten Tages
   *[other] Rückmeldungen der letzten { $days } Tage
}
feedback-summary-nothing = In dieser Zeit hat niemand eine Antwort bewertet. Die Knöpfe „Hilfreich“ und „Nicht hilfreich“ stehen unter jeder Antwort.
feedback-summary = **{ $helpful }** hilfreich, **{ $not_helpful }** nicht hilfreich: { $percent } % fanden die Antwort hilfreich.
feedback-summary-articles = **Zitiert, wo es nicht hilfreich war (Artikel):**
feedback-summary-article = - { $name } ({ $count })
feedback-summary-reasons = **Neueste Gründe:**
feedback-summary-reason = - { $day }: { $text }
feedback-unanswered-title = Was in den Artikeln fehlt
feedback-unanswered-about = Fragen, auf die ich keine Antwort fand, die neuesten zuerst, ähnliche zusammen:
feedback-unanswered-no-more = -# Auf diesem Server werden Fragen nicht mehr aufgezeichnet; diese sind von früher.
feedback-unanswered-line = { $number }. { $question } { $count ->
    [one] ({ $day })
   *[other] ({ $count }-mal, zuletzt am { $day })
}
feedback-unanswered-nothing = Jede Frage, die bisher aufgezeichnet wurde, bekam eine Antwort.
feedback-unanswered-not-logged = Auf diesem Server werden Fragen nicht aufgezeichnet, daher kann ich nicht sagen, welche ohne Antwort blieben. Mit `/{ discord-settings.name }` kannst du das einschalten; dann steht es unter jeder Antwort.
feedback-missing-menu = Welche davon beantworten die Artikel zu Recht nicht?
feedback-marked = { $count ->
    [one] Eine Frage ist
   *[other] { $count } Fragen sind
} als zu Recht nicht beantwortet markiert und stehen in `/{ discord-feedback.name } { discord-feedback-export.name }`.
feedback-export-title = Testfragen
feedback-export-nothing = Noch gibt es keine. Sie entstehen aus Antworten, die als hilfreich gelten und deren Frage behalten wurde, und aus denen, die du unter `/{ discord-feedback.name } { discord-feedback-unanswered.name }` markierst.
feedback-export-done = { $count ->
    [one] Die Datei enthält eine Frage.
   *[other] Die Datei enthält { $count } Fragen.
} Wer den Bot betreibt, kann ihn daran messen: `python -m bot evaluate --questions questions.jsonl`. Lies sie vorher: Eine hilfreiche Antwort muss keine richtige sein.
