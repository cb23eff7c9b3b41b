### Discord: answers

answer-quote = “{ $text }”{ $marks }
answer-statement = { $text }{ $marks }
answer-footnote = [{ $number }] { $article }
answer-caption = legenda: { $article }
answer-under = em { $headings }
answer-article-brief = resumo de: { $title }, { $publisher }
answer-article-brief-only = resumo de: { $title }
answer-authors-more = { $count ->
    [one] { $names } e mais { $count } pessoa
   *[other] { $names } e mais { $count }
}
answer-copies = também em: { $names }
answer-date = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }
answer-date-unknown = data desconhecida
answer-newest = Artigo mais recente por trás desta resposta: { $date }
answer-shortened = { $left_out ->
    [0] Encurtado para caber. Os trechos têm o texto completo.
    [one] Encurtado para caber: { $left_out } afirmação ficou de fora. Pergunte por um detalhe para vê-la.
   *[other] Encurtado para caber: { $left_out } afirmações ficaram de fora. Pergunte por um detalhe para vê-las.
}
answer-understood = -# Entendido como: { $question }
answer-understood-plain = Entendido como: { $question }
answer-conflict = Os artigos divergem: { $sides }.
answer-conflict-newest = { $words } ({ $date }, o mais recente)
answer-conflict-side = { $words } ({ $date })
answer-unanswered = Sobre esta parte não encontrei nada nos artigos: { $part }
answer-degraded = { $why ->
    [away] O modelo de linguagem não está acessível agora; esta resposta foi dada sem ele.
    [slow] O modelo de linguagem demorou demais; esta resposta foi dada sem ele.
    [budget] Os tokens do modelo de linguagem acabaram por hoje; esta resposta foi dada sem ele.
    [unusable] O modelo de linguagem não deu nada que se possa usar; esta resposta foi dada sem ele.
    [unsupported] O que o modelo de linguagem disse não está nos artigos; esta resposta foi dada sem ele.
   *[cut_short] O modelo de linguagem parou no meio: o que ele disse até ali vale, mas talvez não seja tudo.
}
answer-growing = Ainda vem mais…
answer-nothing-found = Não encontrei nada nos artigos que responda a isso.
answer-period = { $shape ->
    [since] publicados desde { $start }
    [until] publicados até { $end }
    [day] publicados em { $start }
   *[between] publicados entre { $start } e { $end }
}
answer-period-only = Só foram pesquisados artigos { $period }.
answer-period-preferred = { $open ->
    [yes] Foram preferidos artigos { $period }.
   *[no] Foram preferidos artigos { $period } ou pouco depois.
}
answer-period-set-aside = Sua pergunta pede artigos { $period }. Os dias que você definiu deixam todos eles de fora, então fiquei com os dias que você definiu.
answer-nothing-in-period = Não encontrei nada que responda a isso nos artigos { $period }.
answer-nothing-in-period-next = Pergunte sem a data para pesquisar em todos os artigos.
answer-nearest = Os artigos mais próximos:
answer-nearest-line = - { $article }
answer-not-a-question = Aqui não há nada para procurar. Faça uma pergunta em poucas palavras, por exemplo: Quanto custou a nova luz do porto?
answer-too-long = São { $length } caracteres, demais para uma pergunta só. Pergunte em uma ou duas frases, por favor.
answer-no-articles = Nenhum artigo atende ao que você definiu ({ $filters }). Amplie ou retire; `/{ discord-sources.name } { discord-sources-list.name }` mostra o que existe.
answer-filter-publisher = veículo: { $names }
answer-filter-since = desde { $date }
answer-filter-until = até { $date }
answer-filter-none = sem filtro
answer-passages-button = Trechos
answer-passage-standing = { $standing ->
    [removed] ⚠️ Este artigo foi retirado do índice depois desta resposta; seu texto não é mais mostrado.
    [quote-gone] ⚠️ Este artigo mudou depois desta resposta: as palavras citadas não estão mais nele. Abaixo está como ele era.
   *[changed] ⚠️ Este artigo mudou depois desta resposta. As palavras citadas continuam nele; abaixo está como ele era.
}
answer-passages-gone = Os trechos desta resposta não estão mais guardados. Faça a pergunta de novo para vê-los.
answer-passages-not-yours = Esta resposta é privada: só quem perguntou pode abrir os trechos dela.
answer-passage-title = Trecho { $page } de { $pages }
answer-passage-line = [{ $number }] { $article }
answer-passage-heading = Sob o título: { $heading }
