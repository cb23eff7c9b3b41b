### Discord : ce qu’une erreur du bot signifie pour quelqu’un qui ne fait que poser une question

failure-search = La recherche est momentanément indisponible. Réessaie dans une minute.
failure-index = Je n’ai aucun article pour répondre en ce moment. La personne qui m’administre doit vérifier l’index.
failure-storage = Je ne peux rien enregistrer en ce moment : mon disque est plein ou protégé en écriture. La personne qui m’administre doit s’en occuper.
failure-settings = Je ne peux pas lire pour l’instant ce que les admins de ce serveur ont choisi ; je ne réponds donc à rien ici d’ici là. La personne qui me gère doit s’en occuper.
failure-busy = Les articles sont en cours de traitement. Réessaie dans un moment.
failure-other = Ce n’était pas possible pour l’instant. Réessaie plus tard.
failure-id = -# Erreur `{ $id }` : avec cet identifiant, la personne qui m’administre retrouve les détails dans le journal.
