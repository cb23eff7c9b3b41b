### Discord : les paramètres d’un serveur

discord-settings = Ce que je fais sur ce serveur : où et comment je réponds, qui s’occupe de moi (admins)
    .name = paramètres
settings-filter-without = exclus sur ce serveur : { $names }
settings-title = Paramètres de ce serveur
settings-intro = Ce que tu règles ici vaut aussitôt, et sur ce serveur seulement.
settings-choose = Que veux-tu changer ?
settings-back = Tous les paramètres
settings-line = **{ $field } :** { $value }
settings-warning = ⚠️ { $text }
settings-done = ✅ { $changes }
settings-same = C’était déjà le cas.
settings-change = { $field } : { $before } → { $after }
settings-audit = { $who } a changé les paramètres.
    { $changes }
settings-topic = { $topic ->
    [where] Où je réponds
    [how] Comment je réponds
    [who] Qui s’occupe de moi
    [articles] Articles
    [language] Langue
   *[backup] Sauvegarde
}
settings-hint = { $topic ->
    [where] Salons avec réponses, en silence, ou répondus sans mention
    [how] Courtes ou entières, en privé ou pour tous, dans des fils
    [who] Rôles d’admin, salon de suivi, à qui s’adresser, journal des questions
    [articles] Éditeurs retenus ou exclus
    [language] Une langue pour tous, ou celle de chaque personne
   *[backup] Tout dans un fichier, depuis un fichier, ou comme au début
}
settings-about = { $topic ->
    [where] Une catégorie vaut pour tous ses salons, un salon ou un forum pour ses fils. Là où je me tais, je ne réponds à personne, même si le salon est choisi ailleurs.
    [how] Pour les réponses sur ce serveur. Avec `/{ discord-ask.name }`, chaque personne choisit elle-même si les autres voient la réponse.
    [who] Les rôles d’admin peuvent utiliser `/{ discord-settings.name }`, et les commandes des articles là où l’opérateur le permet aux admins de ce serveur ; seules les personnes qui peuvent gérer le serveur les choisissent. Quand je ne trouve rien, je nomme le rôle ou le salon à qui s’adresser, sans notifier personne.
    [articles] Sur ce serveur, les réponses, les suggestions et `/{ discord-sources.name }` s’en tiennent à ces éditeurs. Un éditeur qui est dans les deux listes est exclu.
    [language] Pour ce que tout le monde voit dans un salon. Ce qu’une seule personne voit est dans sa langue, et une citation reste telle qu’elle a été écrite.
   *[backup] Un fichier contient tous les paramètres de ce serveur. Avant d’en lire un, je montre ce qu’il changerait.
}
settings-field = { $field ->
    [answer_in] Réponses seulement dans
    [silent_in] Silence dans
    [every_question_in] Réponse à chaque question dans
    [style] Style
    [private] Réponses à /{ discord-ask.name }
    [threads] Réponses aux mentions
    [admin_roles] Rôles d’admin
    [audit_channel] Salon de suivi
    [escalation_role] Rôle à qui s’adresser
    [escalation_channel] Salon où s’adresser
    [log_questions] Journal des questions
    [publishers_only] Seulement ces éditeurs
    [publishers_never] Jamais ces éditeurs
   *[language] Langue
}
settings-empty = { $field ->
    [answer_in] partout
    [silent_in] nulle part
    [every_question_in] nulle part
    [admin_roles] aucun, seulement qui peut gérer le serveur
    [publishers_only] tous
   *[rest] aucun
}
settings-switch = { $field ->
    [private] { $on ->
        [yes] pour qui demande seulement, sauf choix contraire de sa part
       *[no] pour tout le monde, sauf choix contraire de qui demande
    }
    [threads] { $on ->
        [yes] dans un fil qui porte le nom de la question
       *[no] dans le salon
    }
   *[log_questions] { $on ->
        [yes] activé
       *[no] désactivé
    }
}
settings-turn = { $field ->
    [private] { $on ->
        [yes] Répondre en privé : oui
       *[no] Répondre en privé : non
    }
    [threads] { $on ->
        [yes] Répondre dans des fils : oui
       *[no] Répondre dans des fils : non
    }
   *[log_questions] { $on ->
        [yes] Journal des questions : oui
       *[no] Journal des questions : non
    }
}
settings-style = { $style ->
    [full] réponses entières
    [short] réponses courtes
   *[quotes] citations seulement
}
settings-style-hint = { $style ->
    [full] Tout ce que les articles disent sur la question
    [short] La première affirmation, et ce qu’il lui faut
   *[quotes] Mot pour mot d’après les articles, sans rien reformuler
}
settings-language = { $locale ->
    [en] English
    [de] Deutsch
    [es-ES] Español
    [fr] Français
    [pt-BR] Português do Brasil
    [uk] Українська
   *[none] celle de chaque personne
}
settings-pick = { $field ->
    [answer_in] Répondre seulement dans … (aucun : partout)
    [silent_in] Se taire dans … (aucun : nulle part)
    [every_question_in] Répondre à chaque question dans … (aucun : nulle part)
    [admin_roles] Rôles d’admin
    [audit_channel] Salon de suivi : une ligne par changement
    [escalation_role] Rôle que je nomme quand je ne trouve rien
    [escalation_channel] Salon que je nomme quand je ne trouve rien
    [publishers_only] Seulement ces éditeurs (aucun : tous)
   *[publishers_never] Jamais ces éditeurs
}
settings-write = { $field ->
    [publishers_only] Seulement ces éditeurs …
   *[publishers_never] Jamais ces éditeurs …
}
settings-names = Éditeurs
settings-names-hint = Un par ligne, comme les nomme /{ discord-sources.name } { discord-sources-list.name } ; vide pour aucun
settings-too-many-names = Une liste contient au plus { $limit } éditeurs. Nomme les moins nombreux, retenus ou exclus.
settings-and-more = { $names } + { $count }
settings-gone-channel = *salon supprimé*
settings-gone-role = *rôle supprimé*
settings-gone = { $kind ->
    [role] { $field } : un rôle choisi a été supprimé depuis. Choisis de nouveau pour l’ôter de la liste.
   *[channel] { $field } : un salon choisi a été supprimé depuis. Choisis de nouveau pour l’ôter de la liste.
}
settings-missing = Dans { $channel }, il me manque : { $permissions }. Donne cette permission à mon rôle dans ce salon, ou choisis un autre salon.
settings-permission = { $name ->
    [view_channel] Voir le salon
    [send_messages] Envoyer des messages
    [embed_links] Intégrer des liens
    [read_message_history] Voir les anciens messages
    [create_public_threads] Créer des fils publics
   *[send_messages_in_threads] Envoyer des messages dans les fils
}
settings-both = Dans { $channels } je me tais, bien que ces salons soient aussi choisis pour les réponses.
settings-titles-only = Mon opérateur ne me laisse pas lire les messages qui ne me mentionnent pas. Dans les salons où chaque question doit recevoir une réponse, je ne vois donc que les titres des publications de forum ; ailleurs, je réponds quand on me mentionne.
settings-not-everyone = @everyone ne peut pas être choisi ici : ce serait tous les membres.
settings-no-such-channel = Ce salon n’existe plus. Choisis-en un autre.
settings-no-such-role = Ce rôle n’existe plus. Choisis-en un autre.
settings-out-of-date = Ce panneau n’est plus à jour. Ouvre-en un nouveau avec `/{ discord-settings.name }`.
settings-reset = { $all ->
    [yes] Tout réinitialiser
   *[no] Réinitialiser ceux-ci
}
settings-reset-ask = Voici ce qu’il en serait après :
settings-reset-confirm = Oui, réinitialiser
settings-reset-nothing = Rien à réinitialiser : tout est comme au début.
settings-log-notice = { $who } a activé le journal des questions de ce serveur : désormais, les questions qu’on me pose ici sont conservées, pour que les admins voient à quoi les articles ne répondent pas. `/{ discord-privacy.name }` dit ce qui est conservé et combien de temps, et l’efface.
settings-log-untold = Le journal des questions reste désactivé : tout le monde doit en être informé, et je ne peux pas écrire dans ce salon. Ouvre `/{ discord-settings.name }` dans un salon où je le peux.
settings-export = Enregistrer dans un fichier
settings-import = Lire un fichier
settings-exported = Le fichier contient tous les paramètres de ce serveur. Les salons et les rôles vont par leurs identifiants ; les noms à côté sont pour toi.
settings-import-form-modal = Lire un fichier
settings-import-label = Fichier
settings-import-hint = Tel que « Enregistrer dans un fichier » l’a donné
settings-import-too-large = Le fichier fait plus de { $kilobytes } ko, et aucun paramètre n’est si grand. Rien n’a été changé.
settings-import-unreadable = { $why ->
    [json] Ce n’est pas un fichier JSON, donc rien n’a été changé. Je lis ce que donne « Enregistrer dans un fichier ».
    [format] Ce n’est pas un fichier de paramètres, ou il vient d’une version plus récente de moi, donc rien n’a été changé. Je lis ce que donne « Enregistrer dans un fichier ».
   *[field] Je ne peux pas utiliser ce que le fichier dit sous « { $where } », donc rien n’a été changé. Je lis ce que donne « Enregistrer dans un fichier ».
}
settings-import-not-fetched = Discord ne m’a pas donné le fichier. Réessaie.
settings-import-ask = Voici ce qui changerait :
settings-import-nothing = Tout ce que dit le fichier est déjà réglé ainsi.
settings-import-left-out = Laissés de côté pour { $field }, car ce serveur n’a pas de tel salon ni de tel rôle : { $names }
settings-import-unindexed = Aucun article de ces éditeurs n’est là en ce moment ; ils restent dans la liste : { $names }
settings-import-confirm = Oui, régler ainsi
settings-none-let-in = Aucun article n’est d’un éditeur que les admins de ce serveur retiennent.
settings-publisher-out = Les admins de ce serveur ont exclu « { $name } ». Demande sans cet éditeur.
settings-help = **Règle-moi** pour ce serveur avec `/{ discord-settings.name }` : où et comment je réponds, qui s’occupe de moi, éditeurs, langue.
settings-unreadable = Ce que les admins des serveurs ont choisi ne peut pas être lu ; aucune question ne reçoit donc de réponse sur aucun serveur. Le journal dit pourquoi ; un nouvel essai est fait automatiquement.
settings-readable-again = Ce que les admins des serveurs ont choisi peut de nouveau être lu, et les questions reçoivent des réponses.
