### Discord: the admin's side, articles

articles-by = um admin no Discord
articles-by-itself = { $kind ->
    [feeds] a agenda dos feeds
   *[watch] a vigilância da pasta de artigos
}
articles-stage = { $stage ->
    [fetching] Baixando as páginas
    [reading] Lendo os artigos
    [chunking] Dividindo em trechos
    [embedding] Calculando vetores
    [writing] Escrevendo o índice
    [checking] Verificando o índice
   *[publishing] Publicando
}
articles-progress-title = { $kind ->
    [check] Verificando a pasta de artigos
    [add] Adicionando artigos
    [remove] Removendo artigos
    [refresh] Perguntando às páginas se mudaram
    [rollback] Voltando ao índice anterior
    [feeds] Lendo os feeds
   *[reindex] Reindexando
}
articles-kind = { $kind ->
    [check] verificação
    [add] adição
    [remove] remoção
    [refresh] atualização das páginas
    [rollback] volta ao índice anterior
    [feeds] trabalho com os feeds
   *[reindex] reindexação
}
articles-add-what = Informe pelo menos um link ou arquivo. Vários links vão no mesmo campo, separados por espaços.
articles-add-too-many = Informe no máximo { $limit } links de uma vez, por favor.
articles-add-too-large = Estes arquivos são grandes demais: no máximo { $megabytes } MB no total. Quem mantém o bot pode colocar arquivos maiores na pasta de artigos.
articles-add-not-fetched = não pôde ser baixado do Discord. Anexe o arquivo de novo.
articles-add-title = Adicionado
articles-add-nothing-title = Nada pôde ser adicionado
articles-refresh-title = As páginas foram consultadas
articles-remove-title = Removido
articles-remove-nothing-title = Nada foi removido
articles-sources-added = **Incluído:** { $count }
articles-sources-failed = **Não feito:** { $count }
articles-sources-removed = **Retirado:** { $count }
articles-pages-changed = **Páginas alteradas:** { $count }
articles-pages-unchanged = Páginas sem alteração: { $count }
articles-pages-gone = **Sumiram de seus sites:** { $count }. Os artigos ficam até que alguém os remova.
articles-source = { $outcome ->
    [added] - { $name }{ $articles ->
        [1] {""}
        [one] {" "}({ $articles } artigo)
       *[other] {" "}({ $articles } artigos)
    }
    [changed] - { $name }: mudou desde que foi adicionado
    [unchanged] - { $name }: já estava aqui
   *[removed] - { $name }: foi removido antes, e assim fica
}
articles-source-moved = - { $name } (guardado à parte, na pasta de dados)
articles-remove-ask = Remover este artigo? Depois disso nenhuma resposta o cita. O arquivo é guardado à parte, não apagado.

    { $article }
articles-remove-confirm = Remover
articles-cancel = Cancelar
articles-cancel-too-late = Esse trabalho já terminou.
articles-cancelled-title = Cancelado: { $what }
articles-cancelled = Encerrado por { $by }. O que estava publicado antes continua respondendo; a próxima construção aproveita o que já foi feito.
articles-cancelled-summary = cancelado
articles-failed-summary = falhou: { $error }
articles-audit = { $who }: { $what }, { $result }
articles-summary = adicionados: { $added }, alterados: { $changed }, removidos: { $removed }, ilegíveis: { $problems }
articles-summary-nothing = nada tinha mudado
articles-summary-rollback = as respostas voltam a vir de { $generation }
articles-interrupted = Interrompido porque o bot parou: { $what }, que você começou { $since }. { $became }
articles-interrupted-published = O resultado já estava publicado, e as respostas vêm dele.
articles-interrupted-lost = Nada disso foi publicado; o que estava publicado antes continua respondendo. Comece de novo quando quiser: o que já foi feito é aproveitado.
articles-progress-start = Começando…
articles-waiting-for = Na fila: { $by } está cuidando dos artigos, com início { $since }. Isto continua sozinho depois.
articles-waiting = Na fila: os artigos estão sendo processados. Isto continua sozinho depois.
articles-progress-count = { $done } de { $total }
articles-progress-rate = { NUMBER($rate, maximumFractionDigits: 1) }/s
articles-progress-left = faltam cerca de { $time }
articles-time-seconds = { $count } s
articles-time-minutes = { $count } min
articles-done-title = Reindexado
articles-unchanged-title = Nada para reindexar
articles-check-title = O que uma reindexação faria
articles-nothing-changed = A pasta de artigos está como estava; nada foi publicado, nem precisava ser.
articles-check-nothing = Nada: a pasta de artigos está como estava.
articles-added = **Adicionados:** { $count }
articles-changed = **Alterados:** { $count }
articles-removed = **Removidos:** { $count }
articles-unchanged = Sem alteração: { $count }
articles-copies = { $count ->
    [one] { $count } artigo tem o mesmo texto de outro e foi juntado a ele
   *[other] { $count } artigos têm o mesmo texto de outro e foram juntados a ele
}
articles-problems = **Não pôde ser lido:** { $count }
articles-item = - { $name }
articles-problem = - { $name }: { $reason }
articles-more = - e mais { $count }
articles-published = Publicado como { $generation } após { $time }; trechos calculados: { $embedded }, aproveitados: { $reused }.
articles-would-take = A verificação levou { $time }.
articles-status-title = O índice
articles-status-published = Publicado
articles-status-published-value = { $when } por { $by }
articles-status-articles = Artigos
articles-status-passages = Trechos
articles-status-newest = Artigo mais recente
articles-status-model = Modelo de embedding
articles-status-size = Tamanho
articles-status-size-value = { NUMBER($megabytes, minimumFractionDigits: 1, maximumFractionDigits: 1) } MB
articles-status-generation = Geração
articles-status-running = **Em andamento:** { $what }, com início { $since }, por { $by }
articles-status-waiting = **Na fila:** { $what }, com início { $since }, por { $by }
articles-status-failure = **Falhou { $when }:** { $what } de { $by }: { $error }
articles-rollback-title = Índice anterior de volta
articles-rollback-done = As respostas voltam a vir de { $generation }. Uma reindexação publica a pasta de artigos como ela está agora.
articles-goes-on = Isto continua, mas o Discord só me deixa mudar esta mensagem por 15 minutos, e não consigo enviar outra para você. `/{ discord-articles.name } { discord-articles-status.name }` mostra o que está publicado.
articles-goes-on-there = O Discord só me deixa mudar esta mensagem por 15 minutos, então isto continua aqui: { $link }
articles-finished-elsewhere = { $mention }, seu trabalho com os artigos terminou. Não consegui enviar uma mensagem direta para você; `/{ discord-articles.name } { discord-articles-status.name }` mostra o que está publicado.
articles-stopped = O bot está sendo desligado, por isso isto foi interrompido. O que estava publicado antes continua respondendo.
