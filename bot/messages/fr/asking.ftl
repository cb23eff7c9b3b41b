### Discord : poser une question, la suivante, et où

follow-up = Autre question
follow-up-title = Poser la question suivante
follow-up-label = Ta question suivante
follow-up-example = Qui a construit le phare ?
follow-up-by = { $name } pose une autre question
asking-not-here = Un admin de ce serveur m’a demandé de rester muet dans ce salon. Pose-moi ta question dans un autre, ou écris-moi en message privé.
asking-not-here-but = Sur ce serveur, je réponds dans { $channels }. Pose-moi ta question là-bas, ou écris-moi en message privé.
asking-no-words = Ce message ne contient pas de mots que je puisse chercher. Choisis-en un avec du texte, ou utilise `/{ discord-ask.name }`.
discord-ask-the-articles-about-this = Interroger les articles
    .name = Interroger les articles
help-follow = **Continue** avec *{ follow-up }* sous une réponse, en y répondant ou en me mentionnant encore ; en anglais, “And who built it?” se comprend aussi. Dans le menu d’un message, sous *Applications*, il y a *{ discord-ask-the-articles-about-this.name }*.
