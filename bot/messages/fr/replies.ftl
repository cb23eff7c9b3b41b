### Discord : les boutons sous une réponse

reply-gone = Cette réponse a plus de { $days } jours : ses boutons ne fonctionnent plus. Repose la question et tu l’auras d’après les articles d’aujourd’hui.
reply-share = Partager
reply-shared-by = Partagée par { $who }
reply-shared-already = Cette réponse est déjà partagée.
reply-share-may-not = Tu ne peux pas écrire ici, je ne peux donc pas partager la réponse en ton nom.
reply-share-bot-may-not = Je ne peux pas écrire dans ce salon. Pose ta question là où je le peux, ou demande à un admin de m’y autoriser.
reply-delete = Supprimer
reply-delete-not-yours = Seules la personne qui a posé la question et la modération peuvent supprimer cette réponse.
reply-no-embeds = Je ne peux pas montrer de réponses ici : il me manque la permission « Intégrer des liens » dans ce salon. Un admin peut me la donner ; d’ici là, `/{ discord-ask.name }` fonctionne.
